using Site.Tests.Support;

namespace Site.Tests.Api.Hosting;

/// <summary>The site knows its own address from its settings; a request cannot tell it another.</summary>
[Collection(RunningSiteCollection.Name)]
public sealed class HostHeaderTests(SqliteSiteProcess site)
{
    [Theory]
    [InlineData("ap-mali/")]
    [InlineData("en/ap-mali/")]
    [InlineData("sitemap.xml")]
    [InlineData("robots.txt")]
    [InlineData("umbraco/delivery/api/v2/content/item/ap-mali/")]
    public async Task No_answer_repeats_the_host_that_was_asked_for(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "evil.example";
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("Forwarded", "host=evil.example");

        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.DoesNotContain("evil.example", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", response.Headers.ToString(), StringComparison.Ordinal);
    }
}
