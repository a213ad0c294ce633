using System.Diagnostics;
using System.Globalization;
using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>
/// Whatever is written into <c>expand</c>, <c>fields</c>, <c>fetch</c>, <c>filter</c> and <c>sort</c> is answered, or refused, at once.
/// </summary>
public abstract class RandomParametersTests(ReferencesSite site)
{
    private const int Milliseconds = 50;

    // What is slow by itself is slow each time; what waited for the processor is not.
    private const int Attempts = 5;

    private static readonly string[] _selections =
        ["properties[", "$all", "]", ",", "[", "author", "mentor", "related", "blocks", "text", "grid", "image", "title", "$", "%00", "é", "🐘", " ", "properties", "$all[properties[$all]]", "*", "content", "settings", "]]"];

    private static readonly string[] _options =
        ["contentType", "name", "createDate", "updateDate", "organisation", "kind", "year", "topic", "call", "descendants", "children", "ancestors", "level", "sortOrder", ":", "!", ">", "<", ">=", "asc", "desc", "author", ",", "2024", "-1", "2024-02-30", "99999999999999999999", "00000000-0000-0000-0000-000000000000", "'", "\"", "%", "\\", "é", "\u202e", "/", "*", "(", "null", "1e308"];

    /// <remarks>A failure prints the seed and the shortest request that still fails; <c>SITE_TEST_SEED</c>, e.g. <c>(123,456,80)</c>, runs that seed and size again.</remarks>
    [Fact]
    [Trait("Category", TestScale.Endurance)]
    public void No_text_in_a_parameter_makes_the_site_fail_or_think()
    {
        Config config = Config.QuickThrowOnFailure.WithMaxTest(TestScale.Of(ci: 2_500, full: 50_000)).WithEndSize(40);

        Prop.ForAll(Requests(), CheckAsync).Check(config.Seeded());
    }

    [Theory]
    [InlineData("expand", "[", 4000)]
    [InlineData("fields", "properties[", 4000)]
    [InlineData("filter", "contentType:a,", 7000)]
    [InlineData("sort", "name:asc,", 7000)]
    [InlineData("fetch", "descendants:", 7000)]
    [InlineData("id", "x", 7900)]
    public async Task A_text_of_the_longest_length_is_answered_as_fast(string parameter, string part, int length) =>
        await CheckAsync($"?{parameter}={Uri.EscapeDataString(string.Concat(Enumerable.Repeat(part, length / part.Length)))}");

    private async Task CheckAsync(string query)
    {
        foreach (string path in (string[])[$"{DeliverySite.Content}{query}", $"{DeliverySite.Content}/item/{site.Tale.Key}{query}", $"{DeliverySite.Media}{query}"])
        {
            (HttpStatusCode status, TimeSpan time) = await AskAsync(path);
            for (int i = 1; time.TotalMilliseconds > Milliseconds && i < Attempts; i++)
            {
                // One character more is another request, which no cache has answered.
                (status, time) = await AskAsync($"{path}&{i}");
            }

            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.RequestUriTooLong, $"{path} answered {(int)status}");
            Assert.True(time.TotalMilliseconds <= Milliseconds, $"{path} took {time.TotalMilliseconds:0} ms, {Attempts} times");
        }
    }

    private async Task<(HttpStatusCode Status, TimeSpan Time)> AskAsync(string path)
    {
        long begun = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await site.SendAsync(path);
        return (response.StatusCode, Stopwatch.GetElapsedTime(begun));
    }

    private static Arbitrary<string> Requests()
    {
        Gen<string> random = Gen.Choose(1, 0xD7FF).ArrayOf().Select(x => string.Concat(x.Select(character => (char)character)));
        Gen<string> text = Gen.Frequency((4, Gen.Elements(_selections).ArrayOf().Select(string.Concat)), (1, random));
        Gen<string> option = Gen.Frequency((4, Gen.Elements(_options).ArrayOf().Select(string.Concat)), (1, random));
        Gen<string> request =
            from expand in text
            from fields in text
            from fetch in Gen.Frequency((3, Gen.Constant(string.Empty)), (1, option))
            from filters in option.ArrayOf(2)
            from sort in Gen.Frequency((2, Gen.Constant(string.Empty)), (1, option))
            select $"?{Given("expand", expand)}{Given("fields", fields)}{Given("fetch", fetch)}{string.Concat(filters.Select(x => Given("filter", x)))}{Given("sort", sort)}";
        return request.ToArbitrary();
    }

    private static string Given(string name, string value) => value.Length == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{name}={Uri.EscapeDataString(value)}&");

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteReferencesSite site) : RandomParametersTests(site), IClassFixture<SqliteReferencesSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresReferencesSite site) : RandomParametersTests(site), IClassFixture<PostgresReferencesSite>;
}
