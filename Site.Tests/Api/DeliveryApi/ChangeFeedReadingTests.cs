using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Site.Core.Delivery.Changes;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>How the change feed is read: cursors, limits, access; and that nothing is lost or told twice, whatever happens.</summary>
public abstract class ChangeFeedReadingTests(DeliverySite site)
{
    private const int Writers = 4;

    private static readonly int _perWriter = TestScale.Of(ci: 10, full: 100);

    private readonly ChangeReader _reader = new(site);

    [Theory]
    [InlineData("x")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("AAAA")]
    [InlineData("%00")]
    [InlineData("' OR 1=1 --")]
    [InlineData("a&since=b")]
    public async Task A_malformed_cursor_is_refused(string cursor)
    {
        JsonElement problem = await _reader.RefusedAsync(cursor, HttpStatusCode.BadRequest);

        Assert.Contains("not a cursor", problem.GetProperty("errors").GetProperty("since")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("take=-1", "take")]
    [InlineData("take=1001", "take")]
    [InlineData("take=x", "take")]
    [InlineData("organisation=nobody", "organisation")]
    [InlineData("organisation=%27%3B+DROP+TABLE+siteDeliveryChange%3B+--", "organisation")]
    public async Task A_parameter_that_is_none_is_refused(string parameter, string name)
    {
        JsonElement problem = await site.JsonAsync($"{ChangeReader.Feed}?{parameter}", HttpStatusCode.BadRequest);

        Assert.True(problem.GetProperty("errors").TryGetProperty(name, out _));
    }

    [Fact]
    public async Task A_query_that_is_too_long_is_refused() =>
        await site.JsonAsync($"{ChangeReader.Feed}?since={new string('A', 8000)}", HttpStatusCode.BadRequest);

    [Fact]
    public async Task Pages_of_any_size_give_the_same()
    {
        await _reader.ChangesAsync(string.Empty);
        (List<JsonElement> all, string end) = await _reader.ReadAsync(null);
        (List<JsonElement> few, string sameEnd) = await _reader.ReadAsync(null, "&take=3");

        Assert.Equal(all.Select(x => x.GetRawText()), few.Select(x => x.GetRawText()));
        Assert.Equal(end, sameEnd);
        Assert.Equal(end, (await _reader.ReadAsync(end)).Cursor);
    }

    [Fact]
    public async Task Who_may_not_read_content_may_not_read_changes()
    {
        using (site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", "false")))
        {
            await site.JsonAsync(ChangeReader.Feed, HttpStatusCode.Unauthorized);
            await site.JsonAsync(ChangeReader.Feed, HttpStatusCode.OK, DeliverySite.WithKey);
        }

        using (site.With(("Umbraco:CMS:DeliveryApi:Enabled", "false")))
        {
            await site.JsonAsync(ChangeReader.Feed, HttpStatusCode.Unauthorized, DeliverySite.WithKey);
        }

        await site.JsonAsync(ChangeReader.Feed, HttpStatusCode.Unauthorized, ("Preview", "true"));
    }

    [Fact]
    public async Task An_answer_is_asked_again_cheaply_and_kept_by_nobody_else()
    {
        string path = $"{ChangeReader.Feed}?since={await _reader.EndAsync()}";
        using HttpResponseMessage first = await site.SendAsync(path);
        using HttpResponseMessage again = await site.SendAsync(path, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal("no-cache, private", first.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_site_stops_before_it_has_told_and_nothing_is_told_twice()
    {
        IContent known = site.Publish(site.Page, "Known");
        IContent forgotten = site.Publish(site.Page, "Forgotten");
        await _reader.ChangesAsync(string.Empty);
        string cursor = await _reader.EndAsync();
        Assert.True(site.Contents.Unpublish(known).Success);
        IContent late = site.Publish(site.Page, "Late");

        await site.RestartAsync();

        Assert.Equal(
            ["published /late/", "unpublished /known/"],
            (await _reader.TellAsync(cursor, known, forgotten, late)).Order(StringComparer.Ordinal));

        // As a process that was killed between a commit and the log leaves it, or an import by the command line.
        cursor = await _reader.EndAsync();
        await site.Database.ExecuteAsync($"DELETE FROM \"siteDeliveryChange\" WHERE \"path\" = '/forgotten/'");
        await site.RestartAsync();
        Assert.Equal(["published /forgotten/"], await _reader.TellAsync(cursor, known, forgotten, late));

        cursor = await _reader.EndAsync();
        await site.RestartAsync();
        Assert.Empty(await _reader.TellAsync(cursor, known, forgotten, late));
    }

    [Fact]
    public async Task What_is_old_is_cleared_and_who_comes_too_late_is_told_to_begin_anew()
    {
        IContent page = site.Publish(site.Page, "Old");
        await _reader.ChangesAsync(string.Empty);
        Assert.True(site.Contents.Unpublish(page).Success);
        await _reader.ChangesAsync(string.Empty);
        await site.Database.ExecuteAsync("UPDATE \"siteDeliveryChange\" SET \"date\" = '2020-01-01 00:00:00'");
        string first = (await site.JsonAsync($"{ChangeReader.Feed}?take=1")).GetProperty("next").GetString()!;
        string end = await _reader.EndAsync();

        await site.Get<ChangeCleanupJob>().RunAsync(CancellationToken.None);

        JsonElement gone = await _reader.RefusedAsync(first, HttpStatusCode.Gone);
        Assert.Contains("Start again with a full read", gone.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(await _reader.TellAsync(end, page));
        Assert.Empty(await _reader.TellAsync(string.Empty, page));
        Assert.Contains((await _reader.ReadAsync(null, "&take=5")).Changes, x => ChangeReader.Id(x) == DeliverySite.Key("Root 1/Child 1"));
    }

    [Fact]
    [Trait("Category", TestScale.Endurance)]
    public async Task A_reader_beside_four_publishers_is_told_of_every_page_once()
    {
        string cursor = await _reader.EndAsync();
        ConcurrentBag<Guid> published = [];
        Task writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Factory.StartNew(
            () =>
            {
                for (int number = 0; number < _perWriter; number++)
                {
                    published.Add(site.Publish(site.Page, $"Parallel {writer} {number}").Key);
                }
            },
            TaskCreationOptions.LongRunning)));
        List<JsonElement> told = [];
        while (!writers.IsCompleted)
        {
            (List<JsonElement> changes, cursor) = await _reader.ReadAsync(cursor, "&take=3");
            told.AddRange(changes);
        }

        await writers;
        Guid[] wanted = [.. published];
        await _reader.ChangesAsync(cursor);
        told.AddRange((await _reader.ReadAsync(cursor)).Changes);
        JsonElement[] ours = [.. told.Where(x => wanted.Contains(ChangeReader.Id(x)))];
        Assert.Equal(wanted.Order(), ours.Select(ChangeReader.Id).Order());
        Assert.All(ours, x => Assert.Equal("published", x.GetProperty("change").GetString()));
        Assert.Equal(told.Select(x => x.GetProperty("date").GetDateTime()).Order(), told.Select(x => x.GetProperty("date").GetDateTime()));
    }
}

/// <summary><see cref="ChangeFeedReadingTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteChangeFeedReadingTests(SqliteDeliverySite site) : ChangeFeedReadingTests(site), IClassFixture<SqliteDeliverySite>;

/// <summary><see cref="ChangeFeedReadingTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresChangeFeedReadingTests(PostgresDeliverySite site) : ChangeFeedReadingTests(site), IClassFixture<PostgresDeliverySite>;
