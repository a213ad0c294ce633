using System.Text.Json;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>The cases of specs/delivery-cases.md that a site with its top level in the paths answers as others do.</summary>
public abstract class ShownTopLevelTests(DeliverySite site)
{
    private const string Item = DeliverySite.Content + "/item/";

    [Theory]
    [InlineData("child-1", "root-1", "Root 1/Child 1")]
    [InlineData("child-1/grandchild-2", "root-3", "Root 3/Child 1/Grandchild 2")]
    [InlineData("", "root-2", "Root 2")]
    public async Task Case_013_a_path_below_a_start_item_finds_the_item(string path, string startItem, string expected) =>
        Assert.Equal(DeliverySite.Key(expected), (await site.JsonAsync(Item + path, ("Start-Item", startItem))).GetProperty("id").GetGuid());

    [Theory]
    [InlineData("Root 1", "/")]
    [InlineData("Root 1/Child 1/Grandchild 1", "/child-1/grandchild-1/")]
    public async Task Cases_017_and_018_a_route_has_a_path_below_its_start_item(string name, string path)
    {
        JsonElement route = (await site.JsonAsync(Item + DeliverySite.Key(name))).GetProperty("route");

        Assert.Equal(path, route.GetProperty("path").GetString());
        Assert.Equal("root-1", route.GetProperty("startItem").GetProperty("path").GetString());
    }

    /// <summary>The site of the cases with its top level in the paths.</summary>
    public abstract class ShownTopLevelSite(Engine engine) : DeliverySite(engine)
    {
        /// <inheritdoc />
        protected override void Configure(IDictionary<string, string?> settings)
        {
            base.Configure(settings);
            settings["Umbraco:CMS:Global:HideTopLevelNodeFromPath"] = "false";
        }
    }

    /// <summary><see cref="ShownTopLevelSite"/> on SQLite.</summary>
    public sealed class SqliteSite() : ShownTopLevelSite(Engine.Sqlite);

    /// <summary><see cref="ShownTopLevelSite"/> on PostgreSQL.</summary>
    public sealed class PostgresSite() : ShownTopLevelSite(Engine.Postgres);

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSite site) : ShownTopLevelTests(site), IClassFixture<SqliteSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSite site) : ShownTopLevelTests(site), IClassFixture<PostgresSite>;
}
