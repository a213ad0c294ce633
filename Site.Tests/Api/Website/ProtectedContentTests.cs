using System.Net;
using Microsoft.Data.Sqlite;
using Site.Tests.Support;

namespace Site.Tests.Api.Website;

/// <summary>A site where an editor has put the programmes of one organisation and one of its people behind a public access rule.</summary>
public sealed class GuardedSiteProcess() : SiteProcess(Engine.Sqlite)
{
    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await GuardAsync("Programmes");
        await GuardAsync("Dr Aminata Goita");
        await RestartAsync();
    }

    private async Task GuardAsync(string name)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(DataFolder, "Umbraco.sqlite.db")};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO umbracoAccess (id, nodeId, loginNodeId, noAccessNodeId, createDate, updateDate)
            SELECT $id, node.id, node.id, node.id, node.createDate, node.createDate
            FROM umbracoNode node JOIN umbracoDocument document ON document.nodeId = node.id WHERE node.text = $name
            """;
        command.Parameters.AddWithValue("$id", Guid.NewGuid());
        command.Parameters.AddWithValue("$name", name);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}

/// <summary>Members are not offered: what a public access rule guards is read by nobody, and named nowhere.</summary>
public sealed class ProtectedContentTests(GuardedSiteProcess site) : IClassFixture<GuardedSiteProcess>
{
    private const string Content = "umbraco/delivery/api/v2/content";

    [Theory]
    [InlineData("accountability-lab-mali/programmes/")]
    [InlineData("accountability-lab-mali/programmes/civacts/")]
    [InlineData("accountability-lab-mali/personnes/dr-aminata-goita/")]
    public async Task There_is_no_such_page(string path)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        AssertSaysNothing(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("accountability-lab-mali/")]
    [InlineData("accountability-lab-mali/personnes/")]
    [InlineData("sitemap.xml")]
    [InlineData("accountability-lab-mali/flux.xml")]
    public async Task No_page_and_no_list_names_it(string path)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        AssertSaysNothing(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/item/accountability-lab-mali/programmes")]
    [InlineData("/item/accountability-lab-mali/programmes/civacts")]
    public async Task The_Delivery_API_answers_401(string path)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(Content + path);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        AssertSaysNothing(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("?take=100")]
    [InlineData("?fetch=descendants:/accountability-lab-mali&take=100")]
    [InlineData("?filter=name:civacts")]
    public async Task A_query_does_not_find_it(string query)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(Content + query);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("/programmes/civacts/", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertSaysNothing(string body)
    {
        Assert.DoesNotContain("/programmes/", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("dr-aminata-goita", body, StringComparison.OrdinalIgnoreCase);
    }
}
