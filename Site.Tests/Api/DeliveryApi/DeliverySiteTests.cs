using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>The site of the cases is as specs/delivery-cases.md supposes, and its settings can be changed while it runs.</summary>
public abstract class DeliverySiteTests(DeliverySite site)
{
    [Fact]
    public async Task The_trees_of_the_three_roots_are_there()
    {
        JsonElement below = await site.JsonAsync($"{DeliverySite.Content}?fetch=descendants:{DeliverySite.Key("Root 2")}");
        JsonElement item = await site.JsonAsync($"{DeliverySite.Content}/item/{DeliverySite.Key("Root 1/Child 1/Grandchild 3")}");

        Assert.Equal(12, below.GetProperty("total").GetInt32());
        Assert.Equal("/child-1/grandchild-3/", item.GetProperty("route").GetProperty("path").GetString());
        Assert.Equal("Title of Root 1/Child 1/Grandchild 3", item.Property("title").GetString());
    }

    [Fact]
    public void Every_route_is_in_one_of_the_OpenAPI_documents()
    {
        RouteEndpoint[] routes = [.. site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(x => x.RoutePattern.RawText!.TrimStart('/').StartsWith("umbraco/delivery/api", StringComparison.Ordinal))];

        Assert.NotEmpty(routes);
        Assert.All(routes, x => Assert.Contains(x.Metadata.GetMetadata<IEndpointGroupNameMetadata>()?.EndpointGroupName, (string[])["delivery", "site"]));
    }

    [Fact]
    public async Task A_setting_changes_while_the_site_runs()
    {
        using (site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", "false"), ("Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0", "page")))
        {
            await site.JsonAsync($"{DeliverySite.Content}/item/{DeliverySite.Key("Root 1")}", HttpStatusCode.Unauthorized);
            await site.JsonAsync($"{DeliverySite.Content}/item/{DeliverySite.Key("Root 1")}", HttpStatusCode.NotFound, DeliverySite.WithKey);
        }

        await site.JsonAsync($"{DeliverySite.Content}/item/{DeliverySite.Key("Root 1")}");
    }
}

/// <summary><see cref="DeliverySiteTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteDeliverySiteTests(SqliteDeliverySite site) : DeliverySiteTests(site), IClassFixture<SqliteDeliverySite>;

/// <summary><see cref="DeliverySiteTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresDeliverySiteTests(PostgresDeliverySite site) : DeliverySiteTests(site), IClassFixture<PostgresDeliverySite>;
