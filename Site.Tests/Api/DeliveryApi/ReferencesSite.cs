using System.Text.Json.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>
/// <see cref="DeliverySite"/> with stories that refer to authors, each other and images in every way that the API writes references: a
/// picker, a list of them, media, blocks, settings of blocks and rich text.
/// </summary>
public abstract class ReferencesSite(Engine engine) : DeliverySite(engine)
{
    /// <summary>An image of one pixel.</summary>
    private static readonly byte[] _png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>The key of the blocks' type: a headline and a picker.</summary>
    public Guid Teaser { get; } = Guid.NewGuid();

    /// <summary>A name, a mentor (a story's author too) and a picture.</summary>
    public IContentType Author { get; private set; } = null!;

    /// <summary>Has a property of every way to refer, in the order title, author, related, image, blocks, text, grid, single.</summary>
    public IContentType Story { get; private set; } = null!;

    /// <summary>The author of <see cref="Tale"/>; his mentor is <see cref="Mentor"/>.</summary>
    public IContent Amadou { get; private set; } = null!;

    /// <summary>The mentor of <see cref="Amadou"/>, without a mentor.</summary>
    public IContent Mentor { get; private set; } = null!;

    /// <summary>A story with all its properties set.</summary>
    public IContent Tale { get; private set; } = null!;

    /// <summary>The picture of everything, with a caption.</summary>
    public IMedia Picture { get; private set; } = null!;

    /// <summary>The reference to a document or media item as pickers store it.</summary>
    public static string Udi(IContentBase item) =>
        new GuidUdi(item is IMedia ? Constants.UdiEntityType.Media : Constants.UdiEntityType.Document, item.Key).ToString();

    /// <summary>The value of a media picker.</summary>
    public static string Picked(params IMedia[] media) => new JsonArray([.. media.Select(x => new JsonObject
    {
        ["key"] = Guid.NewGuid().ToString(),
        ["mediaKey"] = x.Key.ToString(),
        ["mediaTypeAlias"] = x.ContentType.Alias,
        ["crops"] = new JsonArray(),
        ["focalPoint"] = null,
    })]).ToJsonString();

    /// <summary>The value of an editor of blocks with one teaser, which has settings of the same type.</summary>
    public JsonObject Blocks(string editor, Guid content, Guid settings, IContentBase picked)
    {
        var layout = new JsonObject { ["contentKey"] = content.ToString(), ["settingsKey"] = settings.ToString() };
        if (editor == Constants.PropertyEditors.Aliases.BlockGrid)
        {
            layout["columnSpan"] = 12;
            layout["rowSpan"] = 1;
            layout["areas"] = new JsonArray();
        }

        return new JsonObject
        {
            ["contentData"] = new JsonArray(Block(content, "Headline", picked)),
            ["settingsData"] = new JsonArray(Block(settings, "Setting", picked)),
            ["expose"] = new JsonArray(new JsonObject { ["contentKey"] = content.ToString(), ["culture"] = null, ["segment"] = null }),
            ["layout"] = new JsonObject { [editor] = new JsonArray(layout) },
        };
    }

    /// <summary>The value of rich text with a block.</summary>
    public string RichText(string markup, Guid block, Guid settings, IContentBase picked) => new JsonObject
    {
        ["markup"] = markup,
        ["blocks"] = Blocks(Constants.PropertyEditors.Aliases.RichText, block, settings, picked),
    }.ToJsonString();

    /// <summary>Saves a media item.</summary>
    public IMedia SaveMedia(string typeAlias, string name, int parentId = Constants.System.Root, params (string Alias, object? Value)[] values)
    {
        IMediaService service = Get<IMediaService>();
        IMedia media = service.CreateMedia(name, parentId, typeAlias);
        foreach ((string alias, object? value) in values)
        {
            media.SetValue(alias, value);
        }

        Assert.True(service.Save(media).Success);
        return media;
    }

    /// <summary>Saves an image with a focal point and a file of one pixel.</summary>
    public IMedia SaveImage(string name, int parentId = Constants.System.Root, params (string Alias, object? Value)[] values)
    {
        string path = $"{Guid.NewGuid():N}/{name.ToLowerInvariant().Replace(' ', '-')}.png";
        Get<MediaFileManager>().FileSystem.AddFile(path, new MemoryStream(_png));
        return SaveMedia("Image", name, parentId, [("umbracoFile", $$$"""{"src":"/media/{{{path}}}","focalPoint":{"left":0.25,"top":0.75},"crops":[]}"""), .. values]);
    }

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await AddCaptionAsync();
        Author = await CreateTypeAsync(
            "author",
            new TestProperty("name", "Umbraco.TextBox"),
            new TestProperty("mentor", "Umbraco.ContentPicker"),
            new TestProperty("picture", "Umbraco.MediaPicker3"));
        await CreateElementTypeAsync("teaser", Teaser, new TestProperty("headline", "Umbraco.TextBox"), new TestProperty("picker", "Umbraco.ContentPicker"));
        string blocks = $$"""{"blocks":[{"contentElementTypeKey":"{{Teaser}}","settingsElementTypeKey":"{{Teaser}}","allowAtRoot":true}],"gridColumns":12}""";
        Story = await CreateTypeAsync(
            "story",
            new TestProperty("title", "Umbraco.TextBox"),
            new TestProperty("author", "Umbraco.ContentPicker"),
            new TestProperty("related", "Umbraco.MultiNodeTreePicker"),
            new TestProperty("image", "Umbraco.MediaPicker3"),
            new TestProperty("blocks", "Umbraco.BlockList", blocks),
            new TestProperty("text", "Umbraco.RichText", blocks),
            new TestProperty("grid", "Umbraco.BlockGrid", blocks),
            new TestProperty("single", "Umbraco.SingleBlock", blocks));
        Picture = SaveImage("Harbour", Constants.System.Root, ("caption", "The harbour"));
        Mentor = Publish(Author, "Fatoumata", null, ("name", "Fatoumata D."), ("picture", Picked(Picture)));
        Amadou = Publish(Author, "Amadou", null, ("name", "Amadou K."), ("mentor", Udi(Mentor)), ("picture", Picked(Picture)));
        Tale = PublishStory("Tale", Amadou);
    }

    /// <summary>Publishes a story whose references all lead to one document.</summary>
    public IContent PublishStory(string name, IContent target) => Publish(
        Story,
        name,
        null,
        ("title", name),
        ("author", Udi(target)),
        ("related", Udi(target)),
        ("image", Picked(Picture)),
        ("blocks", Blocks("Umbraco.BlockList", Guid.NewGuid(), Guid.NewGuid(), target).ToJsonString()),
        ("text", RichTextWithBlock(target)),
        ("grid", Blocks("Umbraco.BlockGrid", Guid.NewGuid(), Guid.NewGuid(), target).ToJsonString()),
        ("single", Blocks("Umbraco.SingleBlock", Guid.NewGuid(), Guid.NewGuid(), target).ToJsonString()));

    private string RichTextWithBlock(IContentBase target)
    {
        var block = Guid.NewGuid();
        return RichText($"<p>Hi</p><umb-rte-block data-content-key=\"{block}\"></umb-rte-block>", block, Guid.NewGuid(), target);
    }

    private JsonObject Block(Guid key, string headline, IContentBase picked) => new()
    {
        ["contentTypeKey"] = Teaser.ToString(),
        ["key"] = key.ToString(),
        ["values"] = new JsonArray(Value("headline", headline), Value("picker", Udi(picked))),
    };

    private static JsonObject Value(string alias, string value) => new() { ["alias"] = alias, ["culture"] = null, ["segment"] = null, ["value"] = value };

    private async Task AddCaptionAsync()
    {
        IMediaTypeService types = Get<IMediaTypeService>();
        IMediaType image = types.Get("Image")!;
        var caption = new PropertyType(Get<IShortStringHelper>(), await CreateDataTypeAsync("Umbraco.TextBox"), "caption") { Name = "Caption" };
        Assert.True(image.AddPropertyType(caption, "image", "Image"));
        Assert.True((await types.UpdateAsync(image, Constants.Security.SuperUserKey)).Success);
    }
}

/// <summary><see cref="ReferencesSite"/> on SQLite.</summary>
public sealed class SqliteReferencesSite() : ReferencesSite(Engine.Sqlite);

/// <summary><see cref="ReferencesSite"/> on PostgreSQL.</summary>
public sealed class PostgresReferencesSite() : ReferencesSite(Engine.Postgres);
