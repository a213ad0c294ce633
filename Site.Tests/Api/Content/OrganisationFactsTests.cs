using System.Text.Json;
using Site.Tests.Support;

namespace Site.Tests.Api.Content;

/// <summary>
/// Every fact of the source documents is on the organisation's page and in its JSON, under the alias of its own property.
/// </summary>
[Collection(RunningSiteCollection.Name)]
public sealed class OrganisationFactsTests(SqliteSiteProcess site)
{
    [Fact]
    public async Task AP_Mali_has_99_volunteers_in_nine_places()
    {
        (string Place, int Count)[] expected =
        [
            ("Bamako", 24), ("Kayes", 10), ("Koulikoro", 10), ("Sikasso", 10), ("Ségou", 10), ("Mopti", 10), ("Goundam", 10), ("Gao", 10), ("Kidal", 5),
        ];
        JsonElement item = await site.GetItemAsync("ap-mali/");
        string page = await MainTextAsync("ap-mali/");

        (string, int)[] found = [.. item.Blocks("volunteers").Select(x => (x.GetProperty("place").GetString()!, x.GetProperty("count").GetInt32()))];

        Assert.Equal(expected, found);
        Assert.Equal(99, found.Sum(x => x.Item2));
        Assert.All(expected, x => Assert.Contains($"{x.Place} {x.Count}", page, StringComparison.Ordinal));
        Assert.Contains("99", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AP_Mali_is_led_by_a_coordination_of_10_members_for_three_years()
    {
        JsonElement item = await site.GetItemAsync("ap-mali/");
        string page = await MainTextAsync("ap-mali/");

        JsonElement body = Assert.Single(item.Blocks("governanceBodies"), x => x.GetProperty("name").GetString() == "Coordination nationale");

        Assert.Equal(10, body.GetProperty("memberCount").GetInt32());
        Assert.Equal(3, body.GetProperty("termYears").GetInt32());
        Assert.True(body.GetProperty("renewable").GetBoolean());
        Assert.Equal("une fois par mois", body.GetProperty("meetingFrequency").GetString());
        Assert.Equal(10, body.GetProperty("posts").GetArrayLength());
        Assert.Contains("Coordination nationale", page, StringComparison.Ordinal);
        Assert.Contains("Membres 10", page, StringComparison.Ordinal);
        Assert.All(body.GetProperty("posts").EnumerateArray(), x => Assert.Contains(SitePages.Normalise(x.GetString()!), page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AP_Mali_has_five_working_commissions_seven_areas_four_zones_and_no_paid_staff()
    {
        JsonElement item = await site.GetItemAsync("ap-mali/");
        string page = await MainTextAsync("ap-mali/");

        string[] commissions = [.. item.Property("commissions").EnumerateArray().Select(x => x.GetString()!)];
        string[] areas = Names(item.Property("interventionAreas"));

        Assert.Equal(5, commissions.Length);
        Assert.Equal(
            ["Citoyenneté", "Droits humains", "Genre et promotion féminine", "Gouvernance équitable", "Plaidoyer", "Protection des enfants", "Recherches et études"],
            areas.Select(x => x.Replace("Genre / promotion", "Genre et promotion", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal));
        Assert.Equal(["District de Bamako", "Koulikoro", "Mopti", "Tombouctou"], Names(item.Property("zones")).Order(StringComparer.Ordinal));
        Assert.Equal(9, item.Property("statutoryZones").GetArrayLength());
        Assert.Equal(0, item.Property("paidStaff").GetInt32());
        Assert.Equal(["CONCORD", "OXFAM NOVIB", "SIDA"], Names(item.Property("financialPartners")).Select(x => x.ToUpperInvariant()).Order(StringComparer.Ordinal));
        Assert.All(commissions.Concat(areas), x => Assert.Contains(SitePages.Normalise(x), page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("récépissé", "0350", "MATS-DNATS", "1996-05-09", "9 mai 1996")]
    [InlineData("accord-cadre", "0105", "MATS", "1996-06-27", "27 juin 1996")]
    [InlineData("renouvellement", "0285/740", "MATCL", "2008-02-20", "20 février 2008")]
    public async Task ANI_Mali_has_its_legal_references(string kind, string number, string authority, string date, string dateInFrench)
    {
        JsonElement item = await site.GetItemAsync("ani-mali/");
        string page = await MainTextAsync("ani-mali/");

        JsonElement reference = Assert.Single(item.Blocks("legalReferences"), x => x.GetProperty("number").GetString() == number);

        Assert.Equal(kind, reference.GetProperty("kind").GetString());
        Assert.Equal(authority, reference.GetProperty("authority").GetString());
        Assert.Equal(date, reference.GetProperty("date").GetString());
        Assert.Contains(number, page, StringComparison.Ordinal);
        Assert.Contains(authority, page, StringComparison.Ordinal);
        Assert.Contains(dateInFrench, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WANEP-Mali")]
    [InlineData("RESO-Climat Mali")]
    [InlineData("Réseau APEM")]
    [InlineData("Observatoire")]
    public async Task ANI_Mali_is_a_member_of_its_networks(string network)
    {
        JsonElement item = await site.GetItemAsync("ani-mali/");
        string page = await MainTextAsync("ani-mali/");

        IEnumerable<string> networks = item.Blocks("memberships").SelectMany(x => Names(x.GetProperty("network")));

        Assert.Single(networks, x => x.Equals(network, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(4, item.Blocks("memberships").Count);
        Assert.Contains(network, page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ANI_Mali_asks_for_three_pro_forma_invoices_above_51_000_F_CFA()
    {
        JsonElement item = await site.GetItemAsync("ani-mali/");
        string page = await MainTextAsync("ani-mali/");

        JsonElement procedure = Assert.Single(item.Blocks("financialProcedures"), x => x.GetProperty("amount").ValueKind == JsonValueKind.Number);

        Assert.Equal(51000m, procedure.GetProperty("amount").GetDecimal());
        Assert.Equal("F CFA", procedure.GetProperty("currency").GetString());
        Assert.Equal("Trois factures pro forma", procedure.GetProperty("title").GetString());
        Assert.Contains("51 000 F CFA", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANI_Mali_has_an_executive_board_of_five()
    {
        JsonElement item = await site.GetItemAsync("ani-mali/");

        JsonElement board = Assert.Single(item.Blocks("governanceBodies"), x => x.GetProperty("name").GetString() == "Bureau exécutif");

        Assert.Equal(5, board.GetProperty("memberCount").GetInt32());
        Assert.Contains("Membres 5", await MainTextAsync("ani-mali/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ap-mali/", "AP/Mali", "Une société plus juste, égalitaire et équitable")]
    [InlineData("accountability-lab-mali/", "AL Mali", "citoyens sont actifs, les dirigeants responsables et les institutions redevables")]
    public async Task An_organisation_states_its_vision(string path, string acronym, string vision)
    {
        JsonElement item = await site.GetItemAsync(path);

        Assert.Equal(acronym, item.Property("acronym").GetString());
        Assert.Contains(vision, item.Property("vision").GetString(), StringComparison.Ordinal);
        Assert.Contains(vision, await MainTextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_source_stays_empty()
    {
        JsonElement ani = await site.GetItemAsync("ani-mali/");
        JsonElement ap = await site.GetItemAsync("ap-mali/");

        Assert.All(["vision", "missions", "interventionAreas", "zones", "motto"], x => Assert.True(IsEmpty(ani.Property(x)), x));
        Assert.All(["fullName", "motto"], x => Assert.True(IsEmpty(ap.Property(x)), x));
        Assert.DoesNotContain("Vision", (await site.GetPageAsync("ani-mali/")).QuerySelectorAll("main h2, main h3").Select(x => x.TextContent.Trim()));
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);

    private static string[] Names(JsonElement picked) => [.. picked.EnumerateArray().Select(x => x.GetProperty("name").GetString()!)];

    private async Task<string> MainTextAsync(string path) => (await site.GetPageAsync(path)).MainText();
}
