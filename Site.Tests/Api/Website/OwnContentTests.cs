using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Site.Tests.Support;

namespace Site.Tests.Api.Website;

/// <summary>
/// A site that lays a folder of its own over the project's: what the three organisations have no source for yet, fact checks and plain
/// pages, as an editor would write them.
/// </summary>
public sealed class OwnContentSiteProcess() : SiteProcess(Engine.Sqlite)
{
    private const string Organisation = "0bb9d7ab-39cc-51a5-ac96-c404c72acc6c";
    private const string List = "a8a6d4f0-53a5-4c0e-9a59-1f0f6a3f2b01";

    /// <inheritdoc />
    protected override void Configure(IDictionary<string, string?> settings)
    {
        string folder = Path.Combine(DataFolder, "own", "v17");
        string content = Path.Combine(folder, "Content");
        Directory.CreateDirectory(content);
        Write(content, "checks", List, "Vérifications", Organisation, "factChecks", "");
        Write(content, "check", "b7c7b2b1-6d0e-4a44-9d5e-5b6d9a0f7c02", "Le prix du riz", List, "factCheck", """
            <claim><Value Culture="fr"><![CDATA[« Le prix du riz a doublé <script>alert(1)</script> en une semaine. »]]></Value></claim>
            <date><Value><![CDATA[2026-02-03 00:00:00]]></Value></date>
            <evidenceLinks><Value><![CDATA[[{"name":"Relevé des prix","target":"","udi":null,"url":"https://exemple.org/prix","queryString":""}]]]></Value></evidenceLinks>
            <explanation><Value Culture="fr"><![CDATA[{"markup":"<h2>Les relevés</h2><p>Le prix a monté de <strong>4&nbsp;%</strong>.</p>","blocks":{"contentData":[],"settingsData":[],"expose":[],"layout":{}}}]]></Value></explanation>
            <languages><Value><![CDATA[[]]]></Value></languages>
            <place><Value><![CDATA[Bamako]]></Value></place>
            <verdict><Value><![CDATA[["trompeur"]]]></Value></verdict>
            """);
        Write(content, "page", "c1b6f2d3-8f43-4f1b-8f5a-9a7d2e4b6a03", "Mentions légales", Organisation, "page", """
            <body><Value Culture="fr"><![CDATA[{"markup":"<p>Un texte.</p>","blocks":{"contentData":[],"settingsData":[],"expose":[],"layout":{}}}]]></Value></body>
            <introduction><Value Culture="fr"><![CDATA[Qui publie ce site.]]></Value></introduction>
            """);
        settings["uSync:Settings:Folders:0"] = Path.Combine(RepositoryRoot, "uSync", "v17");
        settings["uSync:Settings:Folders:1"] = folder;
    }

    private static void Write(string folder, string file, string key, string name, string parent, string type, string properties) =>
        File.WriteAllText(Path.Combine(folder, file + ".config"), $"""
            <?xml version="1.0" encoding="utf-8"?>
            <Content Key="{key}" Alias="{name}" Level="4">
              <Info>
                <Parent Key="{parent}" />
                <Trashed>false</Trashed>
                <ContentType>{type}</ContentType>
                <NodeName Default="{name}"><Name Culture="fr">{name}</Name></NodeName>
                <SortOrder>90</SortOrder>
                <Published Default="true"><Published Culture="fr">true</Published></Published>
                <Schedule />
                <Template>{type}</Template>
              </Info>
              <Properties>{properties}</Properties>
            </Content>
            """);
}

/// <summary>Templates that the three organisations' own content does not use yet.</summary>
public sealed class OwnContentTests(OwnContentSiteProcess site) : IClassFixture<OwnContentSiteProcess>
{
    private const string Check = "/accountability-lab-mali/verifications/le-prix-du-riz/";

    [Fact]
    public async Task A_fact_check_shows_claim_verdict_explanation_evidence_and_place()
    {
        IHtmlDocument page = await PageAsync(Check);
        IElement main = page.QuerySelector("main")!;

        Assert.Equal("Le prix du riz", WebsiteSite.Read(main.QuerySelector("h1")!));
        Assert.Contains("Le prix du riz a doublé <script>alert(1)</script> en une semaine.", WebsiteSite.Read(main.QuerySelector("blockquote")!), StringComparison.Ordinal);
        Assert.Equal("trompeur", WebsiteSite.Read(main.QuerySelector(".state")!));
        Assert.Contains("Le prix a monté de 4 %", WebsiteSite.Read(main.QuerySelector(".prose")!), StringComparison.Ordinal);
        Assert.Equal("https://exemple.org/prix", main.QuerySelector("ul a")!.GetAttribute("href"));
        Assert.Equal("2026-02-03", main.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Contains("Bamako", WebsiteSite.Read(main), StringComparison.Ordinal);
        Assert.Empty(main.QuerySelectorAll("script"));
        Assert.DoesNotContain(main.QuerySelectorAll("dt"), x => WebsiteSite.Read(x) == "Langues");
    }

    [Fact]
    public async Task The_list_names_the_fact_check()
    {
        IHtmlDocument page = await PageAsync("/accountability-lab-mali/verifications/");

        Assert.Contains(page.QuerySelectorAll("main a"), x => x.GetAttribute("href") == Check);
    }

    [Fact]
    public async Task A_plain_page_shows_its_introduction_and_text()
    {
        IElement main = (await PageAsync("/accountability-lab-mali/mentions-legales/")).QuerySelector("main")!;

        Assert.Equal("Mentions légales", WebsiteSite.Read(main.QuerySelector("h1")!));
        Assert.Equal("Qui publie ce site.", WebsiteSite.Read(main.QuerySelector(".lead")!));
        Assert.Contains("Un texte.", WebsiteSite.Read(main.QuerySelector(".prose")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_organisations_content_is_there_as_before()
    {
        using HttpResponseMessage response = await site.Client.GetAsync("/ap-mali/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(new MediaTypeHeaderValue("text/html", "utf-8"), response.Content.Headers.ContentType);
    }

    private async Task<IHtmlDocument> PageAsync(string path)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}:\n{site.Output}");
        return await WebsiteSite.PageAsync(site, path);
    }
}
