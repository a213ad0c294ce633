using System.Diagnostics;
using System.Net;
using System.Text;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>Whatever stands in <c>expand</c>, <c>fields</c>, <c>filter</c>, <c>sort</c> and <c>fetch</c>, the site never answers that it has failed.</summary>
[Trait("Category", TestScale.Endurance)]
public abstract class HostileParametersTests(ReferencesSite site)
{
    private const int Seed = 20261123;

    private static readonly string[] _words =
    [
        "properties", "$all", "[", "]", "[", "]", ",", ",", "author", "mentor", "related", "blocks", "picker", "text", "picture", "image", "title", "all", "property:", "contentType:",
        "mediaType:", "name:", "createDate", "updateDate", ">", ">:", "<", "<:", ":", "!", "story", "asc", "desc", "children:", "descendants:", "ancestors:", "/", "tale", "2024-01-31",
        "99999999999999999999", "-1", "%", "'", "\"", "\\", " ", "\0", "\r\n", "\u00E9", "\uD83D\uDE00", "\uFFFF", "{", "}", "<script>", "' OR 1=1 --", "*", "?",
    ];

    private static readonly string[] _parameters = ["expand", "fields", "filter", "expand", "fields", "filter", "sort", "fetch", "skip", "take", "id"];

    [Fact]
    public async Task Random_parameters_never_give_a_5xx()
    {
        var random = new Random(Seed);
        List<string> failures = [];
        int count = TestScale.Of(5_000, 100_000) / 2;
        for (int i = 0; i < count && failures.Count < 5; i++)
        {
            string path = Path(random);
            long begun = Stopwatch.GetTimestamp();
            using HttpResponseMessage response = await site.Client.GetAsync(path);
            if (response.StatusCode >= HttpStatusCode.InternalServerError)
            {
                failures.Add($"{(int)response.StatusCode} after {Stopwatch.GetElapsedTime(begun)}: {path}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private string Path(Random random)
    {
        string path = random.Next(5) switch
        {
            0 => DeliverySite.Content,
            1 => $"{DeliverySite.Content}/items",
            2 => DeliverySite.Media,
            _ => $"{DeliverySite.Content}/item/{site.Tale.Key}",
        };
        IEnumerable<string> query = Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => $"{_parameters[random.Next(_parameters.Length)]}={Uri.EscapeDataString(Text(random))}");
        return $"{path}?{string.Join('&', query)}";
    }

    // Half of them begin as a real one does, so that they come past the first glance.
    private static string Text(Random random)
    {
        var text = new StringBuilder(random.Next(2) == 0 ? "properties[" : string.Empty);
        int words = random.Next(1, random.Next(20) == 0 ? 200 : 12);
        for (int i = 0; i < words; i++)
        {
            text.Append(_words[random.Next(_words.Length)]);
        }

        if (random.Next(2) == 0)
        {
            int open = text.ToString().Count(x => x == '[') - text.ToString().Count(x => x == ']');
            text.Append(']', Math.Max(0, open));
        }

        return text.ToString();
    }
}

/// <summary><see cref="HostileParametersTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteHostileParametersTests(SqliteReferencesSite site) : HostileParametersTests(site), IClassFixture<SqliteReferencesSite>;

/// <summary><see cref="HostileParametersTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresHostileParametersTests(PostgresReferencesSite site) : HostileParametersTests(site), IClassFixture<PostgresReferencesSite>;
