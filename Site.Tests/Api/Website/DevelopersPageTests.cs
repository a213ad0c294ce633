using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using Site.Tests.Support;

namespace Site.Tests.Api.Website;

/// <summary>The page for developers: what it says to type can be typed.</summary>
[Collection(WebsiteSite.Name)]
public sealed class DevelopersPageTests(SqliteSiteProcess site)
{
    [Fact]
    public async Task Every_command_runs_and_gives_what_the_site_holds()
    {
        using IHtmlDocument page = await WebsiteSite.PageAsync(site, "/developers");
        string[] commands = [.. page.QuerySelectorAll("pre code:not([id])").Select(x => x.TextContent)];
        string settings = Directory.CreateTempSubdirectory("curl-").FullName;

        // An answer that is an error ends curl with an error then.
        await File.WriteAllTextAsync(Path.Combine(settings, ".curlrc"), "fail");
        List<string> outputs = [];
        foreach (string command in commands)
        {
            outputs.Add(await RunAsync(command, settings));
        }

        Directory.Delete(settings, recursive: true);
        Assert.True(commands.Length > 10);
        Assert.All(outputs, Assert.NotEmpty);
        Assert.All((string[])["AP/Mali", "ANI-Mali", "Accountability Lab Mali", "304 Not Modified", "https://schema.org"], x => Assert.Contains(outputs, output => output.Contains(x, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_says_where_the_site_is()
    {
        using IHtmlDocument page = await WebsiteSite.PageAsync(site, "/developers");
        string setup = page.QuerySelector("#setup")!.TextContent;

        Assert.Matches(@"^SITE=https?://[\w.:-]+\nAPI=\$SITE/umbraco/delivery/api/v2$", setup);
    }

    [Theory]
    [InlineData("/developers", "fr", "Développeurs")]
    [InlineData("/en/developers", "en", "Developers")]
    public async Task It_speaks_both_languages_and_is_linked_from_every_page(string path, string language, string title)
    {
        using IHtmlDocument page = await WebsiteSite.PageAsync(site, path);
        using IHtmlDocument home = await WebsiteSite.PageAsync(site, path.Replace("developers", string.Empty, StringComparison.Ordinal));

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith(title, page.Title, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("meta[name=robots]"));
        Assert.NotNull(page.QuerySelector("a[hreflang]"));
        Assert.Equal(title, home.QuerySelector($"footer a[href='{path}']")!.TextContent);
    }

    [Theory]
    [InlineData("/developers/", "/developers")]
    [InlineData("/Developers", "/developers")]
    [InlineData("/en/DEVELOPERS/", "/en/developers")]
    public async Task It_has_one_address(string path, string canonical)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(canonical, response.Headers.Location!.OriginalString);
    }

    private async Task<string> RunAsync(string command, string settings)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"set -eo pipefail\n{command}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["API"] = new Uri(site.Address, "umbraco/delivery/api/v2").ToString();
        start.Environment["CURL_HOME"] = settings;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command}\nended with {process.ExitCode}: {await error}{output}");
        return output;
    }
}
