using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Site.Tests.Support;

namespace Site.Tests.Api.Website;

/// <summary>One site for all tests of the website, over HTTP and in the browser.</summary>
[CollectionDefinition(Name)]
public sealed class WebsiteSite : ICollectionFixture<SqliteSiteProcess>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Website";

    /// <summary>Where the site of the tests says that it stands.</summary>
    public const string Origin = "https://societe-civile.example";

    /// <summary>A page of each template, in French.</summary>
    public static readonly string[] Templates =
    [
        "/",
        "/ap-mali/",
        "/ani-mali/",
        "/accountability-lab-mali/",
        "/accountability-lab-mali/programmes/",
        "/accountability-lab-mali/programmes/civacts/",
        "/accountability-lab-mali/programmes/accountability-incubator/",
        "/accountability-lab-mali/publications/",
        "/accountability-lab-mali/publications/rapport-annuel-2020/",
        "/accountability-lab-mali/publications/resume-anglais-rapport-annuel-2020/",
        "/accountability-lab-mali/articles/",
        "/accountability-lab-mali/articles/repondre-aux-rumeurs-par-des-faits/",
        "/accountability-lab-mali/evenements/",
        "/accountability-lab-mali/evenements/friendraising/",
        "/accountability-lab-mali/appels-a-candidatures/",
        "/accountability-lab-mali/appels-a-candidatures/bourse-de-film-reel-change-yali/",
        "/accountability-lab-mali/personnes/",
        "/accountability-lab-mali/personnes/dr-aminata-goita/",
        "/ap-mali/publications/",
        "/en/",
        "/en/ap-mali/",
        "/en/accountability-lab-mali/publications/annual-report-2020/",
        "/en/accountability-lab-mali/evenements/friendraising/",
        "/developers",
        "/en/developers",
        "/cette-page-n-existe-pas/",
        "/en/no-such-page/",
    ];

    /// <summary>Fetches and parses a page, whatever its status.</summary>
    public static async Task<IHtmlDocument> PageAsync(SiteProcess site, string path)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(path);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The text of an element as it is read: its parts apart, with ordinary spaces only.</summary>
    public static string Read(IElement element) => Plain(string.Join(' ', element.Descendants<IText>().Select(text => text.Data)));

    /// <summary>A text with ordinary spaces only.</summary>
    public static string Plain(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"[\s\u00A0\u202F]+", " ").Trim();
}
