using System.Net;
using Site.Tests.Support;

namespace Site.Tests.Api.Website;

/// <summary>Security headers on every kind of answer.</summary>
[Collection(WebsiteSite.Name)]
public sealed class HeaderTests(SqliteSiteProcess site)
{
    [Theory]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    [InlineData("HEAD", "/ap-mali/", HttpStatusCode.OK)]
    [InlineData("GET", "/nulle-part/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/ap-mali", HttpStatusCode.MovedPermanently)]
    [InlineData("GET", "/robots.txt", HttpStatusCode.OK)]
    [InlineData("GET", "/sitemap.xml", HttpStatusCode.OK)]
    [InlineData("GET", "/ap-mali/flux.xml", HttpStatusCode.OK)]
    [InlineData("GET", "/media/absent.png", HttpStatusCode.NotFound)]
    [InlineData("GET", "/assets/absent.css", HttpStatusCode.NotFound)]
    [InlineData("GET", "/umbraco/absent", HttpStatusCode.NotFound)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("POST", "/ap-mali/", HttpStatusCode.MethodNotAllowed)]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string method, string path, HttpStatusCode status)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Header(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(response, "Referrer-Policy"));
        Assert.Contains("geolocation=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Equal("max-age=63072000; includeSubDomains", Header(response, "Strict-Transport-Security"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task The_stylesheet_is_fetched_once_and_kept()
    {
        using var page = await WebsiteSite.PageAsync(site, "/");
        string path = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, 12_000);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_are_compressed(string encoding)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/ap-mali/") { Headers = { { "Accept-Encoding", encoding } } };
        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.Single());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        using HttpResponseMessage first = await site.Client.GetAsync("/ap-mali/");
        using HttpRequestMessage request = new(HttpMethod.Get, "/ap-mali/") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using HttpResponseMessage second = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
