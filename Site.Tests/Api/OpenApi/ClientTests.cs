using System.Text.Json;
using Site.Tests.Support;

namespace Site.Tests.Api.OpenApi;

/// <summary>
/// Clients that openapi-typescript and @hey-api/openapi-ts make of the served documents compile under <c>tsc --strict</c>, run in Node, and
/// read the three organisations. The programs are in <c>Site.Tests/Clients/src</c>; they also hold, at compile time, that an item's properties
/// are known once its type is, and not before.
/// </summary>
[Collection(RunningSiteCollection.Name)]
public sealed class ClientTests(SqliteSiteProcess site, ClientTests.Clients clients) : IClassFixture<ClientTests.Clients>
{
    [Theory]
    [InlineData("openapi-fetch")]
    [InlineData("hey-api")]
    public async Task A_client_of_the_generic_document_reads_the_organisations(string program)
    {
        JsonElement read = await RunAsync(program);

        Assert.Equal(await OrganisationsAsync(), read.EnumerateArray().Select(x => (x.GetProperty("name").GetString(), x.GetProperty("acronym").GetString())));
        Assert.Equal(3, read.GetArrayLength());
    }

    [Theory]
    [InlineData("openapi-fetch-typed")]
    [InlineData("hey-api-typed")]
    public async Task A_client_of_the_typed_document_reads_properties_blocks_and_references_by_their_types(string program)
    {
        JsonElement read = await RunAsync(program);
        JsonElement ap = read.EnumerateArray().Single(x => x.GetProperty("acronym").GetString() == "AP/Mali");

        Assert.Equal(await OrganisationsAsync(), read.EnumerateArray().Select(x => (x.GetProperty("name").GetString(), x.GetProperty("acronym").GetString())));
        Assert.Equal(0, ap.GetProperty("paidStaff").GetInt32());
        Assert.Equal(["Bamako", "Kayes", "Koulikoro", "Sikasso", "Ségou", "Mopti", "Goundam", "Gao", "Kidal"], ap.GetProperty("places").EnumerateArray().Select(x => x.GetString()));
        Assert.Equal(["District de Bamako", "Koulikoro", "Mopti", "Tombouctou"], ap.GetProperty("zones").EnumerateArray().Select(x => x.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_client_of_the_site_s_own_document_reads_changes_texts_and_exports()
    {
        JsonElement read = await RunAsync("openapi-fetch-site");

        Assert.Equal((await OrganisationsAsync()).Count(), read.GetProperty("organisations").GetInt32());
        Assert.NotEmpty(read.GetProperty("text").GetString()!);
        Assert.Equal("NGO", read.GetProperty("exported").GetString());
        Assert.Equal(304, read.GetProperty("again").GetInt32());
    }

    private async Task<JsonElement> RunAsync(string program)
    {
        await clients.GenerateAsync(site.Address);
        return JsonSerializer.Deserialize<JsonElement>(await ClientsProject.NodeAsync([$"obj/dist/src/{program}.js", site.Address.ToString()]));
    }

    private async Task<IEnumerable<(string? Name, string? Acronym)>> OrganisationsAsync() =>
        (await site.GetJsonAsync("umbraco/delivery/api/v2/content?filter=contentType:organisation&sort=name:asc")).GetProperty("items").EnumerateArray()
        .Select(x => (x.GetProperty("name").GetString(), x.Property("acronym").GetString()))
        .ToArray();

    /// <summary>The clients of the site, made once for all tests of the class.</summary>
    public sealed class Clients
    {
        private Task? _made;

        /// <summary>Makes and compiles them, the first time.</summary>
        public Task GenerateAsync(Uri site) => _made ??= ClientsProject.GenerateAsync(site);
    }
}
