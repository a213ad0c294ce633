using System.Net;
using System.Text;
using Site.Tests.Support;

namespace Site.Tests.Api.Website;

/// <summary>Which address shows what.</summary>
[Collection(WebsiteSite.Name)]
public sealed class RoutingTests(SqliteSiteProcess site)
{
    [Theory]
    [InlineData("/ap-mali", "/ap-mali/")]
    [InlineData("/AP-Mali/", "/ap-mali/")]
    [InlineData("/en", "/en/")]
    [InlineData("/en/ap-mali", "/en/ap-mali/")]
    [InlineData("/ap-mali?page=2", "/ap-mali/?page=2")]
    public async Task Every_page_has_one_address_and_others_move_there(string path, string canonical)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(canonical, response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/nulle-part/", "fr", "Page introuvable")]
    [InlineData("/en/nowhere/", "en", "Page not found")]
    [InlineData("/ap-mali/%2e%2e%2fani-mali/", "fr", "Page introuvable")]
    [InlineData("/<script>alert(1)</script>/", "fr", "Page introuvable")]
    public async Task What_does_not_exist_is_said_in_the_language_of_the_address(string path, string language, string title)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(path);
        using var page = await WebsiteSite.PageAsync(site, path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Theory]
    [InlineData("/references/")]
    [InlineData("/zones/")]
    [InlineData("/kayes/")]
    [InlineData("/references/kayes/")]
    [InlineData("/oxfam-novib/")]
    public async Task The_reference_lists_are_never_pages(string path)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_head_request_gets_the_headers_alone()
    {
        using HttpRequestMessage request = new(HttpMethod.Head, "/ap-mali/");
        using HttpResponseMessage head = await site.Client.SendAsync(request);
        using HttpResponseMessage get = await site.Client.GetAsync("/ap-mali/");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal((await get.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
    }

    [Fact]
    public async Task No_answer_repeats_the_host_that_a_request_claims()
    {
        foreach (string path in new[] { "/", "/ap-mali/", "/ap-mali", "/sitemap.xml", "/ap-mali/flux.xml", "/robots.txt", "/nulle-part/" })
        {
            using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { Host = "mechant.example" } };
            using HttpResponseMessage response = await site.Client.SendAsync(request);
            string all = new StringBuilder(response.ToString()).Append(await response.Content.ReadAsStringAsync()).ToString();

            Assert.DoesNotContain("mechant.example", all.Replace("Host: mechant.example", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }
}
