using System.Runtime.CompilerServices;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.Documents;

/// <summary>Two languages and a variant and an invariant document type, made once for a site under test.</summary>
public sealed class DocumentModel
{
    public const string Title = "title";
    public const string Number = "number";
    public const string Amount = "amount";
    public const string Day = "day";
    public const string Body = "body";
    public const string Related = "related";

    private static readonly ConditionalWeakTable<IServiceProvider, Task<DocumentModel>> _models = [];

    private readonly SiteFixture _site;

    private DocumentModel(SiteFixture site, string defaultCulture, string otherCulture, IContentType page, IContentType note)
    {
        _site = site;
        DefaultCulture = defaultCulture;
        OtherCulture = otherCulture;
        Page = page;
        Note = note;
    }

    public string DefaultCulture { get; }

    public string OtherCulture { get; }

    /// <summary>Varies by culture; its title does, its other properties do not.</summary>
    public IContentType Page { get; }

    /// <summary>Does not vary.</summary>
    public IContentType Note { get; }

    public IContentService Contents => _site.Get<IContentService>();

    public static Task<DocumentModel> OfAsync(SiteFixture site)
    {
        lock (_models)
        {
            return _models.GetValue(site.Services, _ => CreateAsync(site));
        }
    }

    /// <summary>A page that is not saved yet; its name in the other language ends with the language's code.</summary>
    public IContent NewPage(string name, int parentId = Constants.System.Root)
    {
        var page = new Umbraco.Cms.Core.Models.Content(null, parentId, Page);
        page.SetCultureName(name, DefaultCulture);
        page.SetCultureName($"{name} {OtherCulture}", OtherCulture);
        page.SetValue(Title, $"Titre de {name}", DefaultCulture);
        page.SetValue(Title, $"Title of {name}", OtherCulture);
        return page;
    }

    /// <summary>A document of any type that is not saved yet; a variant one has no name.</summary>
    public static IContent New(IContentType type, string? name = null, int parentId = Constants.System.Root) =>
        new Umbraco.Cms.Core.Models.Content(name, parentId, type);

    /// <summary>A page that is saved.</summary>
    public IContent SavedPage(string name, int parentId = Constants.System.Root)
    {
        IContent page = NewPage(name, parentId);
        Save(page);
        return page;
    }

    /// <summary>A note that is saved.</summary>
    public IContent SavedNote(string name, int parentId = Constants.System.Root)
    {
        IContent note = new Umbraco.Cms.Core.Models.Content(name, parentId, Note);
        Save(note);
        return note;
    }

    public void Save(IContent content)
    {
        OperationResult result = Contents.Save(content);
        Assert.True(result.Success, result.Result.ToString());
    }

    public void Publish(IContent content, params string[] cultures)
    {
        PublishResult result = Contents.Publish(content, cultures is [] ? ["*"] : cultures);
        Assert.True(result.Success, result.Result.ToString());
    }

    public IContent Reload(IContent content) => Contents.GetById(content.Id) ?? throw new InvalidOperationException($"{content.Name} is gone.");

    /// <summary>A name that no other test uses.</summary>
    public static string Unique(string name) => $"{name} {Guid.NewGuid():N}";

    private static async Task<DocumentModel> CreateAsync(SiteFixture site)
    {
        ILanguageService languages = site.Get<ILanguageService>();
        ILanguage[] known = [.. await languages.GetAllAsync()];
        string defaultCulture = known.FirstOrDefault(x => x.IsDefault)?.IsoCode ?? await AddLanguageAsync(languages, "fr", isDefault: true);
        string otherCulture = known.FirstOrDefault(x => x.IsoCode != defaultCulture)?.IsoCode
            ?? await AddLanguageAsync(languages, defaultCulture == "en" ? "fr" : "en", isDefault: false);
        var page = new ContentType(site.Get<IShortStringHelper>(), Constants.System.Root)
        {
            Alias = "contractPage",
            Name = "Contract page",
            Variations = ContentVariation.Culture,
            AllowedAsRoot = true,
        };
        var note = new ContentType(site.Get<IShortStringHelper>(), Constants.System.Root) { Alias = "contractNote", Name = "Contract note", AllowedAsRoot = true };
        await AddPropertiesAsync(site, page, ContentVariation.Culture);
        await AddPropertiesAsync(site, note, ContentVariation.Nothing);
        return new DocumentModel(site, defaultCulture, otherCulture, await site.SaveAsync(page), await site.SaveAsync(note));
    }

    private static async Task<string> AddLanguageAsync(ILanguageService languages, string isoCode, bool isDefault)
    {
        Attempt<ILanguage, Umbraco.Cms.Core.Services.OperationStatus.LanguageOperationStatus> created =
            await languages.CreateAsync(new Language(isoCode, isoCode) { IsDefault = isDefault, IsMandatory = isDefault }, Constants.Security.SuperUserKey);
        Assert.True(created.Success, created.Status.ToString());
        return isoCode;
    }

    private static async Task AddPropertiesAsync(SiteFixture site, ContentType type, ContentVariation titleVariations)
    {
        await AddAsync(Title, Constants.PropertyEditors.Aliases.TextBox, ValueStorageType.Nvarchar, titleVariations);
        await AddAsync(Number, Constants.PropertyEditors.Aliases.Integer, ValueStorageType.Integer);
        await AddAsync(Amount, Constants.PropertyEditors.Aliases.Decimal, ValueStorageType.Decimal);
        await AddAsync(Day, Constants.PropertyEditors.Aliases.PlainDateTime, ValueStorageType.Date);
        await AddAsync(Body, Constants.PropertyEditors.Aliases.TextArea, ValueStorageType.Ntext);
        await AddAsync(Related, Constants.PropertyEditors.Aliases.ContentPicker, ValueStorageType.Nvarchar);

        async Task AddAsync(string alias, string editorAlias, ValueStorageType storage, ContentVariation variations = ContentVariation.Nothing) =>
            type.AddProperty(site, alias, await site.DataTypeAsync(editorAlias, storage), variations);
    }
}
