using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.PublishedContent;

/// <summary>A site in French and English with one document type: a page whose title varies by culture and whose number does not.</summary>
public abstract class PublishedSiteFixture(Engine engine) : SiteFixture(engine)
{
    /// <summary>The alias of the page's type.</summary>
    public const string PageAlias = "testPage";

    private static readonly Guid _user = Constants.Security.SuperUserKey;

    /// <summary>What visitors see of the document; <c>null</c> when they see nothing.</summary>
    public IPublishedContent? Published(Guid key) => Get<IPublishedContentCache>().GetById(false, key);

    /// <summary>What editors see of the document in a preview.</summary>
    public IPublishedContent? Preview(Guid key) => Get<IPublishedContentCache>().GetById(true, key);

    /// <summary>The document as editors work on it.</summary>
    public IContent Document(Guid key) => Get<IContentService>().GetById(key) ?? throw new InvalidOperationException($"There is no document {key}.");

    /// <summary>Saves a new page in both languages, unpublished.</summary>
    public IContent CreatePage(string name, int parentId = Constants.System.Root)
    {
        IContent page = Get<IContentService>().Create(name, parentId, PageAlias);
        page.SetCultureName(name, "fr");
        page.SetCultureName(name + " en", "en");
        page.SetValue("title", "Titre de " + name, "fr");
        page.SetValue("title", "Title of " + name, "en");
        page.SetValue("number", 7);
        Save(page);
        return page;
    }

    /// <summary>Saves and publishes a new page in both languages.</summary>
    public IContent PublishPage(string name, int parentId = Constants.System.Root)
    {
        IContent page = CreatePage(name, parentId);
        Publish(page);
        return page;
    }

    /// <summary>Saves what an editor has changed.</summary>
    public void Save(IContent document) => Assert.True(Get<IContentService>().Save(document).Success);

    /// <summary>Publishes what is saved, in all cultures or those given.</summary>
    public void Publish(IContent document, params string[] cultures)
    {
        PublishResult result = Get<IContentService>().Publish(document, cultures.Length > 0 ? cultures : ["*"]);
        Assert.True(result.Success, result.Result.ToString());
    }

    /// <summary>Gives the document addresses of its own: <c>/</c> in French and <c>/en</c> in English.</summary>
    public async Task AssignDomainsAsync(IContent document)
    {
        var domains = new DomainsUpdateModel
        {
            Domains = [new DomainModel { DomainName = "/", IsoCode = "fr" }, new DomainModel { DomainName = "/en", IsoCode = "en" }],
        };
        Attempt<DomainUpdateResult, DomainOperationStatus> result = await Get<IDomainService>().UpdateDomainsAsync(document.Key, domains);
        Assert.Equal(DomainOperationStatus.Success, result.Status);
    }

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateLanguageAsync(new Language("fr", "français") { IsDefault = true, IsMandatory = true });
        await CreateLanguageAsync(new Language("en", "English"));
        IDataType text = await CreateDataTypeAsync("Test text", Constants.PropertyEditors.Aliases.TextBox, ValueStorageType.Nvarchar);
        IDataType number = await CreateDataTypeAsync("Test number", Constants.PropertyEditors.Aliases.Integer, ValueStorageType.Integer);
        await CreatePageTypeAsync(text, number);
    }

    private async Task CreateLanguageAsync(Language language)
    {
        Attempt<ILanguage, LanguageOperationStatus> result = await Get<ILanguageService>().CreateAsync(language, _user);
        Assert.Contains(result.Status, new[] { LanguageOperationStatus.Success, LanguageOperationStatus.DuplicateIsoCode });
    }

    private async Task<IDataType> CreateDataTypeAsync(string name, string editorAlias, ValueStorageType storage)
    {
        IDataEditor editor = Get<PropertyEditorCollection>()[editorAlias]!;
        var dataType = new DataType(editor, Get<IConfigurationEditorJsonSerializer>()) { Name = name, DatabaseType = storage, EditorUiAlias = "Test" };
        Attempt<IDataType, DataTypeOperationStatus> result = await Get<IDataTypeService>().CreateAsync(dataType, _user);
        Assert.Equal(DataTypeOperationStatus.Success, result.Status);
        return result.Result;
    }

    private async Task CreatePageTypeAsync(IDataType text, IDataType number)
    {
        IShortStringHelper shortStrings = Get<IShortStringHelper>();
        var type = new ContentType(shortStrings, Constants.System.Root)
        {
            Alias = PageAlias,
            Name = "Test page",
            AllowedAsRoot = true,
            Variations = ContentVariation.Culture,
        };
        type.AddPropertyType(new PropertyType(shortStrings, text, "title") { Name = "Title", Variations = ContentVariation.Culture }, "content", "Content");
        type.AddPropertyType(new PropertyType(shortStrings, number, "number") { Name = "Number" }, "content", "Content");
        Attempt<ContentTypeOperationStatus> result = await Get<IContentTypeService>().CreateAsync(type, _user);
        Assert.Equal(ContentTypeOperationStatus.Success, result.Result);
    }
}

/// <summary><see cref="PublishedSiteFixture"/> on SQLite.</summary>
public sealed class SqlitePublishedSiteFixture() : PublishedSiteFixture(Engine.Sqlite);

/// <summary><see cref="PublishedSiteFixture"/> on PostgreSQL.</summary>
public sealed class PostgresPublishedSiteFixture() : PublishedSiteFixture(Engine.Postgres);
