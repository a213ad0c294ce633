using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence;
using Site.Core.Persistence.Content;
using Site.Core.PublishedContent.Snapshots;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>What the change feed tells of all that editors do, and what it never tells.</summary>
public abstract class ChangeFeedTests(DeliverySite site)
{
    private readonly ChangeReader _reader = new(site);

    [Fact]
    public async Task A_page_is_told_of_from_its_publishing_to_its_deletion()
    {
        string cursor = await _reader.EndAsync();
        IContent place = site.Publish(site.Page, "Life place");
        IContent page = site.Publish(site.Page, "Life", null, ("title", "one"));
        Assert.Equal(["published /life/"], await _reader.TellAsync(cursor, page));

        cursor = await _reader.EndAsync();
        page.SetValue("title", "two");
        site.Save(page);
        site.Publish(page);
        Assert.Equal(["updated /life/"], await _reader.TellAsync(cursor, page));

        cursor = await _reader.EndAsync();
        page.Name = "Life renamed";
        site.Save(page);
        site.Publish(page);
        Assert.Equal(["moved /life-renamed/ from /life/"], await _reader.TellAsync(cursor, page));

        cursor = await _reader.EndAsync();
        Assert.True(site.Contents.Move(page, place.Id).Success);
        Assert.Equal(["moved /life-place/life-renamed/ from /life-renamed/"], await _reader.TellAsync(cursor, page));

        cursor = await _reader.EndAsync();
        Assert.True(site.Contents.Unpublish(page).Success);
        Assert.Equal(["unpublished /life-place/life-renamed/"], await _reader.TellAsync(cursor, page));

        cursor = await _reader.EndAsync();
        site.Publish(page);
        Assert.Equal(["published /life-place/life-renamed/"], await _reader.TellAsync(cursor, page));

        cursor = await _reader.EndAsync();
        Assert.True(site.Contents.MoveToRecycleBin(page).Success);
        Assert.True(site.Contents.Delete(site.Contents.GetById(page.Key)!).Success);
        Assert.Equal(["deleted /life-place/life-renamed/"], await _reader.TellAsync(cursor, page));
    }

    [Fact]
    public async Task A_change_has_these_members_and_never_what_the_document_says()
    {
        string cursor = await _reader.EndAsync();
        DateTime before = DateTime.UtcNow.AddSeconds(-1);
        IContent page = site.Publish(site.Page, "Secret Name", null, ("title", "Secret Title"));
        JsonElement published = Assert.Single(await _reader.ChangesAsync(cursor, page));
        Assert.True(site.Contents.Unpublish(page).Success);
        JsonElement gone = (await _reader.ChangesAsync(cursor, page))[1];

        foreach (JsonElement change in (JsonElement[])[published, gone])
        {
            Assert.Equal(
                ["change", "id", "contentType", "culture", "path", "previousPath", "organisation", "date"],
                change.EnumerateObject().Select(x => x.Name));
            Assert.DoesNotContain("Secret", change.GetRawText(), StringComparison.Ordinal);
            Assert.Equal("page", change.GetProperty("contentType").GetString());
            Assert.Equal(JsonValueKind.Null, change.GetProperty("culture").ValueKind);
            Assert.InRange(change.GetProperty("date").GetDateTime(), before, DateTime.UtcNow);
        }
    }

    [Fact]
    public async Task Each_culture_is_told_of_by_itself()
    {
        string cursor = await _reader.EndAsync();
        IContent page = site.Publish(site.VariantPage, "Voices");
        Assert.Equal(["published da-DK /voices-da/", "published en-US /voices/"], (await _reader.TellAsync(cursor, page)).Order(StringComparer.Ordinal));

        string english = await BodyAsync(page);
        cursor = await _reader.EndAsync();
        page = site.Contents.GetById(page.Key)!;
        page.SetValue("title", "Kun dansk", "da-DK");
        site.Save(page);
        site.Publish(page, "da-DK");
        Assert.Equal(english, await BodyAsync(page));
        Assert.Equal(["updated da-DK /voices-da/"], await _reader.TellAsync(cursor, page));

        // What both cultures share is published with the default one, and said in both.
        cursor = await _reader.EndAsync();
        page.SetValue("number", 7);
        site.Save(page);
        site.Publish(page, "en-US");
        Assert.NotEqual(english, await BodyAsync(page));
        Assert.Equal(["updated da-DK /voices-da/", "updated en-US /voices/"], (await _reader.TellAsync(cursor, page)).Order(StringComparer.Ordinal));

        cursor = await _reader.EndAsync();
        Assert.True(site.Contents.Unpublish(page, "da-DK").Success);
        Assert.Equal(["unpublished da-DK /voices-da/"], await _reader.TellAsync(cursor, page));
    }

    [Fact]
    public async Task What_is_below_goes_with_what_is_above()
    {
        string cursor = await _reader.EndAsync();
        IContent top = site.Publish(site.Page, "Branch");
        IContent middle = site.Publish(site.Page, "Twig", top);
        IContent leaf = site.Publish(site.Page, "Leaf", middle);
        Assert.Equal(["published /branch/", "published /branch/twig/", "published /branch/twig/leaf/"], await _reader.TellAsync(cursor, top, middle, leaf));

        cursor = await _reader.EndAsync();
        Assert.True(site.Contents.Unpublish(top).Success);
        Assert.Equal(["unpublished /branch/", "unpublished /branch/twig/", "unpublished /branch/twig/leaf/"], await _reader.TellAsync(cursor, top, middle, leaf));

        cursor = await _reader.EndAsync();
        top.Name = "Bough";
        site.Save(top);
        site.Publish(top);
        Assert.Equal(["published /bough/", "published /bough/twig/", "published /bough/twig/leaf/"], await _reader.TellAsync(cursor, top, middle, leaf));

        cursor = await _reader.EndAsync();
        Assert.True(site.Contents.Move(middle, site.Own.Id).Success);
        Assert.Equal(["moved /twig/ from /bough/twig/", "moved /twig/leaf/ from /bough/twig/leaf/"], await _reader.TellAsync(cursor, top, middle, leaf));

        cursor = await _reader.EndAsync();
        Assert.True(site.Contents.Delete(site.Contents.GetById(middle.Key)!).Success);
        Assert.Equal(["deleted /twig/", "deleted /twig/leaf/"], await _reader.TellAsync(cursor, top, middle, leaf));
    }

    [Fact]
    public async Task What_nobody_could_read_is_never_told_of_not_even_when_it_goes()
    {
        string cursor = await _reader.EndAsync();
        IContent draft = site.Save(site.Page, "Hidden draft");
        IContent below = site.Publish(site.Page, "Hidden below", site.Publish(site.Page, "Hidden parent"));
        IContent parent = site.Contents.GetById(below.ParentId)!;
        IContent closed = site.Publish(site.Page, "Hidden closed");
        IContent binned = site.Save(site.Page, "Hidden binned");
        Assert.True(site.Contents.Unpublish(parent).Success);
        site.Protect(closed);
        Assert.True(site.Contents.MoveToRecycleBin(binned).Success);
        await _reader.ChangesAsync(cursor);

        cursor = await _reader.EndAsync();
        IContent child = site.Save(site.Page, "Hidden child", closed);
        site.Publish(child);
        below.SetValue("title", "new");
        site.Save(below);
        foreach (IContent item in (IContent[])[draft, child, closed, below, parent])
        {
            Assert.True(site.Contents.Delete(site.Contents.GetById(item.Key)!).Success);
        }

        Assert.Empty(await _reader.TellAsync(cursor, draft, below, parent, closed, child, binned));
    }

    [Fact]
    public async Task What_is_hidden_by_a_rule_or_a_setting_is_unpublished_for_the_feed()
    {
        IContent page = site.Publish(site.Page, "Ruled");
        IContent child = site.Publish(site.Page, "Ruled child", page);
        IContent other = site.Publish(await site.CreateTypeAsync("feedSecret", new TestProperty("title", "Umbraco.TextBox")), "Typed");
        await _reader.ChangesAsync(string.Empty);

        string cursor = await _reader.EndAsync();
        PublicAccessEntry rule = site.Protect(page);
        Assert.Equal(["unpublished /ruled/", "unpublished /ruled/ruled-child/"], await _reader.TellAsync(cursor, page, child));

        cursor = await _reader.EndAsync();
        Assert.True(site.Get<IPublicAccessService>().Delete(rule).Success);
        Assert.Equal(["published /ruled/", "published /ruled/ruled-child/"], await _reader.TellAsync(cursor, page, child));

        cursor = await _reader.EndAsync();
        using (site.With(("Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0", "feedSecret")))
        {
            Assert.Equal(["unpublished /typed/"], await _reader.TellAsync(cursor, other));
            Assert.Equal(["unpublished /typed/"], await _reader.TellAsync(string.Empty, other));
        }

        cursor = await _reader.EndAsync();
        Assert.Equal(["published /typed/"], await _reader.TellAsync(cursor, other));
    }

    [Fact]
    public async Task What_changed_while_nobody_was_told_is_found_when_all_is_read_anew()
    {
        IContent page = site.Publish(site.Page, "Restored", null, ("title", "before the restore"));
        await _reader.ChangesAsync(string.Empty);
        string cursor = await _reader.EndAsync();
        await using (SiteDbContext database = await site.Get<IDbContextFactory<SiteDbContext>>().CreateDbContextAsync())
        {
            await database.Set<PropertyDataRow>()
                .Where(x => x.VarcharValue == "before the restore")
                .ExecuteUpdateAsync(x => x.SetProperty(y => y.VarcharValue, "after it"));
        }

        site.Get<SnapshotStore>().Load();
        Assert.Equal(["updated /restored/"], await _reader.TellAsync(cursor, page));
    }

    [Fact]
    public async Task A_reader_without_a_cursor_is_told_of_all_that_can_be_read()
    {
        await _reader.ChangesAsync(string.Empty);
        (List<JsonElement> changes, _) = await _reader.ReadAsync(null, "&take=7");
        IEnumerable<Guid> live = changes.GroupBy(ChangeReader.Id).Where(x => x.Last().GetProperty("change").GetString() is not ("unpublished" or "deleted")).Select(x => x.Key);
        JsonElement all = await site.JsonAsync($"{DeliverySite.Content}?take=1000");

        Assert.Subset(live.ToHashSet(), all.GetProperty("items").EnumerateArray().Select(ChangeReader.Id).ToHashSet());
        Assert.Contains(DeliverySite.Key("Root 1/Child 2/Grandchild 3"), live);
    }

    [Fact]
    public async Task An_organisation_is_told_of_by_itself()
    {
        IContentType type = await site.GetOrCreateTypeAsync("organisation");
        string cursor = await _reader.EndAsync();
        IContent one = site.Publish(type, "Org one");
        IContent two = site.Publish(type, "Org two");
        IContent page = site.Publish(site.Page, "News", one);
        await _reader.ChangesAsync(string.Empty);
        Assert.Equal(["published /org-one/", "published /org-one/news/"], await ToldAsync(cursor, "org-one"));
        Assert.Equal(["published /org-one/", "published /org-one/news/"], await ToldAsync(cursor, one.Key.ToString("N")));

        cursor = await _reader.EndAsync();
        Assert.True(site.Contents.Move(page, two.Id).Success);
        await _reader.ChangesAsync(cursor);
        Assert.Equal(["unpublished /org-one/news/"], await ToldAsync(cursor, "org-one"));
        Assert.Equal(["published /org-two/news/"], await ToldAsync(cursor, "org-two"));
        Assert.Equal(["moved /org-two/news/ from /org-one/news/"], await _reader.TellAsync(cursor, page));

        cursor = await _reader.EndAsync();
        Assert.True(site.Contents.MoveToRecycleBin(site.Contents.GetById(two.Key)!).Success);
        await _reader.ChangesAsync(cursor);
        Assert.Equal(["deleted /org-two/", "deleted /org-two/news/"], await ToldAsync(cursor, two.Key.ToString("D")));
        JsonElement unknown = await site.JsonAsync($"{ChangeReader.Feed}?organisation=org-two", HttpStatusCode.BadRequest);
        Assert.Contains("no such organisation", unknown.GetProperty("errors").GetProperty("organisation")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_published_appears_within_seconds_and_once()
    {
        string cursor = await _reader.EndAsync();
        IContent page = site.Publish(site.Page, "Once");
        Assert.Single(await _reader.ChangesAsync(cursor, page));

        // Saved again, and all of it looked at again.
        site.Save(page);
        using (site.With(("Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0", "nothing")))
        {
            Assert.Single(await _reader.ChangesAsync(cursor, page));
        }

        Assert.Single(await _reader.ChangesAsync(cursor, page));
    }

    private async Task<string> BodyAsync(IContent page)
    {
        using HttpResponseMessage response = await site.SendAsync($"{DeliverySite.Content}/item/{page.Key}");
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<string[]> ToldAsync(string cursor, string organisation) =>
        [.. (await _reader.ReadAsync(cursor, $"&take=1000&organisation={organisation}")).Changes.Select(ChangeReader.Describe)];
}

/// <summary><see cref="ChangeFeedTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteChangeFeedTests(SqliteDeliverySite site) : ChangeFeedTests(site), IClassFixture<SqliteDeliverySite>;

/// <summary><see cref="ChangeFeedTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresChangeFeedTests(PostgresDeliverySite site) : ChangeFeedTests(site), IClassFixture<PostgresDeliverySite>;
