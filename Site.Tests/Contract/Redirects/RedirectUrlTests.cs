using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Redirects;

/// <summary>What Core expects of redirects, on both engines.</summary>
public abstract class RedirectUrlTests(SiteFixture site)
{
    private IRedirectUrlService Redirects => site.Get<IRedirectUrlService>();

    [Fact]
    public async Task A_registered_route_leads_to_its_document()
    {
        NodeRow node = site.AddNode();
        string url = NewUrl();
        Redirects.Register(url, node.UniqueId, "fr");

        IRedirectUrl found = Redirects.GetMostRecentRedirectUrl(url, "FR")!;

        Assert.Equal(node.Id, found.ContentId);
        Assert.Equal(node.UniqueId, found.ContentKey);
        Assert.Equal("fr", found.Culture);
        Assert.Equal(url, found.Url);
        Assert.Equal(found.Key, (await Redirects.GetMostRecentRedirectUrlAsync(url, "fr"))!.Key);
        Assert.Null(Redirects.GetMostRecentRedirectUrl(url, "en"));
        Assert.Null(Redirects.GetMostRecentRedirectUrl(url + "x"));
    }

    [Fact]
    public void A_route_without_a_culture_holds_in_every_one()
    {
        NodeRow node = site.AddNode();
        string url = NewUrl();
        Redirects.Register(url, node.UniqueId);

        IRedirectUrl found = Redirects.GetMostRecentRedirectUrl(url, "en")!;
        Assert.Equal(node.Id, found.ContentId);
        Assert.True(string.IsNullOrEmpty(found.Culture));
    }

    [Fact]
    public void Registering_again_moves_the_date_and_adds_nothing()
    {
        NodeRow first = site.AddNode();
        NodeRow second = site.AddNode();
        string url = NewUrl();
        Redirects.Register(url, first.UniqueId, "fr");
        Redirects.Register(url, second.UniqueId, "fr");
        Assert.Equal(second.Id, Redirects.GetMostRecentRedirectUrl(url, "fr")!.ContentId);

        Redirects.Register(url, first.UniqueId, "fr");

        Assert.Equal(first.Id, Redirects.GetMostRecentRedirectUrl(url, "fr")!.ContentId);
        Assert.Single(Redirects.GetContentRedirectUrls(first.UniqueId));
    }

    [Fact]
    public void Routes_are_searched_in_any_case_and_without_wildcards()
    {
        NodeRow node = site.AddNode();
        string url = NewUrl() + "/100%_Élan";
        Redirects.Register(url, node.UniqueId, "fr");

        Assert.Equal(url, Assert.Single(Redirects.SearchRedirectUrls(url.ToUpperInvariant(), 0L, 10, out long total)).Url);
        Assert.Equal(1, total);
        Assert.Empty(Redirects.SearchRedirectUrls(url.Replace('%', '_'), 0L, 10, out _));
    }

    [Fact]
    public void Redirects_below_a_node_are_listed_newest_first()
    {
        NodeRow root = site.AddNode();
        NodeRow below = site.AddNode(root);
        string url = NewUrl();
        Redirects.Register(url + "1", below.UniqueId, "fr");
        Redirects.Register(url + "2", below.UniqueId, "fr");

        Assert.Equal([url + "2", url + "1"], Redirects.GetAllRedirectUrls(root.Id, 0, 10, out long total).Select(x => x.Url));
        Assert.Equal(2, total);
        Assert.Equal(url + "1", Assert.Single(Redirects.GetAllRedirectUrls(root.Id, 1, 1, out _)).Url);
    }

    [Fact]
    public void Redirects_are_deleted_alone_by_document_and_with_it()
    {
        NodeRow node = site.AddNode();
        string url = NewUrl();
        Redirects.Register(url + "1", node.UniqueId, "fr");
        Redirects.Register(url + "2", node.UniqueId, "fr");
        Redirects.Delete(Redirects.GetMostRecentRedirectUrl(url + "1", "fr")!.Key);
        Assert.Equal(url + "2", Assert.Single(Redirects.GetContentRedirectUrls(node.UniqueId)).Url);
        Redirects.DeleteContentRedirectUrls(node.UniqueId);
        Assert.Empty(Redirects.GetContentRedirectUrls(node.UniqueId));

        Redirects.Register(url + "3", node.UniqueId, "fr");
        site.DeleteNode(node);
        Assert.Null(Redirects.GetMostRecentRedirectUrl(url + "3", "fr"));
    }

    private static string NewUrl() => "/" + Guid.NewGuid().ToString("N");

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : RedirectUrlTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : RedirectUrlTests(site), IClassFixture<PostgresSiteFixture>;
}
