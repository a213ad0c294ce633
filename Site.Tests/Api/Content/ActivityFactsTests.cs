using System.Text.Json;
using Site.Tests.Support;

namespace Site.Tests.Api.Content;

/// <summary>Every programme, event, call, person and publication of the source documents is a page and an item of its own.</summary>
[Collection(RunningSiteCollection.Name)]
public sealed class ActivityFactsTests(SqliteSiteProcess site)
{
    private const string Lab = "accountability-lab-mali/";

    public static TheoryData<string, string, decimal> KeyFigures => new()
    {
        { "integrity-icon", "Nominations", 3893 },
        { "integrity-icon", "Volontaires", 1100 },
        { "integrity-icon", "Étudiants/stagiaires auprès des Icons", 4 },
        { "integrity-icon", "Spots audio réalisés en langues nationales", 4 },
        { "civacts", "Volontaires/CFA formés", 142 },
        { "civacts", "Bulletins d’information produits", 54 },
        { "civacts", "Masques donnés", 2100 },
        { "civacts", "Gels donnés", 1300 },
        { "civacts", "Savons donnés", 1300 },
        { "civacts", "Volontaires", 100 },
        { "accountability-incubator", "Candidatures", 16 },
        { "accountability-incubator", "Événements de réseautage et de promotion des Accountpreneurs en ligne", 4 },
        { "accountability-incubator", "Formations semestrielles", 0 },
        { "yali-film-fellowship", "Demandes reçues au Mali", 149 },
        { "yali-film-fellowship", "Demandes reçues au Niger", 65 },
        { "yali-film-fellowship", "Candidatures présélectionnées", 20 },
    };

    [Theory]
    [MemberData(nameof(KeyFigures))]
    public async Task A_programme_shows_each_key_figure_with_label_value_and_year(string programme, string label, decimal value)
    {
        string path = $"{Lab}programmes/{programme}/";
        JsonElement item = await site.GetItemAsync(path);
        string page = (await site.GetPageAsync(path)).MainText();

        JsonElement figure = Assert.Single(item.Blocks("keyFigures"), x => x.GetProperty("label").GetString() == label);

        Assert.Equal("programme", item.GetProperty("contentType").GetString());
        Assert.Equal(value, figure.GetProperty("value").GetDecimal());
        Assert.Equal(2020, figure.GetProperty("year").GetInt32());
        Assert.Contains(SitePages.Normalise(label), page, StringComparison.Ordinal);
        Assert.Contains(SitePages.Normalise(value.ToString("#,0", French)), page, StringComparison.Ordinal);
        Assert.Contains("2020", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evenements/friendraising/", "event", "Friendraising")]
    [InlineData("evenements/fail-fair/", "event", "Fail Fair")]
    [InlineData("personnes/dr-aminata-goita/", "person", "Dr Aminata Goita")]
    [InlineData("personnes/jacques-n-tji-dembele/", "person", "Jacques N’tji Dembele")]
    [InlineData("publications/rapport-annuel-2020/", "annualReport", "Rapport annuel 2020")]
    [InlineData("publications/resume-anglais-rapport-annuel-2020/", "publication", "Résumé en anglais du rapport annuel 2020")]
    [InlineData("articles/repondre-aux-rumeurs-par-des-faits/", "article", "Répondre aux rumeurs par des faits")]
    [InlineData("programmes/integrity-icon/", "programme", "Integrity Icon")]
    [InlineData("programmes/civacts/", "programme", "CivActs")]
    [InlineData("programmes/accountability-incubator/", "programme", "Accountability Incubator")]
    [InlineData("programmes/yali-film-fellowship/", "programme", "YALI Film Fellowship")]
    public async Task Each_is_a_node_of_its_own(string path, string contentType, string name)
    {
        JsonElement item = await site.GetItemAsync(Lab + path);
        string page = (await site.GetPageAsync(Lab + path)).MainText();

        Assert.Equal(contentType, item.GetProperty("contentType").GetString());
        Assert.Equal(SitePages.Normalise(name), SitePages.Normalise(item.GetProperty("name").GetString()!));
        Assert.Contains(SitePages.Normalise(name), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_call_for_the_film_fellowship_ran_from_9_to_30_November_2020_in_Mali_and_Niger()
    {
        const string path = Lab + "appels-a-candidatures/bourse-de-film-reel-change-yali/";
        JsonElement item = await site.GetItemAsync(path);
        string page = (await site.GetPageAsync(path)).MainText();

        Assert.Equal("callForApplications", item.GetProperty("contentType").GetString());
        Assert.Equal("2020-11-09", item.Property("opens").GetString());
        Assert.Equal("2020-11-30", item.Property("closes").GetString());
        Assert.Equal(["Mali", "Niger"], item.Property("countries").EnumerateArray().Select(x => x.GetString()!));
        Assert.Equal([149m, 65m, 20m], item.Blocks("results").Select(x => x.GetProperty("value").GetDecimal()));
        Assert.Contains("9", page, StringComparison.Ordinal);
        Assert.Contains("30 novembre 2020", page, StringComparison.Ordinal);
        Assert.Contains("149", page, StringComparison.Ordinal);
        Assert.Contains("65", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("personnes/dr-aminata-goita/", 2019)]
    [InlineData("personnes/jacques-n-tji-dembele/", 2017)]
    public async Task A_named_Icon_rests_on_the_published_report(string path, int year)
    {
        JsonElement item = await site.GetItemAsync(Lab + path);

        Assert.Equal(year, item.Property("year").GetInt32());
        Assert.Equal("rapport publié", item.Property("publicationBasis").GetString());
        Assert.Contains("rapport annuel 2020", item.Property("reportTitle").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_annual_report_gives_the_finances_of_2020()
    {
        const string path = Lab + "publications/rapport-annuel-2020/";
        JsonElement item = await site.GetItemAsync(path);
        string page = (await site.GetPageAsync(path)).MainText();

        JsonElement line = Assert.Single(item.Blocks("finances"));

        Assert.Equal(428645m, line.GetProperty("amount").GetDecimal());
        Assert.Equal("USD", line.GetProperty("currency").GetString());
        Assert.Contains("428 645", page, StringComparison.Ordinal);
        Assert.Contains("USD", page, StringComparison.Ordinal);
        Assert.Equal(2020, item.Property("year").GetInt32());
        Assert.NotEmpty(item.Property("file").EnumerateArray());
    }

    private static System.Globalization.NumberFormatInfo French { get; } = new() { NumberGroupSeparator = " ", NumberDecimalSeparator = "," };
}
