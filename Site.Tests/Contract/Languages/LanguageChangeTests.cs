using Site.Core.Persistence.Documents;
using Site.Core.Persistence.DocumentUrls;
using Site.Core.Persistence.Domains;
using Site.Tests.Contract.ContentTypes;
using Site.Tests.Contract.PublishedContent;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.Languages;

/// <summary>What becomes of everything that is written in a language when the language goes, is renamed or becomes the default.</summary>
public abstract class LanguageChangeTests(PublishedSiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    private readonly VariationModel _model = new(site);

    private SchemaModel Schema => _model.Schema;

    private ILanguageService Languages => site.Get<ILanguageService>();

    [Fact]
    public async Task A_deleted_language_is_gone_from_published_content_at_once()
    {
        await CreateAsync("it");
        IContent document = await PublishedInAsync("it");
        Assert.Equal(["fr", "it"], site.Published(document.Key)!.Cultures.Keys.Order());
        Assert.Contains("italiano/it", _model.TagsOf(document));

        await DeleteAsync("it");

        Assert.Equal(["fr"], site.Published(document.Key)!.Cultures.Keys);
        Assert.Equal(["fr"], site.Preview(document.Key)!.Cultures.Keys);
        Assert.Equal("français", _model.PublishedTitle(document, "fr"));
        Assert.Equal(string.Empty, _model.PublishedTitle(document, "it"));
        Assert.Equal(["français/fr"], _model.TagsOf(document));
        Assert.Equal((true, false), (Status.IsDocumentPublished(document.Key, "fr"), Status.IsDocumentPublished(document.Key, "it")));
        IContent stored = Schema.Reload(document);
        Assert.Equal((true, false), (stored.Published, stored.Edited));
        Assert.True(VariationModel.IsWhole(site, document));

        Schema.Publish(stored);
        Assert.Equal(["fr"], site.Published(document.Key)!.Cultures.Keys);
    }

    [Fact]
    public async Task A_document_that_was_published_in_a_deleted_language_only_is_published_no_more()
    {
        await CreateAsync("de");
        IContent document = await PublishedInAsync("de", "de");
        Assert.True(document.Published);

        await DeleteAsync("de");

        Assert.Null(site.Published(document.Key));
        Assert.False(Status.IsDocumentPublishedInAnyCulture(document.Key));
        Assert.False(Schema.Reload(document).Published);
        Assert.True(Schema.Reload(document).IsCultureEdited("fr"));
        Assert.Equal(["fr"], site.Preview(document.Key)!.Cultures.Keys);
        Schema.Publish(Schema.Reload(document), "fr");
        Assert.Equal("français", _model.PublishedTitle(document, "fr"));
    }

    [Fact]
    public async Task A_difference_in_a_deleted_language_is_none()
    {
        await CreateAsync("nl");
        IContent document = await PublishedInAsync("nl");
        document.SetValue(VariationModel.Title, "concept", "nl");
        Schema.Save(document);
        Assert.True(Schema.Reload(document).Edited);

        await DeleteAsync("nl");

        Assert.False(Schema.Reload(document).Edited);
    }

    [Fact]
    public async Task A_deleted_language_takes_domains_redirects_urls_schedules_and_permissions_along()
    {
        ILanguage language = await CreateAsync("pt");
        IContent document = await PublishedInAsync("pt");
        var domains = new DomainsUpdateModel { Domains = [new DomainModel { DomainName = "example.org/pt", IsoCode = "pt" }] };
        Assert.Equal(DomainOperationStatus.Success, (await site.Get<IDomainService>().UpdateDomainsAsync(document.Key, domains)).Status);
        site.Get<IRedirectUrlService>().Register("/antigo", document.Key, "pt");
        site.Get<IRedirectUrlService>().Register("/ancien", document.Key, "fr");
        IUserGroup group = await GroupAsync(language);
        int id = language.Id;

        await DeleteAsync("pt");

        Assert.Equal(["/ancien"], site.Get<IRedirectUrlService>().GetContentRedirectUrls(document.Key).Select(x => x.Url));
        Assert.Empty(await site.Get<IDomainService>().GetAssignedDomainsAsync(document.Key, true));
        Assert.False(site.Get<IDomainCache>().HasAssigned(document.Id));
        Assert.Empty((await site.Get<IUserGroupService>().GetAsync(group.Key))!.AllowedLanguages);
        Assert.Equal(0, Stored.Count<DocumentUrlRow>(site, x => x.LanguageId == id));
        Assert.Equal(0, Stored.Count<DomainRow>(site, x => x.LanguageId == id));
        Assert.Equal(0, Stored.Count<ContentScheduleRow>(site, x => x.LanguageId == id));
    }

    [Fact]
    public async Task The_default_language_is_not_deleted_and_one_that_others_fall_back_to_is()
    {
        Assert.Equal(LanguageOperationStatus.MissingDefault, (await Languages.DeleteAsync("fr", _user)).Status);
        await CreateAsync("es");
        Assert.True((await Languages.CreateAsync(new Language("ca", "Català") { FallbackIsoCode = "es" }, _user)).Success);

        await DeleteAsync("es");

        Assert.Null((await Languages.GetAsync("ca"))!.FallbackIsoCode);
        Assert.Equal("fr", await Languages.GetDefaultIsoCodeAsync());
    }

    [Fact]
    public async Task A_new_language_is_one_in_which_nothing_is_written()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Culture);
        IContent document = _model.PublishedVariant(type, "titre", "title");

        await CreateAsync("da");

        Assert.Equal(["en", "fr"], site.Published(document.Key)!.Cultures.Keys.Order());
        Assert.False(Status.IsDocumentPublished(document.Key, "da"));
        IContent stored = Schema.Reload(document);
        stored.SetCultureName("Dansk", "da");
        Schema.Save(stored);
        Schema.Publish(stored, "da");
        Assert.Equal("Dansk", site.Published(document.Key)!.Cultures["da"].Name);
    }

    [Fact]
    public async Task Content_follows_a_language_to_its_new_code()
    {
        ILanguage language = await CreateAsync("pl");
        IContent document = await PublishedInAsync("pl");
        site.Get<IRedirectUrlService>().Register("/dawny", document.Key, "pl");

        Rename(language, "pl-PL");

        Assert.Null(await Languages.GetAsync("pl"));
        Assert.Equal(["fr", "pl-PL"], site.Published(document.Key)!.Cultures.Keys.Order());
        Assert.Equal("italiano", _model.PublishedTitle(document, "pl-PL"));
        Assert.Equal("italiano", Schema.Reload(document).GetValue(VariationModel.Title, "pl-PL"));
        Assert.Equal(["/dawny"], site.Get<IRedirectUrlService>().GetContentRedirectUrls(document.Key).Where(x => x.Culture == "pl-PL").Select(x => x.Url));
        Assert.Equal((true, false), (Status.IsDocumentPublished(document.Key, "pl-PL"), Status.IsDocumentPublished(document.Key, "pl")));
        Assert.NotNull(site.Get<IDocumentUrlService>().GetUrlSegment(document.Key, "pl-PL", isDraft: false));
        Assert.True(VariationModel.IsWhole(site, document));
    }

    [Fact]
    public async Task Documents_are_listed_by_the_name_in_the_new_default_language_and_nothing_is_published_anew()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Culture);
        IContent document = _model.PublishedVariant(type, "titre", "title");
        string english = document.GetCultureName("en")!;
        try
        {
            await MakeDefaultAsync("en");

            Assert.Equal((english, english), (Schema.Reload(document).Name, Schema.Reload(document).PublishName));
            Assert.False(Schema.Reload(document).Edited);
            Assert.Equal(("titre", "title"), (_model.PublishedTitle(document, "fr"), _model.PublishedTitle(document, "en")));
            Assert.Equal("en", site.Get<IDefaultCultureAccessor>().DefaultCulture);

            await _model.ChangeTypeAsync(type, ContentVariation.Nothing);
            Assert.Equal("title", _model.PublishedTitle(document));
            Assert.Equal(english, Schema.Reload(document).Name);
        }
        finally
        {
            await MakeDefaultAsync("fr");
        }
    }

    [Fact]
    public async Task What_does_not_vary_is_edited_in_the_new_default_language()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Nothing);
        IContent document = _model.PublishedVariant(type, "titre", "title");
        document.SetValue(VariationModel.Title, "nouveau");
        Schema.Save(document);
        Assert.Equal(["fr"], Schema.Reload(document).EditedCultures!);
        try
        {
            await MakeDefaultAsync("en");
            Assert.Equal(["en"], Schema.Reload(document).EditedCultures!);
        }
        finally
        {
            await MakeDefaultAsync("fr");
        }

        Assert.Equal(["fr"], Schema.Reload(document).EditedCultures!);
    }

    private IPublishStatusQueryService Status => site.Get<IPublishStatusQueryService>();

    private async Task<ILanguage> CreateAsync(string isoCode)
    {
        Attempt<ILanguage, LanguageOperationStatus> created = await Languages.CreateAsync(new Language(isoCode, isoCode), _user);
        Assert.True(created.Success, created.Status.ToString());
        return created.Result;
    }

    private async Task DeleteAsync(string isoCode)
    {
        Attempt<ILanguage?, LanguageOperationStatus> deleted = await Languages.DeleteAsync(isoCode, _user);
        Assert.True(deleted.Success, deleted.Status.ToString());
    }

    private async Task MakeDefaultAsync(string isoCode)
    {
        ILanguage language = (await Languages.GetAsync(isoCode))!;
        language.IsDefault = true;
        Assert.True((await Languages.UpdateAsync(language, _user)).Success);
    }

    // Core's service finds a language by its code, and so cannot change it; who writes to the repository can.
    private void Rename(ILanguage language, string isoCode)
    {
        ILanguage renamed = site.InScope(() => site.Get<ILanguageRepository>().Get(language.Id))!;
        renamed.IsoCode = isoCode;
        using Umbraco.Cms.Core.Scoping.ICoreScope scope = site.CreateScope();
        site.Get<ILanguageRepository>().Save(renamed);
        scope.Notifications.Publish(new Umbraco.Cms.Core.Notifications.LanguageSavedNotification(renamed, new Umbraco.Cms.Core.Events.EventMessages()));
        scope.Complete();
    }

    private async Task<IUserGroup> GroupAsync(ILanguage language)
    {
        var group = new UserGroup(site.Get<IShortStringHelper>(), 0, SchemaModel.UniqueAlias("groupe"), SchemaModel.UniqueAlias("Groupe "), "icon-users");
        group.AddAllowedLanguage(language.Id);
        Attempt<IUserGroup, UserGroupOperationStatus> created = await site.Get<IUserGroupService>().CreateAsync(group, _user);
        Assert.True(created.Success, created.Status.ToString());
        Assert.Equal([language.Id], (await site.Get<IUserGroupService>().GetAsync(group.Key))!.AllowedLanguages);
        return group;
    }

    // The document is written in French too.
    private async Task<IContent> PublishedInAsync(string culture, params string[] published)
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Culture);
        var document = new Umbraco.Cms.Core.Models.Content(null, Constants.System.Root, type);
        document.SetCultureName(SchemaModel.UniqueAlias("Document "), "fr");
        document.SetCultureName(SchemaModel.UniqueAlias("Documento "), culture);
        document.SetValue(VariationModel.Title, "français", "fr");
        document.SetValue(VariationModel.Tags, "[\"français\"]", "fr");
        document.SetValue(VariationModel.Title, "italiano", culture);
        document.SetValue(VariationModel.Tags, "[\"italiano\"]", culture);
        Schema.Save(document);
        return await _model.WithoutMandatoryAsync(() =>
        {
            Schema.Publish(document, published);
            return Schema.Reload(document);
        });
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqlitePublishedSiteFixture site) : LanguageChangeTests(site), IClassFixture<SqlitePublishedSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresPublishedSiteFixture site) : LanguageChangeTests(site), IClassFixture<PostgresPublishedSiteFixture>;
}
