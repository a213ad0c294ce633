using System.Text.RegularExpressions;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>A site on PostgreSQL gives its visitors and partners the same as one on SQLite.</summary>
[Collection(RunningSiteCollection.Name)]
public sealed partial class EnginesAgreeTests(SqliteSiteProcess sqlite, PostgresSiteProcess postgres) : IClassFixture<PostgresSiteProcess>
{
    private const string Content = "umbraco/delivery/api/v2/content";

    [Theory]
    [InlineData(Content + "?take=100")]
    [InlineData(Content + "?fetch=descendants:/accountability-lab-mali&sort=name:asc&take=100")]
    [InlineData(Content + "?fetch=children:/&sort=sortOrder:desc")]
    [InlineData(Content + "?filter=name:rapport&sort=level:asc")]
    [InlineData(Content + "?filter=contentType:nothing")]
    [InlineData(Content + "?sort=nothing:asc")]
    [InlineData(Content + "/item/ap-mali")]
    [InlineData(Content + "/item/nowhere")]
    [InlineData("ap-mali/")]
    [InlineData("en/accountability-lab-mali/programmes/civacts/")]
    [InlineData("accountability-lab-mali/publications/")]
    [InlineData("sitemap.xml")]
    [InlineData("nulle-part/")]
    public async Task Both_give_the_same(string path)
    {
        using HttpResponseMessage expected = await sqlite.Client.GetAsync(path);
        using HttpResponseMessage actual = await postgres.Client.GetAsync(path);

        Assert.Equal(expected.StatusCode, actual.StatusCode);
        Assert.Equal(expected.Content.Headers.ContentType, actual.Content.Headers.ContentType);
        Assert.Equal(WithoutMoments(await expected.Content.ReadAsStringAsync()), WithoutMoments(await actual.Content.ReadAsStringAsync()));
    }

    // When each of the two has imported its content, and which request it was.
    private static string WithoutMoments(string body) => Moment().Replace(TraceId().Replace(body, "…"), "…");

    [GeneratedRegex("00-[0-9a-f]{32}-[0-9a-f]{16}-00")]
    private static partial Regex TraceId();

    [GeneratedRegex(@"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)")]
    private static partial Regex Moment();
}
