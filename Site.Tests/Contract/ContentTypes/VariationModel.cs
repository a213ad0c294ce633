using Site.Tests.Contract.PublishedContent;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Tests.Contract.ContentTypes;

/// <summary>Types with a text, tags and a picked document, and documents of them, in a site in French (the default) and English.</summary>
public sealed class VariationModel(PublishedSiteFixture site)
{
    public const string Title = "title";
    public const string Tags = "tags";
    public const string Related = "related";

    /// <summary>Makes types and documents that need nothing of this one.</summary>
    public SchemaModel Schema { get; } = new(site);

    /// <summary>A type whose three properties vary as given.</summary>
    public async Task<IContentType> TypeAsync(ContentVariation type, ContentVariation properties)
    {
        ContentType made = Schema.NewType("Variable", type);
        foreach (PropertyType property in await PropertiesAsync(properties))
        {
            made.AddPropertyType(property, "content", "Content");
        }

        return await Schema.CreateAsync(made);
    }

    /// <summary>A title, tags and a picked document that vary as given.</summary>
    public async Task<PropertyType[]> PropertiesAsync(ContentVariation variations) =>
    [
        Schema.NewProperty(await Schema.TextBoxAsync(), Title, variations),
        Schema.NewProperty(
            await Schema.DataTypeAsync(
                Constants.PropertyEditors.Aliases.Tags,
                ValueStorageType.Ntext,
                new Dictionary<string, object> { ["group"] = "variation", ["storageType"] = "Json" }),
            Tags,
            variations),
        Schema.NewProperty(await Schema.DataTypeAsync(Constants.PropertyEditors.Aliases.ContentPicker, ValueStorageType.Nvarchar), Related, variations),
    ];

    /// <summary>The type with every property of its own varying as given.</summary>
    public Task<IContentType> ChangePropertiesAsync(IContentType type, ContentVariation variations)
    {
        type = Schema.Reload(type);
        foreach (IPropertyType property in type.PropertyTypes)
        {
            property.Variations = variations;
        }

        return Schema.UpdateAsync(type);
    }

    /// <summary>The type varying as given; what it no longer varies by, its properties no longer vary by either.</summary>
    public Task<IContentType> ChangeTypeAsync(IContentType type, ContentVariation variations)
    {
        type = Schema.Reload(type);
        type.Variations = variations;
        return Schema.UpdateAsync(type);
    }

    /// <summary>An invariant document, published.</summary>
    public IContent Invariant(IContentType type, string title, IContent? related = null)
    {
        var document = new Umbraco.Cms.Core.Models.Content(SchemaModel.UniqueAlias(title), Constants.System.Root, type);
        Fill(document, title, related, null);
        Schema.Save(document);
        Schema.Publish(document);
        return Schema.Reload(document);
    }

    /// <summary>A document in both languages, saved; its values are those given where its properties vary.</summary>
    public IContent Variant(IContentType type, string french, string english, IContent? frenchRelated = null, IContent? englishRelated = null)
    {
        var document = new Umbraco.Cms.Core.Models.Content(null, Constants.System.Root, type);
        document.SetCultureName(SchemaModel.UniqueAlias(french), "fr");
        document.SetCultureName(SchemaModel.UniqueAlias(english), "en");
        if (document.Properties[Title]!.PropertyType.VariesByCulture())
        {
            Fill(document, french, frenchRelated, "fr");
            Fill(document, english, englishRelated, "en");
        }
        else
        {
            Fill(document, french, frenchRelated, null);
        }

        Schema.Save(document);
        return Schema.Reload(document);
    }

    /// <summary>A document in both languages, published in those given or in both.</summary>
    public IContent PublishedVariant(IContentType type, string french, string english, IContent? frenchRelated = null, IContent? englishRelated = null, params string[] cultures)
    {
        IContent document = Variant(type, french, english, frenchRelated, englishRelated);
        Schema.Publish(document, cultures);
        return Schema.Reload(document);
    }

    /// <summary>Does something while the default language may be left out.</summary>
    public async Task<IContent> WithoutMandatoryAsync(Func<IContent> act)
    {
        await SetMandatoryAsync(false);
        try
        {
            return act();
        }
        finally
        {
            await SetMandatoryAsync(true);
        }
    }

    /// <summary>The title that visitors read.</summary>
    public object? PublishedTitle(IContent document, string? culture = null) => TitleOf(site.Published(document.Key), culture);

    /// <summary>The title that a preview shows.</summary>
    public object? PreviewTitle(IContent document, string? culture = null) => TitleOf(site.Preview(document.Key), culture);

    /// <summary>The texts of the document's tags with their languages, those without a language last.</summary>
    public string[] TagsOf(IContent document)
    {
        ILanguage[] languages = site.InScope(() => site.Get<ILanguageRepository>().GetMany().ToArray());
        return [.. site.Get<ITagService>().GetTagsForEntity(document.Id, "variation", "*")
            .Select(x => $"{x.Text}/{Array.Find(languages, y => y.Id == x.LanguageId)?.IsoCode ?? "-"}").Order()];
    }

    /// <summary>The documents to which the document refers by itself.</summary>
    public int[] RelatedTo(IContent document) =>
        [.. site.Get<IRelationService>().GetByParentId(document.Id)!.Where(x => x.RelationType.Alias == "umbDocument").Select(x => x.ChildId).Order()];

    /// <summary>Whether what was stored says the same when the snapshot is read anew.</summary>
    public static bool IsWhole(PublishedSiteFixture site, IContent document)
    {
        string kept = Describe(site, document);
        site.Get<Site.Core.PublishedContent.Snapshots.SnapshotStore>().Load();
        return kept == Describe(site, document);
    }

    private async Task SetMandatoryAsync(bool mandatory)
    {
        ILanguage language = (await site.Get<ILanguageService>().GetDefaultLanguageAsync())!;
        language.IsMandatory = mandatory;
        Assert.True((await site.Get<ILanguageService>().UpdateAsync(language, Constants.Security.SuperUserKey)).Success);
    }

    private static string Describe(PublishedSiteFixture site, IContent document) => string.Join('|', new[] { site.Published(document.Key), site.Preview(document.Key) }
        .Select(x => x is null ? "nothing" : string.Join(',', x.Cultures.OrderBy(y => y.Key).Select(y =>
            $"{y.Key}={y.Value.Name}/{y.Value.UrlSegment}/{x.IsDraft(y.Key)}/{x.IsPublished(y.Key)}/{TitleOf(x, y.Key)}"))));

    private static object? TitleOf(IPublishedContent? content, string? culture) => content?.GetProperty(Title)?.GetValue(culture);

    private static void Fill(Umbraco.Cms.Core.Models.Content document, string title, IContent? related, string? culture)
    {
        document.SetValue(Title, title, culture);
        document.SetValue(Tags, $"[\"{title}\"]", culture);
        if (related is not null)
        {
            document.SetValue(Related, Udi.Create(Constants.UdiEntityType.Document, related.Key).ToString(), culture);
        }
    }
}
