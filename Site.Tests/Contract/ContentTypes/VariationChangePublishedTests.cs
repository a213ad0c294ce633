using Site.Core.Persistence.DocumentUrls;
using Site.Tests.Contract.PublishedContent;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Tests.Contract.ContentTypes;

/// <summary>
/// What editors, visitors and the rest of the site see of documents whose type or properties begin, or cease, to vary by culture. What
/// was written in the default language, or in none, is what stays visible; what was written in other languages is hidden, and comes back
/// with the variation as long as the document was not saved in between.
/// </summary>
public abstract class VariationChangePublishedTests(PublishedSiteFixture site)
{
    private readonly VariationModel _model = new(site);

    private SchemaModel Schema => _model.Schema;

    private IPublishStatusQueryService Status => site.Get<IPublishStatusQueryService>();

    private IDocumentUrlService Urls => site.Get<IDocumentUrlService>();

    [Fact]
    public async Task A_document_whose_type_begins_to_vary_is_published_in_the_default_language_at_its_address()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Nothing, ContentVariation.Nothing);
        IContent document = _model.Invariant(type, "Publié");
        string segment = Urls.GetUrlSegment(document.Key, "fr", isDraft: false)!;
        string publishedName = document.Name!;
        document.Name = SchemaModel.UniqueAlias("Brouillon ");
        Schema.Save(document);

        await _model.ChangeTypeAsync(type, ContentVariation.Culture);

        IPublishedContent published = site.Published(document.Key)!;
        Assert.Equal([("fr", publishedName, segment)], published.Cultures.Values.Select(x => (x.Culture, x.Name, x.UrlSegment)));
        Assert.Equal((true, false), (published.IsPublished("fr"), published.IsPublished("en")));
        Assert.Equal((true, false), (Status.IsDocumentPublished(document.Key, "fr"), Status.IsDocumentPublished(document.Key, "en")));
        IPublishedContent preview = site.Preview(document.Key)!;
        Assert.Equal((document.Name, true), (preview.Cultures["fr"].Name, preview.IsDraft("fr")));
        Assert.Equal("Publié", _model.PublishedTitle(document, "fr"));
        IContent stored = Schema.Reload(document);
        Assert.Equal((document.Name, publishedName), (stored.GetCultureName("fr"), stored.GetPublishName("fr")));
        Assert.Equal((true, true), (stored.Edited, stored.IsCultureEdited("fr")));
        Assert.Null(Urls.GetUrlSegment(document.Key, "en", isDraft: false));
        int french = site.InScope(() => site.Get<ILanguageRepository>().GetIdByIsoCode("fr"))!.Value;
        Assert.Equal(0, Stored.Count<DocumentUrlRow>(site, x => x.UniqueId == document.Key && x.LanguageId != french));
        Assert.True(VariationModel.IsWhole(site, document));

        Schema.Publish(stored);
        Assert.Equal(document.Name, site.Published(document.Key)!.Cultures["fr"].Name);
        Assert.False(Schema.Reload(document).Edited);
    }

    [Fact]
    public async Task A_document_whose_type_ceases_to_vary_is_published_with_what_the_default_language_said()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Culture);
        IContent document = _model.PublishedVariant(type, "titre", "title");
        string segment = Urls.GetUrlSegment(document.Key, "fr", isDraft: false)!;
        string publishedName = document.GetCultureName("fr")!;
        string draftName = SchemaModel.UniqueAlias("Brouillon ");
        document.SetCultureName(draftName, "fr");
        document.SetValue(VariationModel.Title, "brouillon", "fr");
        Schema.Save(document);

        await _model.ChangeTypeAsync(type, ContentVariation.Nothing);

        IPublishedContent published = site.Published(document.Key)!;
        Assert.Equal([(publishedName, segment)], published.Cultures.Values.Select(x => (x.Name, x.UrlSegment)));
        Assert.Equal(("titre", "brouillon"), (_model.PublishedTitle(document), _model.PreviewTitle(document)));
        Assert.True(Status.IsDocumentPublished(document.Key, "fr"));
        IContent stored = Schema.Reload(document);
        Assert.Equal((draftName, publishedName, true), (stored.Name, stored.PublishName, stored.Edited));
        Assert.Equal(("brouillon", "titre"), (stored.GetValue(VariationModel.Title), stored.GetValue(VariationModel.Title, published: true)));
        Assert.True(VariationModel.IsWhole(site, document));

        Schema.Publish(stored);
        Assert.Equal("brouillon", _model.PublishedTitle(document));
        Assert.False(Schema.Reload(document).Edited);
    }

    [Fact]
    public async Task A_document_that_was_not_published_in_the_default_language_is_not_published_without_languages()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Culture);
        IContent document = await _model.WithoutMandatoryAsync(() => _model.PublishedVariant(type, "titre", "title", cultures: "en"));
        Assert.True(document.Published);

        await _model.ChangeTypeAsync(type, ContentVariation.Nothing);

        Assert.Null(site.Published(document.Key));
        Assert.False(Status.IsDocumentPublishedInAnyCulture(document.Key));
        IContent stored = Schema.Reload(document);
        Assert.Equal((false, true), (stored.Published, stored.Edited));
        Assert.Equal("titre", _model.PreviewTitle(document));

        Schema.Publish(stored);
        Assert.Equal("titre", _model.PublishedTitle(document));
    }

    [Fact]
    public async Task Languages_come_back_with_the_variation_of_the_type()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Culture);
        IContent document = _model.PublishedVariant(type, "titre", "title");
        string englishName = document.GetCultureName("en")!;

        await _model.ChangeTypeAsync(type, ContentVariation.Nothing);
        await _model.ChangeTypeAsync(type, ContentVariation.Culture);
        await _model.ChangePropertiesAsync(type, ContentVariation.Culture);

        IPublishedContent published = site.Published(document.Key)!;
        Assert.Equal(["en", "fr"], published.Cultures.Keys.Order());
        Assert.Equal(englishName, published.Cultures["en"].Name);
        Assert.Equal(("titre", "title"), (_model.PublishedTitle(document, "fr"), _model.PublishedTitle(document, "en")));
        Assert.Equal((true, true), (Status.IsDocumentPublished(document.Key, "fr"), Status.IsDocumentPublished(document.Key, "en")));
        Assert.NotNull(Urls.GetUrlSegment(document.Key, "en", isDraft: false));
        Assert.False(Schema.Reload(document).Edited);
        Assert.Equal(["title/en", "titre/fr"], _model.TagsOf(document));
        Assert.True(VariationModel.IsWhole(site, document));
    }

    [Fact]
    public async Task A_property_that_begins_to_vary_is_published_in_the_default_language()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Nothing);
        IContent document = _model.PublishedVariant(type, "commun", "ignored");
        Assert.Equal("commun", _model.PublishedTitle(document, "en"));
        Assert.Equal(["commun/-"], _model.TagsOf(document));

        await _model.ChangePropertiesAsync(type, ContentVariation.Culture);

        Assert.Equal(("commun", string.Empty), (_model.PublishedTitle(document, "fr"), _model.PublishedTitle(document, "en")));
        IContent stored = Schema.Reload(document);
        Assert.Equal((false, false, false), (stored.Edited, stored.IsCultureEdited("fr"), stored.IsCultureEdited("en")));
        Assert.Equal(["commun/fr"], _model.TagsOf(document));
        Assert.True(VariationModel.IsWhole(site, document));
    }

    [Fact]
    public async Task A_property_that_ceases_to_vary_shows_the_default_language_in_every_language()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Culture);
        IContent document = _model.PublishedVariant(type, "titre", "title");
        Assert.Equal(["title/en", "titre/fr"], _model.TagsOf(document));

        await _model.ChangePropertiesAsync(type, ContentVariation.Nothing);

        Assert.Equal(("titre", "titre"), (_model.PublishedTitle(document, "fr"), _model.PublishedTitle(document, "en")));
        Assert.Equal(["titre/-"], _model.TagsOf(document));
        Assert.True(VariationModel.IsWhole(site, document));
    }

    [Fact]
    public async Task What_is_hidden_is_no_difference_between_draft_and_published()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Culture);
        IContent document = _model.PublishedVariant(type, "titre", "title");
        document.SetValue(VariationModel.Title, "draft", "en");
        Schema.Save(document);

        await _model.ChangePropertiesAsync(type, ContentVariation.Nothing);
        IContent stored = Schema.Reload(document);
        Assert.Equal((false, false, false), (stored.Edited, stored.IsCultureEdited("fr"), stored.IsCultureEdited("en")));

        await _model.ChangePropertiesAsync(type, ContentVariation.Culture);
        stored = Schema.Reload(document);
        Assert.Equal((true, false, true), (stored.Edited, stored.IsCultureEdited("fr"), stored.IsCultureEdited("en")));
    }

    [Fact]
    public async Task Saving_a_document_that_hides_values_edits_nothing()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Culture);
        IContent document = _model.PublishedVariant(type, "titre", "title");
        await _model.ChangePropertiesAsync(type, ContentVariation.Nothing);

        Schema.Save(Schema.Reload(document));

        Assert.False(Schema.Reload(document).Edited);
    }

    [Fact]
    public async Task A_hidden_value_refers_to_nothing()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Culture);
        IContent french = _model.Variant(type, "un", "one");
        IContent english = _model.Variant(type, "deux", "two");
        IContent document = _model.PublishedVariant(type, "titre", "title", french, english);
        Assert.Equal([french.Id, english.Id], _model.RelatedTo(document));

        await _model.ChangePropertiesAsync(type, ContentVariation.Nothing);
        Assert.Equal([french.Id], _model.RelatedTo(document));

        await _model.ChangePropertiesAsync(type, ContentVariation.Culture);
        Assert.Equal([french.Id, english.Id], _model.RelatedTo(document));
    }

    [Fact]
    public async Task A_composition_that_ceases_to_vary_changes_every_type_that_has_it()
    {
        ContentType made = Schema.NewType("Mixin", ContentVariation.Culture);
        foreach (PropertyType property in await _model.PropertiesAsync(ContentVariation.Culture))
        {
            made.AddPropertyType(property, "content", "Content");
        }

        IContentType mixin = await Schema.CreateAsync(made);
        ContentType middle = Schema.NewType("Milieu", ContentVariation.Culture);
        middle.AddContentType(mixin);
        ContentType outer = Schema.NewType("Dehors", ContentVariation.Culture);
        outer.AddContentType(await Schema.CreateAsync(middle));
        IContent document = _model.PublishedVariant(await Schema.CreateAsync(outer), "titre", "title");

        await _model.ChangeTypeAsync(mixin, ContentVariation.Nothing);

        Assert.Equal(("titre", "titre"), (_model.PublishedTitle(document, "fr"), _model.PublishedTitle(document, "en")));
        Assert.Equal("titre", Schema.Reload(document).GetValue(VariationModel.Title));
        Assert.Equal(["en", "fr"], site.Published(document.Key)!.Cultures.Keys.Order());
        Assert.Equal(["titre/-"], _model.TagsOf(document));

        await _model.ChangeTypeAsync(mixin, ContentVariation.Culture);
        await _model.ChangePropertiesAsync(mixin, ContentVariation.Culture);
        Assert.Equal(("titre", "title"), (_model.PublishedTitle(document, "fr"), _model.PublishedTitle(document, "en")));
    }

    [Fact]
    public async Task Older_versions_change_with_the_newest()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Nothing, ContentVariation.Nothing);
        IContent document = _model.Invariant(type, "première");
        int first = Schema.Contents.GetVersionIds(document.Id, 10).Last();
        document.SetValue(VariationModel.Title, "seconde");
        Schema.Save(document);
        Schema.Publish(document);

        await _model.ChangeTypeAsync(type, ContentVariation.Culture);
        await _model.ChangePropertiesAsync(type, ContentVariation.Culture);
        Assert.True(Schema.Contents.Rollback(document.Id, first, "fr").Success);

        IContent stored = Schema.Reload(document);
        Assert.Equal(("première", "seconde"), (stored.GetValue(VariationModel.Title, "fr"), stored.GetValue(VariationModel.Title, "fr", published: true)));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqlitePublishedSiteFixture site) : VariationChangePublishedTests(site), IClassFixture<SqlitePublishedSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresPublishedSiteFixture site) : VariationChangePublishedTests(site), IClassFixture<PostgresPublishedSiteFixture>;
}
