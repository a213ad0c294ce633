using System.Security.Cryptography;
using System.Text;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;
using Document = Umbraco.Cms.Core.Models.Content;

namespace Site.Tests.Support;

/// <summary>
/// The running site with the content that specs/delivery-cases.md supposes: an invariant type <c>page</c> with the roots Root 1 to 3, each
/// with Child 1 to 3, each with Grandchild 1 to 3, all published; a type <c>vpage</c> that varies by culture; the cultures <c>en-US</c> (the
/// default) and <c>da-DK</c>; no domains; the API public, with a key for previews.
/// </summary>
/// <remarks>A test that edits content works on content of its own, below <see cref="Own"/>, a fourth root.</remarks>
public abstract class DeliverySite(Engine engine) : WebSiteFixture(engine)
{
    /// <summary>Where content is.</summary>
    public const string Content = "umbraco/delivery/api/v2/content";

    /// <summary>Where media is.</summary>
    public const string Media = "umbraco/delivery/api/v2/media";

    /// <summary>The value of <c>Umbraco:CMS:DeliveryApi:ApiKey</c>.</summary>
    public const string ApiKey = "a-key-of-the-tests";

    /// <summary>The key of the API in a request.</summary>
    public static readonly (string Name, string Value) WithKey = ("Api-Key", ApiKey);

    private static readonly Guid _user = Constants.Security.SuperUserKey;

    /// <summary>Does not vary; has a <c>title</c>.</summary>
    public IContentType Page { get; private set; } = null!;

    /// <summary>Varies by culture, as its <c>title</c> does; its <c>number</c> does not.</summary>
    public IContentType VariantPage { get; private set; } = null!;

    /// <summary>The root of what tests make for themselves, after the three of the cases.</summary>
    public IContent Own { get; private set; } = null!;

    /// <summary>The service that edits documents.</summary>
    public IContentService Contents => Get<IContentService>();

    /// <summary>The key of a document of the cases by its path of names, e.g. <c>Root 1/Child 1/Grandchild 3</c>.</summary>
    public static Guid Key(string path) => new(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 16));

    /// <summary>Saves and publishes a new document.</summary>
    /// <param name="type">Its type; one that varies gets the name in both cultures, with <c> da</c> after the Danish one.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parent">Its parent; <see cref="Own"/> without one.</param>
    /// <param name="values">Its values, invariant ones only.</param>
    public IContent Publish(IContentType type, string name, IContent? parent = null, params (string Alias, object? Value)[] values)
    {
        IContent document = Save(type, name, parent, values);
        Publish(document);
        return document;
    }

    /// <summary>Saves a new document as a draft.</summary>
    /// <inheritdoc cref="Publish(IContentType, string, IContent?, ValueTuple{string, object?}[])" />
    public IContent Save(IContentType type, string name, IContent? parent = null, params (string Alias, object? Value)[] values)
    {
        var document = new Document(type.Variations.VariesByCulture() ? string.Empty : name, parent ?? Own, type);
        if (type.Variations.VariesByCulture())
        {
            document.SetCultureName(name, "en-US");
            document.SetCultureName(name + " da", "da-DK");
        }

        foreach ((string alias, object? value) in values)
        {
            document.SetValue(alias, value);
        }

        Save(document);
        return document;
    }

    /// <summary>Saves what a test has changed.</summary>
    public void Save(IContent document)
    {
        OperationResult result = Contents.Save(document);
        Assert.True(result.Success, result.Result.ToString());
    }

    /// <summary>Publishes what is saved, in all cultures or those given.</summary>
    public void Publish(IContent document, params string[] cultures)
    {
        PublishResult result = Contents.Publish(document, cultures is [] ? ["*"] : cultures);
        Assert.True(result.Success, $"{result.Result} {string.Join(", ", result.InvalidProperties?.Select(x => x.Alias) ?? [])}");
    }

    /// <summary>Puts a document behind a public access rule.</summary>
    public PublicAccessEntry Protect(IContent document)
    {
        var entry = new PublicAccessEntry(Guid.NewGuid(), document.Id, document.Id, document.Id, []);
        entry.AddRule("Members", "MemberRole");
        Assert.True(Get<IPublicAccessService>().Save(entry).Success);
        return entry;
    }

    /// <summary>Creates a data type from the JSON of its configuration, as uSync files have it.</summary>
    public async Task<IDataType> CreateDataTypeAsync(string editorAlias, string? configuration = null)
    {
        IDataEditor editor = Get<PropertyEditorCollection>()[editorAlias] ?? throw new ArgumentException($"There is no editor {editorAlias}.", nameof(editorAlias));
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

    /// <summary>A new type of documents with properties of new data types.</summary>
    public Task<IContentType> CreateTypeAsync(string alias, params TestProperty[] properties) => CreateTypeAsync(alias, isElement: false, Guid.NewGuid(), properties);

    /// <summary>The type of documents with the alias, with a title when it is new.</summary>
    public async Task<IContentType> GetOrCreateTypeAsync(string alias) => Get<IContentTypeService>().Get(alias)
        ?? await CreateTypeAsync(alias, new TestProperty("title", Constants.PropertyEditors.Aliases.TextBox), new TestProperty("summary", Constants.PropertyEditors.Aliases.TextArea));

    /// <summary>A new type of blocks.</summary>
    public Task<IContentType> CreateElementTypeAsync(string alias, Guid key, params TestProperty[] properties) => CreateTypeAsync(alias, isElement: true, key, properties);

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SetLanguagesAsync();
        Page = await CreateTypeAsync("page", new TestProperty("title", Constants.PropertyEditors.Aliases.TextBox));
        VariantPage = await CreateTypeAsync(
            "vpage",
            new TestProperty("title", Constants.PropertyEditors.Aliases.TextBox) { Varies = true },
            new TestProperty("number", Constants.PropertyEditors.Aliases.Integer));
        for (int root = 1; root <= 3; root++)
        {
            PublishTree(root);
        }

        Own = PublishOne("Own", null);
    }

    /// <inheritdoc />
    protected override void Configure(IDictionary<string, string?> settings)
    {
        base.Configure(settings);
        settings["Umbraco:CMS:DeliveryApi:PublicAccess"] = "true";
        settings["Umbraco:CMS:DeliveryApi:ApiKey"] = ApiKey;
        settings["Logging:LogLevel:Default"] = "Warning";
    }

    // The installer's language makes way for those of the cases.
    private async Task SetLanguagesAsync()
    {
        ILanguageService languages = Get<ILanguageService>();
        string[] installed = [.. (await languages.GetAllAsync()).Select(x => x.IsoCode)];
        Language[] wanted = [new("en-US", "English (United States)") { IsDefault = true, IsMandatory = true }, new("da-DK", "dansk")];
        foreach (Language language in wanted)
        {
            Assert.Equal(LanguageOperationStatus.Success, (await languages.CreateAsync(language, _user)).Status);
        }

        foreach (string isoCode in installed)
        {
            Assert.Equal(LanguageOperationStatus.Success, (await languages.DeleteAsync(isoCode, _user)).Status);
        }
    }

    private void PublishTree(int number)
    {
        Document root = PublishOne($"Root {number}", null);
        for (int i = 1; i <= 3; i++)
        {
            Document child = PublishOne($"Root {number}/Child {i}", root);
            for (int j = 1; j <= 3; j++)
            {
                PublishOne($"Root {number}/Child {i}/Grandchild {j}", child);
            }
        }
    }

    private Document PublishOne(string path, Document? parent)
    {
        string name = path.Split('/')[^1];
        Document document = parent is null
            ? new Document(name, Constants.System.Root, Page)
            : new Document(name, parent, Page);
        document.Key = Key(path);
        document.SetValue("title", "Title of " + path);
        Save(document);
        Publish(document);
        return document;
    }

    private async Task<IContentType> CreateTypeAsync(string alias, bool isElement, Guid key, TestProperty[] properties)
    {
        IShortStringHelper shortStrings = Get<IShortStringHelper>();
        ContentVariation variations = properties.Any(x => x.Varies) ? ContentVariation.Culture : ContentVariation.Nothing;
        var type = new ContentType(shortStrings, Constants.System.Root)
        {
            Key = key,
            Alias = alias,
            Name = alias,
            AllowedAsRoot = true,
            IsElement = isElement,
            Variations = variations,
        };
        foreach (TestProperty property in properties)
        {
            IDataType dataType = await CreateDataTypeAsync(property.Editor, property.Configuration);
            var propertyType = new PropertyType(shortStrings, dataType, property.Alias)
            {
                Name = property.Alias,
                Variations = property.Varies ? ContentVariation.Culture : ContentVariation.Nothing,
            };
            type.AddPropertyType(propertyType, "content", "Content");
        }

        Attempt<ContentTypeOperationStatus> result = await Get<IContentTypeService>().CreateAsync(type, _user);
        Assert.Equal(ContentTypeOperationStatus.Success, result.Result);
        return Get<IContentTypeService>().Get(alias)!;
    }
}

/// <summary>A property of a type that a test makes.</summary>
/// <param name="Alias">Its alias.</param>
/// <param name="Editor">The alias of its editor, e.g. <c>Umbraco.TextBox</c>.</param>
/// <param name="Configuration">The JSON of its data type's configuration.</param>
public sealed record TestProperty(string Alias, string Editor, string? Configuration = null)
{
    /// <summary>Whether it varies by culture, and its type with it.</summary>
    public bool Varies { get; init; }
}

/// <summary><see cref="DeliverySite"/> on SQLite.</summary>
public sealed class SqliteDeliverySite() : DeliverySite(Engine.Sqlite);

/// <summary><see cref="DeliverySite"/> on PostgreSQL.</summary>
public sealed class PostgresDeliverySite() : DeliverySite(Engine.Postgres);
