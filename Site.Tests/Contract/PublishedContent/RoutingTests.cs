using Microsoft.Extensions.Configuration;
using Site.Core.PublishedContent.Context;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.PublishedContent;

/// <summary>Addresses, both ways, through Core's own URL providers and router, on a portal at <c>/</c> and <c>/en</c>.</summary>
public abstract class RoutingTests(PublishedSiteFixture site)
{
    private static readonly string[] _cultures = ["fr", "en"];

    [Fact]
    public async Task Every_culture_of_a_document_has_an_address_that_leads_back_to_it()
    {
        IContent portal = await PortalAsync();
        IContent page = site.PublishPage("Accès à l'eau", portal.Id);

        Assert.Equal("/acces-a-leau/", Url(page.Key, "fr"));
        Assert.Equal("/en/acces-a-leau-en/", Url(page.Key, "en"));
        Assert.Equal((page.Key, "fr", null), await RouteAsync("/acces-a-leau/"));
        Assert.Equal((page.Key, "en", null), await RouteAsync("/en/acces-a-leau-en/"));
        Assert.Equal((page.Key, "fr", null), await RouteAsync("/acces-a-leau"));
        Assert.Equal((portal.Key, "fr", null), await RouteAsync("/"));
        Assert.Equal((portal.Key, "en", null), await RouteAsync("/en/"));
    }

    [Fact]
    public async Task What_is_not_published_in_a_culture_has_no_address_in_it()
    {
        IContent portal = await PortalAsync();
        IContent page = site.CreatePage("Seulement", portal.Id);
        site.Publish(page, "fr");

        Assert.Equal((page.Key, "fr", null), await RouteAsync("/seulement/"));
        Assert.Equal("#", Url(page.Key, "en"));
        Assert.Null((await RouteAsync("/en/seulement-en/")).Content);
    }

    [Fact]
    public async Task A_renamed_document_leads_from_its_old_address_and_what_is_below_it_too()
    {
        IContent portal = await PortalAsync();
        IContent page = site.PublishPage("Ancien nom", portal.Id);
        IContent below = site.PublishPage("Fiche", page.Id);

        Rename(page.Key, "Nouveau nom");

        Assert.Equal((page.Key, "fr", null), await RouteAsync("/nouveau-nom/"));
        Assert.Equal("/nouveau-nom/", (await RouteAsync("/ancien-nom/")).Redirect);
        Assert.Equal("/nouveau-nom/fiche/", (await RouteAsync("/ancien-nom/fiche/")).Redirect);
        Assert.Equal((below.Key, "fr", null), await RouteAsync("/nouveau-nom/fiche/"));
    }

    [Fact]
    public async Task A_culture_whose_name_did_not_change_gets_no_redirect()
    {
        IContent portal = await PortalAsync();
        IContent page = site.PublishPage("Nom français", portal.Id);

        Rename(page.Key, "Autre nom français");

        IRedirectUrl redirect = Assert.Single(Redirects(page.Key));
        Assert.Equal("fr", redirect.Culture);
    }

    [Fact]
    public async Task Publishing_without_a_new_name_makes_no_redirect()
    {
        IContent portal = await PortalAsync();
        IContent page = site.PublishPage("Inchangé", portal.Id);
        IContent edited = site.Document(page.Key);
        edited.SetValue("title", "Autre titre", "fr");
        site.Save(edited);

        site.Publish(edited);

        Assert.Empty(Redirects(page.Key));
    }

    [Fact]
    public async Task A_draft_name_makes_no_redirect_before_it_is_published()
    {
        IContent portal = await PortalAsync();
        IContent page = site.PublishPage("Publié", portal.Id);
        IContent edited = site.Document(page.Key);
        edited.SetCultureName("Pas encore", "fr");

        site.Save(edited);

        Assert.Empty(Redirects(page.Key));
        Assert.Equal("/publie/", Url(page.Key, "fr"));
    }

    [Fact]
    public async Task A_moved_document_leads_from_its_old_address_in_every_culture()
    {
        IContent portal = await PortalAsync();
        IContent target = site.PublishPage("Rubrique", portal.Id);
        IContent page = site.PublishPage("Mobile", portal.Id);
        IContent below = site.PublishPage("Annexe", page.Id);

        Assert.True(site.Get<IContentService>().Move(site.Document(page.Key), target.Id).Success);

        Assert.Equal("/rubrique/mobile/", (await RouteAsync("/mobile/")).Redirect);
        Assert.Equal("/en/rubrique-en/mobile-en/", (await RouteAsync("/en/mobile-en/")).Redirect);
        Assert.Equal("/rubrique/mobile/annexe/", (await RouteAsync("/mobile/annexe/")).Redirect);
        Assert.Equal((below.Key, "fr", null), await RouteAsync("/rubrique/mobile/annexe/"));
    }

    [Fact]
    public async Task A_name_that_comes_back_takes_its_redirect_away()
    {
        IContent portal = await PortalAsync();
        IContent page = site.PublishPage("Aller", portal.Id);
        Rename(page.Key, "Retour");
        Rename(page.Key, "Aller");

        Assert.Equal((page.Key, "fr", null), await RouteAsync("/aller/"));
        Assert.Equal("/aller/", (await RouteAsync("/retour/")).Redirect);
        Assert.Single(Redirects(page.Key));
    }

    [Fact]
    public async Task Every_address_of_a_chain_leads_to_the_last_in_one_step()
    {
        IContent portal = await PortalAsync();
        IContent page = site.PublishPage("Premier nom", portal.Id);
        IContent target = site.PublishPage("Autre rubrique", portal.Id);
        Rename(page.Key, "Deuxième nom");
        Rename(page.Key, "Troisième nom");
        Assert.True(site.Get<IContentService>().Move(site.Document(page.Key), target.Id).Success);

        foreach (string old in (string[])["/premier-nom/", "/deuxieme-nom/", "/troisieme-nom/"])
        {
            Assert.Equal("/autre-rubrique/troisieme-nom/", (await RouteAsync(old)).Redirect);
        }
    }

    [Fact]
    public async Task Redirects_of_what_is_in_the_bin_lead_nowhere_and_go_with_the_document()
    {
        IContent portal = await PortalAsync();
        IContent page = site.PublishPage("Bientôt jeté", portal.Id);
        Rename(page.Key, "Renommé puis jeté");
        site.Get<IContentService>().MoveToRecycleBin(site.Document(page.Key));
        Assert.Equal((null, "fr", null), await RouteAsync("/bientot-jete/"));

        site.Get<IContentService>().Delete(site.Document(page.Key));

        Assert.Null(site.Get<IRedirectUrlService>().GetMostRecentRedirectUrl($"{portal.Id}/bientot-jete", "fr"));
    }

    [Fact]
    public async Task A_renamed_document_that_is_scheduled_or_published_with_its_branch_leads_on_too()
    {
        IContent portal = await PortalAsync();
        IContent page = site.PublishPage("Avant la branche", portal.Id);
        IContent document = site.Document(page.Key);
        document.SetCultureName("Après la branche", "fr");
        site.Save(document);
        _ = site.Get<IContentService>().PublishBranch(document, PublishBranchFilter.Default, ["*"]).ToArray();
        Assert.Equal("/apres-la-branche/", (await RouteAsync("/avant-la-branche/")).Redirect);

        document = site.Document(page.Key);
        document.SetCultureName("Après l'heure", "fr");
        site.Save(document);
        var schedule = new ContentScheduleCollection();
        schedule.Add("fr", DateTime.UtcNow.AddMinutes(-1), null);
        site.Get<IContentService>().PersistContentSchedule(document, schedule);
        _ = site.Get<IContentService>().PerformScheduledPublish(DateTime.UtcNow).ToArray();
        Assert.Equal("/apres-lheure/", (await RouteAsync("/apres-la-branche/")).Redirect);
    }

    [Fact]
    public async Task Nothing_is_tracked_when_the_settings_say_so()
    {
        IContent portal = await PortalAsync();
        IContent page = site.PublishPage("Sans suite", portal.Id);
        SetTracking(enabled: false);
        try
        {
            Rename(page.Key, "Sans suite encore");
        }
        finally
        {
            SetTracking(enabled: true);
        }

        Assert.Empty(Redirects(page.Key));
        Assert.Null((await RouteAsync("/sans-suite/")).Redirect);
    }

    [Fact]
    public async Task Another_document_at_an_old_address_takes_its_redirect_away()
    {
        IContent portal = await PortalAsync();
        IContent first = site.PublishPage("Adresse prisée", portal.Id);
        Rename(first.Key, "Adresse quittée");

        IContent second = site.PublishPage("Adresse prisée", portal.Id);

        Assert.Equal((second.Key, "fr", null), await RouteAsync("/adresse-prisee/"));
        Assert.Empty(Redirects(first.Key));
    }

    [Fact]
    public async Task A_request_in_preview_sees_drafts_and_another_does_not()
    {
        IContent portal = await PortalAsync();
        IContent draft = site.CreatePage("À venir", portal.Id);

        Assert.NotNull(See(draft.Key, preview: true));
        Assert.Null(See(draft.Key, preview: false));
    }

    [Fact]
    public async Task A_root_without_a_domain_does_not_stand_in_the_way_of_the_portal()
    {
        IContent portal = await PortalAsync();
        IContent references = site.PublishPage("Référentiel");
        IContent entry = site.PublishPage("Entrée", references.Id);
        IContent page = site.PublishPage("Entrée", portal.Id);

        Assert.Equal((page.Key, "fr", null), await RouteAsync("/entree/"));
        Assert.Equal((portal.Key, "fr", null), await RouteAsync("/"));
        Assert.Null((await RouteAsync("/referentiel/")).Content);
        Assert.NotNull(site.Published(entry.Key));
    }

    [Fact]
    public async Task Unknown_addresses_are_not_found()
    {
        await PortalAsync();

        Assert.Equal((null, "fr", null), await RouteAsync("/il-n-y-a-rien/"));
    }

    private void SetTracking(bool enabled)
    {
        var configuration = (IConfigurationRoot)site.Get<IConfiguration>();
        configuration["Umbraco:CMS:WebRouting:DisableRedirectUrlTracking"] = enabled ? "false" : "true";
        configuration.Reload();
    }

    private async Task<IContent> PortalAsync()
    {
        IContentService contents = site.Get<IContentService>();
        if (contents.GetRootContent().FirstOrDefault(x => x.GetCultureName("fr") == "Portail") is { } portal)
        {
            return portal;
        }

        portal = site.PublishPage("Portail");
        await site.AssignDomainsAsync(portal);
        return portal;
    }

    private void Rename(Guid key, string name)
    {
        IContent document = site.Document(key);
        document.SetCultureName(name, "fr");
        site.Save(document);
        site.Publish(document);
    }

    private IPublishedContent? See(Guid key, bool preview)
    {
        using UmbracoContextReference reference = site.Get<ISiteUmbracoContextFactory>().BeginRequest(new Uri("http://localhost/"), preview);
        return reference.UmbracoContext.Content!.GetById(key);
    }

    private IEnumerable<IRedirectUrl> Redirects(Guid key) => site.Get<IRedirectUrlService>().GetContentRedirectUrls(key);

    private string Url(Guid key, string culture)
    {
        Assert.Contains(culture, _cultures);
        using UmbracoContextReference _ = site.Get<ISiteUmbracoContextFactory>().BeginRequest(new Uri("http://localhost/"), preview: false);
        return site.Get<IPublishedUrlProvider>().GetUrl(key, UrlMode.Relative, culture);
    }

    /// <summary>Asks the router for an address.</summary>
    private async Task<(Guid? Content, string? Culture, string? Redirect)> RouteAsync(string path)
    {
        var uri = new Uri("http://localhost" + path);
        using UmbracoContextReference reference = site.Get<ISiteUmbracoContextFactory>().BeginRequest(uri, preview: false);
        IPublishedRouter router = site.Get<IPublishedRouter>();
        IPublishedRequestBuilder builder = await router.CreateRequestAsync(reference.UmbracoContext.CleanedUmbracoUrl);
        IPublishedRequest request = await router.RouteRequestAsync(builder, new RouteRequestOptions(RouteDirection.Inbound));
        return (request.PublishedContent?.Key, request.Culture, request.RedirectUrl);
    }
}

/// <summary><see cref="RoutingTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteRoutingTests(SqlitePublishedSiteFixture site) : RoutingTests(site), IClassFixture<SqlitePublishedSiteFixture>;

/// <summary><see cref="RoutingTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresRoutingTests(PostgresPublishedSiteFixture site) : RoutingTests(site), IClassFixture<PostgresPublishedSiteFixture>;
