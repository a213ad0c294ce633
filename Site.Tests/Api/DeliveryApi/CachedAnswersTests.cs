using System.Globalization;
using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Site.Core.PublishedContent.Snapshots;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>
/// Answers are kept, and nobody notices but by their speed: after everything that can happen to a document or to what it refers to, an answer is what
/// it would be if it were made anew.
/// </summary>
public abstract class CachedAnswersTests(ReferencesSite site)
{
    private const int Acts = 6;

    private string Tale => $"{DeliverySite.Content}/item/{site.Tale.Key}";

    /// <remarks>A failure prints the seed and the shortest sequence that still fails; <c>SITE_TEST_SEED</c>, e.g. <c>(123,456,80)</c>, runs that seed and size again.</remarks>
    [Fact]
    [Trait("Category", TestScale.Endurance)]
    public void After_any_sequence_of_acts_every_answer_is_as_if_made_anew()
    {
        Config config = Config.QuickThrowOnFailure.WithMaxTest(TestScale.Of(ci: 20, full: 500));
        var documents = new EditedReferences(site);
        Prop.ForAll(Sequences(), acts => CheckAsync(documents, acts)).Check(config.Seeded());
    }

    [Fact]
    public async Task A_body_is_made_once_and_sent_again()
    {
        using IDisposable stock = site.With(("Umbraco:CMS:DeliveryApi:OutputCache:Enabled", "true"));
        foreach (string path in (string[])[Tale, $"{DeliverySite.Content}?take=3", $"{Tale}?expand=properties[$all]", $"{DeliverySite.Media}/item/{site.Picture.Key}"])
        {
            using HttpResponseMessage first = await site.SendAsync(path);
            using HttpResponseMessage second = await site.SendAsync(path);

            Assert.Null(first.Headers.Age);
            Assert.NotNull(second.Headers.Age);
            Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
            Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        }
    }

    [Fact]
    public async Task The_second_answer_bears_the_headers_of_the_first_whatever_the_page_is_called()
    {
        site.Publish(site.Page, "Media items");
        string path = $"{DeliverySite.Content}/item/media-items/";
        using HttpResponseMessage first = await site.SendAsync(path);
        using HttpResponseMessage second = await site.SendAsync(path);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(first.Headers.Vary, second.Headers.Vary);
        Assert.Equal(first.Headers.Select(x => x.Key), second.Headers.Select(x => x.Key));
        Assert.Contains("Accept-Language", second.Headers.Vary);
    }

    [Fact]
    public async Task Another_culture_or_start_item_is_another_answer_and_a_publish_ends_those_that_were_kept()
    {
        using IDisposable stock = site.With(("Umbraco:CMS:DeliveryApi:OutputCache:Enabled", "true"));
        IContent page = site.Publish(site.VariantPage, "Kept");
        string path = $"{DeliverySite.Content}/item/{page.Key}";
        Assert.Null(await AgeAsync(path));
        Assert.NotNull(await AgeAsync(path));

        Assert.Null(await AgeAsync(path, ("Accept-Language", "da-DK")));
        Assert.Null(await AgeAsync(path, ("Start-Item", "own")));
        Assert.Null(await AgeAsync(path, ("Preview", "true"), DeliverySite.WithKey));
        Assert.Null(await AgeAsync(path, ("Preview", "true"), DeliverySite.WithKey));
        site.Publish(site.Page, "Something else");

        Assert.Null(await AgeAsync(path));
    }

    [Fact]
    public async Task Without_the_stock_setting_nobody_is_told_an_age()
    {
        Assert.Null(await AgeAsync(Tale));
        Assert.Null(await AgeAsync(Tale));
    }

    [Fact]
    public async Task An_answer_that_was_kept_for_everybody_does_not_open_a_closed_API()
    {
        using HttpResponseMessage open = await site.SendAsync(Tale);
        using IDisposable closed = site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", "false"));
        using HttpResponseMessage refused = await site.SendAsync(Tale);
        using HttpResponseMessage keyed = await site.SendAsync(Tale, DeliverySite.WithKey);
        using HttpResponseMessage again = await site.SendAsync(Tale);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.Unauthorized], [open.StatusCode, refused.StatusCode, keyed.StatusCode, again.StatusCode]);
    }

    [Fact]
    public async Task The_date_is_that_of_the_last_change_and_changes_with_it()
    {
        IContent story = site.PublishStory("Dated", site.Amadou);
        string path = $"{DeliverySite.Content}/item/{story.Key}";
        DateTimeOffset before = await LastModifiedAsync(path);
        Assert.True(before <= DateTimeOffset.UtcNow);
        string since = DateTimeOffset.UtcNow.AddMinutes(1).ToString("R", CultureInfo.InvariantCulture);
        string old = DateTimeOffset.UtcNow.AddMinutes(-1).ToString("R", CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(path, ("If-Modified-Since", since)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, ("If-Modified-Since", old)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, ("If-Modified-Since", "yesterday")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, ("If-Modified-Since", since), ("If-None-Match", "\"other\"")));
        Assert.Equal(before, await LastModifiedAsync(path), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Two_changes_within_a_second_are_two_for_a_client_that_asks_by_date()
    {
        IContent page = site.Publish(site.Page, "Twice", null, ("title", "one"));
        string path = $"{DeliverySite.Content}/item/{page.Key}";
        for (int i = 0; i < 20; i++)
        {
            string date = (await LastModifiedAsync(path)).ToString("R", CultureInfo.InvariantCulture);
            page.SetValue("title", $"change {i}");
            site.Save(page);
            site.Publish(page);

            Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, ("If-Modified-Since", date)));
        }
    }

    private async Task CheckAsync(EditedReferences documents, EditedReference[] acts)
    {
        foreach (EditedReference act in acts)
        {
            await documents.DoAsync(act);
            await AskAsync(documents);
        }

        string[] kept = await AskAsync(documents);
        site.Get<SnapshotStore>().Unmake();
        string[] made = await AskAsync(documents);
        Assert.All(made.Zip(kept), x => Assert.Equal(x.First, x.Second));
    }

    private async Task<string[]> AskAsync(EditedReferences documents)
    {
        List<string> answers = [];
        foreach ((string path, string culture) in documents.Questions())
        {
            using HttpResponseMessage response = await site.SendAsync(path, ("Accept-Language", culture));
            string body = response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsStringAsync() : string.Empty;
            Assert.True((int)response.StatusCode < 500, $"{path} answered {(int)response.StatusCode}");
            answers.Add($"{path} {culture} {(int)response.StatusCode} {body}");
        }

        return [.. answers];
    }

    private static Arbitrary<EditedReference[]> Sequences()
    {
        Gen<int> number = Gen.Choose(0, 99);
        Gen<EditedReference> act =
            from kind in Gen.Elements(Enum.GetValues<ReferenceAct>())
            from subject in number
            from target in number
            select new EditedReference(kind, subject, target);
        return Arb.From(act.ArrayOf(Acts), acts => Enumerable.Range(0, acts.Length).Reverse().Select(x => (EditedReference[])[.. acts[..x], .. acts[(x + 1)..]]));
    }

    private async Task<TimeSpan?> AgeAsync(string path, params (string, string)[] headers)
    {
        using HttpResponseMessage response = await site.SendAsync(path, headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.Age;
    }

    private async Task<HttpStatusCode> StatusAsync(string path, params (string, string)[] headers)
    {
        using HttpResponseMessage response = await site.SendAsync(path, headers);
        return response.StatusCode;
    }

    private async Task<DateTimeOffset> LastModifiedAsync(string path)
    {
        using HttpResponseMessage response = await site.SendAsync(path);
        return response.Content.Headers.LastModified!.Value;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteReferencesSite site) : CachedAnswersTests(site), IClassFixture<SqliteReferencesSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresReferencesSite site) : CachedAnswersTests(site), IClassFixture<PostgresReferencesSite>;
}
