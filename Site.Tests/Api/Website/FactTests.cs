using System.Globalization;
using AngleSharp.Dom;
using Site.Tests.Support;

namespace Site.Tests.Api.Website;

/// <summary>The facts of the source documents, each at its place in the page.</summary>
[Collection(WebsiteSite.Name)]
public sealed class FactTests(SqliteSiteProcess site)
{
    [Fact]
    public async Task AP_Mali_has_99_volunteers_in_nine_places_drawn_beside_their_table()
    {
        using var page = await WebsiteSite.PageAsync(site, "/ap-mali/");
        IElement chart = page.QuerySelector("#moyens figure")!;
        (string Place, int Count)[] rows = [.. chart.QuerySelectorAll("tbody tr").Select(row => (row.QuerySelector("th")!.TextContent.Trim(), int.Parse(row.QuerySelector(".value")!.TextContent, CultureInfo.InvariantCulture)))];

        Assert.Equal(
            [("Bamako", 24), ("Kayes", 10), ("Koulikoro", 10), ("Sikasso", 10), ("Ségou", 10), ("Mopti", 10), ("Goundam", 10), ("Gao", 10), ("Kidal", 5)],
            rows);
        Assert.Equal("99", chart.QuerySelector("tfoot .value")!.TextContent);
        Assert.Equal(9, chart.QuerySelectorAll("tbody svg rect").Length);
    }

    [Theory]
    [InlineData("/ap-mali/", "#identite blockquote", "Une société plus juste, égalitaire et équitable")]
    [InlineData("/ap-mali/", "#identite", "Lutter contre la pauvreté et les inégalités.")]
    [InlineData("/ap-mali/", "#gouvernance", "Membres 10 Mandat 3 ans, renouvelable Se réunit une fois par mois")]
    [InlineData("/ap-mali/", "#moyens", "Aucun salarié")]
    [InlineData("/ap-mali/", "#reseaux", "Oxfam Novib")]
    [InlineData("/ani-mali/", "#cadre-legal", "9 mai 1996 Récépissé n° 0350")]
    [InlineData("/ani-mali/", "#cadre-legal", "27 juin 1996 Accord-cadre avec le Gouvernement n° 0105")]
    [InlineData("/ani-mali/", "#cadre-legal", "20 février 2008 Renouvellement de l’accord-cadre n° 0285/740")]
    [InlineData("/ani-mali/", "#gouvernance", "51 000 F CFA")]
    [InlineData("/ani-mali/", "#reseaux", "WANEP-Mali")]
    [InlineData("/accountability-lab-mali/", "#contact", "20 28 44 58")]
    [InlineData("/accountability-lab-mali/programmes/integrity-icon/", "main", "3 893")]
    [InlineData("/accountability-lab-mali/programmes/integrity-icon/", "main", "1 100")]
    [InlineData("/accountability-lab-mali/programmes/civacts/", "main", "2 100")]
    [InlineData("/accountability-lab-mali/publications/rapport-annuel-2020/", "#finances", "428 645,00 USD")]
    [InlineData("/accountability-lab-mali/appels-a-candidatures/bourse-de-film-reel-change-yali/", "main", "Clos depuis le 30 novembre 2020")]
    [InlineData("/accountability-lab-mali/appels-a-candidatures/bourse-de-film-reel-change-yali/", "main", "149")]
    [InlineData("/accountability-lab-mali/appels-a-candidatures/bourse-de-film-reel-change-yali/", "main", "65")]
    public async Task A_fact_stands_in_its_place(string path, string place, string fact)
    {
        using var page = await WebsiteSite.PageAsync(site, path);

        Assert.Contains(fact, WebsiteSite.Read(page.QuerySelector(place)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AP_Mali_names_five_commissions_ten_posts_and_seven_areas()
    {
        using var page = await WebsiteSite.PageAsync(site, "/ap-mali/");

        Assert.Equal(5, page.QuerySelectorAll("#gouvernance > .numbered > li").Length);
        Assert.Equal(10, page.QuerySelector("#gouvernance .posts")!.Children.Length);
        Assert.Equal(7, page.QuerySelectorAll("#action .chips li").Length);
        Assert.Equal(4, page.QuerySelectorAll("#action .tiles .covered").Length);
        Assert.Equal(9, page.QuerySelectorAll("#action .tiles rect").Length);
    }

    [Fact]
    public async Task What_ANI_Mali_does_not_say_is_not_headed_either()
    {
        using var page = await WebsiteSite.PageAsync(site, "/ani-mali/");

        Assert.Null(page.GetElementById("identite"));
        Assert.Null(page.QuerySelector(".chips, .zones, .motto, .vision"));
    }

    [Fact]
    public async Task A_phone_number_can_be_dialled_and_an_address_written_to()
    {
        using var page = await WebsiteSite.PageAsync(site, "/accountability-lab-mali/");

        Assert.NotNull(page.QuerySelector("#contact a[href='tel:+22320284458']"));
        Assert.NotNull(page.QuerySelector("#contact a[href^='mailto:']"));
    }

    [Fact]
    public async Task A_download_says_what_it_will_cost()
    {
        using var page = await WebsiteSite.PageAsync(site, "/accountability-lab-mali/publications/rapport-annuel-2020/");
        IElement button = page.QuerySelector("a.button")!;
        using HttpResponseMessage file = await site.Client.GetAsync(button.GetAttribute("href"));

        Assert.Matches(@"^Télécharger PDF, \d+(,\d)? (ko|Mo), \d+ pages?$", WebsiteSite.Plain(button.TextContent));
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_list_says_how_many_there_are_and_an_empty_one_what_will_be_there()
    {
        using var publications = await WebsiteSite.PageAsync(site, "/accountability-lab-mali/publications/");
        using var empty = await WebsiteSite.PageAsync(site, "/ap-mali/publications/");

        Assert.Equal("2 résultats", WebsiteSite.Plain(publications.QuerySelector(".count")!.TextContent));
        Assert.Equal(2, publications.QuerySelectorAll(".list > li").Length);
        Assert.StartsWith("Les rapports, bulletins et études", empty.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }
}
