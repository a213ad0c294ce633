using System.Text.Json.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.PropertyEditors;

/// <summary>
/// A site in French (the default) and English. Its page varies by culture; the blocks stand in properties that do not, and hold a
/// title that varies, a number that does not, and a list of blocks of the same kind.
/// </summary>
public abstract class BlockSite(Engine engine) : SiteFixture(engine)
{
    /// <summary>The editors of blocks, each the alias of a property of the page.</summary>
    public static readonly string[] Properties = ["list", "grid", "single", "text"];

    private static readonly Guid _user = Constants.Security.SuperUserKey;

    /// <summary>The type of all blocks.</summary>
    public IContentType Element { get; private set; } = null!;

    /// <summary>The type of the page.</summary>
    public IContentType Page { get; private set; } = null!;

    /// <summary>Key of the area in each block of the grid.</summary>
    public Guid Area { get; } = Guid.NewGuid();

    public IContentService Contents => Get<IContentService>();

    /// <summary>A page in both languages that is saved with the given values.</summary>
    public IContent SavedPage(params (string Alias, string Value)[] values)
    {
        string name = "Blocs " + Guid.NewGuid().ToString("N")[..8];
        IContent page = Contents.Create(name, Constants.System.Root, Page.Alias);
        page.SetCultureName(name, "fr");
        page.SetCultureName(name + " en", "en");
        return Save(page, values);
    }

    /// <summary>Sets values and saves.</summary>
    public IContent Save(IContent page, params (string Alias, string Value)[] values)
    {
        foreach ((string alias, string value) in values)
            page.SetValue(alias, value);

        Assert.True(Contents.Save(page).Success);
        return page;
    }

    /// <summary>Publishes what is saved in the given cultures.</summary>
    public PublishResult Publish(IContent page, params string[] cultures)
    {
        PublishResult result = Contents.Publish(page, cultures);
        Assert.True(result.Success, result.Result + " " + string.Join(", ", result.InvalidProperties?.Select(x => x.Alias) ?? []));
        return result;
    }

    /// <summary>What visitors see of a property's blocks in a culture: title and number of each, those of inner blocks in brackets.</summary>
    public string Seen(IContent page, string property, string culture, bool preview = false)
    {
        Get<IVariationContextAccessor>().VariationContext = new VariationContext(culture);
        IPublishedContent? published = Get<IPublishedContentCache>().GetById(preview, page.Key);
        return published is null ? "(nothing)" : Blocks(published.GetProperty(property)!.GetValue(culture));
    }

    /// <summary>What the Delivery API gives of a property.</summary>
    public JsonNode? Delivered(IContent page, string property, string culture)
    {
        Get<IVariationContextAccessor>().VariationContext = new VariationContext(culture);
        IPublishedContent published = Get<IPublishedContentCache>().GetById(false, page.Key)!;
        return System.Text.Json.JsonSerializer.SerializeToNode(published.GetProperty(property)!.GetDeliveryApiValue(false, culture), System.Text.Json.JsonSerializerOptions.Web);
    }

    /// <summary>The stored value of one of the page's properties.</summary>
    /// <param name="property">Alias of the property, which says the editor.</param>
    /// <param name="blocks">The blocks.</param>
    public string Value(string property, params Block[] blocks) => Node(property, blocks).ToJsonString();

    /// <inheritdoc cref="Value" />
    public JsonObject Node(string property, params Block[] blocks)
    {
        string editor = property switch
        {
            "grid" => Constants.PropertyEditors.Aliases.BlockGrid,
            "single" => Constants.PropertyEditors.Aliases.SingleBlock,
            "text" => Constants.PropertyEditors.Aliases.RichText,
            _ => Constants.PropertyEditors.Aliases.BlockList,
        };
        JsonObject value = new()
        {
            ["contentData"] = new JsonArray([.. All(blocks).Select(block => block.Data(Element.Key))]),
            ["settingsData"] = new JsonArray(),
            ["expose"] = new JsonArray([.. All(blocks).SelectMany(block => block.Expose())]),
            ["layout"] = new JsonObject { [editor] = new JsonArray([.. blocks.Select(block => Layout(block, property == "grid"))]) },
        };
        return property == "text"
            ? new JsonObject { ["markup"] = string.Concat(blocks.Select(block => $"<umb-rte-block data-content-key=\"{block.Key}\"></umb-rte-block>")), ["blocks"] = value }
            : value;
    }

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateLanguageAsync(new Language("fr", "français") { IsDefault = true, IsMandatory = true });
        await CreateLanguageAsync(new Language("en", "English"));
        var element = new ContentType(Get<IShortStringHelper>(), Constants.System.Root) { Alias = "testBlock", Name = "Bloc", IsElement = true, Variations = ContentVariation.Culture, Key = Guid.NewGuid() };
        string block = $$"""{"contentElementTypeKey":"{{element.Key}}","allowAtRoot":true,"allowInAreas":true,"areas":[{"key":"{{Area}}","alias":"aside","columnSpan":6,"rowSpan":1}]}""";
        IDataType list = await CreateDataTypeAsync("Umbraco.BlockList", $$"""{"blocks":[{{block}}]}""");
        Add(element, "title", await CreateDataTypeAsync("Umbraco.TextBox"), ContentVariation.Culture, mandatory: true, format: "^[^<]*$");
        Add(element, "number", await CreateDataTypeAsync("Umbraco.Integer"));
        Add(element, "inner", list);
        await CreateAsync(element);
        Element = element;
        var page = new ContentType(Get<IShortStringHelper>(), Constants.System.Root) { Alias = "blockPage", Name = "Page de blocs", AllowedAsRoot = true, Variations = ContentVariation.Culture };
        Add(page, "list", list);
        Add(page, "grid", await CreateDataTypeAsync("Umbraco.BlockGrid", $$"""{"blocks":[{{block}}],"gridColumns":12}"""));
        Add(page, "single", await CreateDataTypeAsync("Umbraco.SingleBlock", $$"""{"blocks":[{{block}}]}"""));
        Add(page, "text", await CreateDataTypeAsync("Umbraco.RichText", $$"""{"blocks":[{{block}}]}"""));
        await CreateAsync(page);
        Page = page;
    }

    /// <summary>Creates a data type from the JSON of its configuration.</summary>
    public async Task<IDataType> CreateDataTypeAsync(string editorAlias, string? configuration = null)
    {
        IDataEditor editor = Get<PropertyEditorCollection>()[editorAlias]!;
        IConfigurationEditorJsonSerializer serializer = Get<IConfigurationEditorJsonSerializer>();
        var dataType = new DataType(editor, serializer)
        {
            Name = $"{editorAlias} {Guid.NewGuid():N}",
            EditorUiAlias = "Test",
            DatabaseType = ValueTypes.ToStorageType(editor.GetValueEditor().ValueType),
            ConfigurationData = editor.GetConfigurationEditor().FromDatabase(configuration, serializer),
        };
        Attempt<IDataType, DataTypeOperationStatus> result = await Get<IDataTypeService>().CreateAsync(dataType, _user);
        Assert.Equal(DataTypeOperationStatus.Success, result.Status);
        return result.Result;
    }

    /// <summary>Saves a new type.</summary>
    public async Task CreateAsync(IContentType type)
        => Assert.Equal(ContentTypeOperationStatus.Success, (await Get<IContentTypeService>().CreateAsync(type, _user)).Result);

    /// <summary>Adds a property to a type that is not saved yet.</summary>
    public void Add(ContentType type, string alias, IDataType dataType, ContentVariation variations = ContentVariation.Nothing, bool mandatory = false, string? format = null)
        => type.AddPropertyType(
            new PropertyType(Get<IShortStringHelper>(), dataType, alias) { Name = alias, Variations = variations, Mandatory = mandatory, ValidationRegExp = format },
            "content",
            "Content");

    private async Task CreateLanguageAsync(Language language)
    {
        Attempt<ILanguage, LanguageOperationStatus> result = await Get<ILanguageService>().CreateAsync(language, _user);
        Assert.Contains(result.Status, new[] { LanguageOperationStatus.Success, LanguageOperationStatus.DuplicateIsoCode });
    }

    private static string Blocks(object? value)
        => value switch
        {
            IEnumerable<BlockListItem> list => string.Join(" ", list.Select(item => Block(item.Content))),
            IEnumerable<BlockGridItem> grid => string.Join(" ", grid.Select(item => Block(item.Content) + string.Concat(item.Areas.Where(area => area.Count > 0).Select(area => $"({Blocks(area)})")))),
            BlockListItem single => Block(single.Content),
            IRichTextEditorIntermediateValue { RichTextBlockModel: { } blocks } => string.Join(" ", blocks.Select(item => Block(item.Content))),
            _ => string.Empty,
        };

    private static string Block(IPublishedElement block)
        => $"{block.GetProperty("title")!.GetValue()}/{block.GetProperty("number")!.GetValue()}"
            + (Blocks(block.GetProperty("inner")!.GetValue()) is { Length: > 0 } inner ? $"[{inner}]" : string.Empty);

    private static IEnumerable<Block> All(IEnumerable<Block> blocks) => blocks.SelectMany(block => All(block.InArea).Prepend(block));

    private JsonObject Layout(Block block, bool isGrid)
    {
        var layout = new JsonObject { ["contentKey"] = block.Key, ["settingsKey"] = null };
        if (isGrid)
        {
            layout["columnSpan"] = 12;
            layout["rowSpan"] = 1;
            layout["areas"] = new JsonArray(new JsonObject { ["key"] = Area, ["items"] = new JsonArray([.. block.InArea.Select(child => Layout(child, true))]) });
        }

        return layout;
    }
}

/// <summary>A block of a test.</summary>
/// <param name="Key">Its key.</param>
/// <param name="French">Its French title; <c>null</c> when it is not shown in French.</param>
/// <param name="English">Its English title; <c>null</c> when it is not shown in English.</param>
/// <param name="Number">Its number.</param>
public sealed record Block(Guid Key, string? French, string? English, int Number)
{
    /// <summary>The value of its own list of blocks: JSON text or a node.</summary>
    public JsonNode? Inner { get; init; }

    /// <summary>The blocks in its area of a grid.</summary>
    public Block[] InArea { get; init; } = [];

    /// <summary>As it stands in the data.</summary>
    public JsonObject Data(Guid elementType)
    {
        var values = new JsonArray(Value("number", null, Number));
        if (French is not null)
            values.Add(Value("title", "fr", French));
        if (English is not null)
            values.Add(Value("title", "en", English));
        if (Inner is not null)
            values.Add(Value("inner", null, Inner.DeepClone()));

        return new JsonObject { ["contentTypeKey"] = elementType, ["key"] = Key, ["values"] = values };
    }

    /// <summary>Where it is shown.</summary>
    public IEnumerable<JsonNode> Expose()
        => new[] { (French, "fr"), (English, "en") }
            .Where(entry => entry.Item1 is not null)
            .Select(entry => new JsonObject { ["contentKey"] = Key, ["culture"] = entry.Item2, ["segment"] = null });

    private static JsonObject Value(string alias, string? culture, JsonNode value)
        => new() { ["alias"] = alias, ["culture"] = culture, ["segment"] = null, ["value"] = value };
}

/// <summary><see cref="BlockSite"/> on SQLite.</summary>
public sealed class SqliteBlockSite() : BlockSite(Engine.Sqlite);

/// <summary><see cref="BlockSite"/> on PostgreSQL.</summary>
public sealed class PostgresBlockSite() : BlockSite(Engine.Postgres);
