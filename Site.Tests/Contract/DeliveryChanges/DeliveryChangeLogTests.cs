using Site.Core.Hosting.DeliveryChanges;
using Site.Tests.Support;
using Umbraco.Cms.Core.Scoping;

namespace Site.Tests.Contract.DeliveryChanges;

/// <summary>The log of changes: its order, how far back it goes, and what a reader is told who comes too late.</summary>
public abstract class DeliveryChangeLogTests(SiteFixture site)
{
    private const int Writers = 4;

    private static readonly int _perWriter = TestScale.Of(ci: 25, full: 500);

    // Each test has years of its own, later than those of the tests before: the log never goes back in time.
    private static int _year = 2100;

    private readonly DateTime _now = new(Interlocked.Add(ref _year, 10), 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private IDeliveryChangeLog Log => site.Get<IDeliveryChangeLog>();

    [Fact]
    public async Task A_reader_gets_each_change_once_and_in_order()
    {
        ChangeCursor start = await HeadAsync();
        DeliveryChange[] changes = [.. Enumerable.Range(0, 7).Select(x => Published($"/{x}/"))];
        Append(_now, changes[..3]);
        Append(_now, changes[3..]);

        List<LoggedDeliveryChange> read = [];
        ChangePage page;
        do
        {
            page = (await Log.ReadAsync(new ChangeQuery(start, 2, null), default))!;
            read.AddRange(page.Changes);
            start = page.Next;
        }
        while (page.HasMore);

        Assert.Equal(changes, read.Select(x => x.Change));
        Assert.Equal(Enumerable.Range(0, 7).Select(x => read[0].Position + x), read.Select(x => x.Position));
        Assert.Empty((await Log.ReadAsync(new ChangeQuery(start, 2, null), default))!.Changes);
    }

    [Fact]
    public void What_can_be_read_is_what_was_told_last()
    {
        DeliveryChange french = Published("/un/", culture: "fr");
        DeliveryChange english = new(DeliveryChangeKind.Published, french.Item with { Culture = "en", Path = "/en/one/" });
        DeliveryChange moved = new(DeliveryChangeKind.Moved, french.Item with { Path = "/deux/", Fingerprint = long.MinValue }) { PreviousPath = "/un/" };
        Append(_now, french, english);
        Append(_now, moved, new DeliveryChange(DeliveryChangeKind.Unpublished, english.Item));

        Assert.Equal([moved.Item], site.InScope(() => Log.ReadCurrent([french.Item.Key, Guid.NewGuid()])));
        Assert.Contains(moved.Item, site.InScope(() => Log.ReadCurrent(null)));
    }

    [Fact]
    public async Task A_reader_of_one_organisation_gets_what_belongs_to_it_or_did_until_then()
    {
        ChangeCursor start = await HeadAsync();
        (Guid mine, Guid other) = (Guid.NewGuid(), Guid.NewGuid());
        DeliveryChange own = Published("/a/", mine);
        DeliveryChange left = new(DeliveryChangeKind.Moved, own.Item with { Organisation = other }) { PreviousOrganisation = mine };
        Append(_now, own, Published("/b/", other), Published("/c/"));
        Append(_now, left);
        Append(_now, Published("/d/", other));

        ChangePage page = (await Log.ReadAsync(new ChangeQuery(start, 10, [mine]), default))!;
        ChangePage first = (await Log.ReadAsync(new ChangeQuery(start, 1, [mine]), default))!;
        ChangePage rest = (await Log.ReadAsync(new ChangeQuery(first.Next, 1, [mine]), default))!;

        Assert.Equal([own, left], page.Changes.Select(x => x.Change));
        Assert.False(page.HasMore);
        Assert.Equal(await HeadAsync(), page.Next);
        Assert.True(first.HasMore);
        Assert.Equal([left], rest.Changes.Select(x => x.Change));
        Assert.False(rest.HasMore);
    }

    [Fact]
    public async Task What_is_old_is_cleared_but_not_the_last_of_what_can_be_read()
    {
        DeliveryChange kept = Published("/kept/");
        DeliveryChange gone = Published("/gone/");
        Append(_now, kept, gone);
        ChangeCursor old = await HeadAsync();
        Append(_now, new DeliveryChange(DeliveryChangeKind.Updated, kept.Item with { Fingerprint = 1 }), new DeliveryChange(DeliveryChangeKind.Deleted, gone.Item));
        ChangeCursor upToDate = await HeadAsync();
        Assert.NotNull(await Log.ReadAsync(new ChangeQuery(old, 10, null), default));

        Clear(_now.AddDays(1));

        Assert.Null(await Log.ReadAsync(new ChangeQuery(old, 10, null), default));
        Assert.Empty((await Log.ReadAsync(new ChangeQuery(upToDate, 10, null), default))!.Changes);
        List<LoggedDeliveryChange> everything = await ReadAllAsync();
        Assert.Single(everything, x => x.Change.Item.Key == kept.Item.Key && x.Change.Item.Fingerprint == 1);
        Assert.DoesNotContain(everything, x => x.Change.Item.Key == gone.Item.Key);
        Assert.Equal(0, Clear(_now.AddDays(1)));
    }

    [Fact]
    public async Task A_reader_that_begins_anew_after_a_clearing_comes_to_the_end_page_by_page()
    {
        DeliveryChange[] kept = [.. Enumerable.Range(0, 5).Select(x => Published($"/kept/{x}/"))];
        DeliveryChange gone = Published("/gone/");
        Append(_now, [.. kept, gone]);
        Append(_now, new DeliveryChange(DeliveryChangeKind.Deleted, gone.Item));
        Clear(_now.AddDays(1));

        ChangePage first = (await Log.ReadAsync(new ChangeQuery(null, 1, null), default))!;
        Assert.True(first.HasMore);
        Assert.Empty(kept.Select(x => x.Item.Key).Except((await ReadAllAsync()).Select(x => x.Change.Item.Key)));

        // Who was not at the end yet when more was cleared cannot know what went meanwhile.
        Append(_now, new DeliveryChange(DeliveryChangeKind.Deleted, kept[0].Item));
        Clear(_now.AddDays(1));
        Assert.Null(await Log.ReadAsync(new ChangeQuery(first.Next, 1, null), default));
    }

    [Fact]
    public async Task A_cursor_from_before_a_restore_is_known_as_such()
    {
        Append(_now, Published("/before/"));
        ChangeCursor head = await HeadAsync();

        Assert.Null(await Log.ReadAsync(new ChangeQuery(head with { Position = head.Position + 1 }, 10, null), default));
        Assert.Null(await Log.ReadAsync(new ChangeQuery(head with { Stamp = head.Stamp + 1 }, 10, null), default));
        Assert.NotNull(await Log.ReadAsync(new ChangeQuery(head, 10, null), default));
    }

    [Fact]
    public async Task Dates_are_in_the_order_of_the_changes_also_when_the_clock_is_set_back()
    {
        ChangeCursor start = await HeadAsync();
        Append(_now, Published("/a/"));
        Append(_now.AddDays(-1), Published("/b/"));

        ChangePage page = (await Log.ReadAsync(new ChangeQuery(start, 10, null), default))!;

        Assert.All(page.Changes, x => Assert.Equal((_now, DateTimeKind.Utc), (x.Date, x.Date.Kind)));
    }

    [Fact]
    [Trait("Category", TestScale.Endurance)]
    public async Task A_reader_beside_several_writers_misses_nothing_and_gets_nothing_twice()
    {
        ChangeCursor cursor = await HeadAsync();
        Task writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Factory.StartNew(
            () =>
            {
                for (int number = 0; number < _perWriter; number++)
                {
                    Append(_now, Published($"/{writer}/{number}/"), Published($"/{writer}/{number}/b/"));
                }
            },
            TaskCreationOptions.LongRunning)));
        List<LoggedDeliveryChange> read = [];
        bool isLast;
        do
        {
            isLast = writers.IsCompleted;
            ChangePage page = (await Log.ReadAsync(new ChangeQuery(cursor, 3, null), default))!;
            read.AddRange(page.Changes);
            cursor = page.Next;
            isLast &= !page.HasMore;
        }
        while (!isLast);

        await writers;
        Assert.Equal(Writers * _perWriter * 2, read.Count);
        Assert.Equal(read.Count, read.Select(x => x.Change.Item.Path).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, read.Count).Select(x => read[0].Position + x), read.Select(x => x.Position));
    }

    private static DeliveryChange Published(string path, Guid? organisation = null, string culture = "") =>
        new(DeliveryChangeKind.Published, new DeliveredItem(Guid.NewGuid(), culture, "page", path, organisation, 0));

    private void Append(DateTime date, params DeliveryChange[] changes)
    {
        using ICoreScope scope = site.CreateScope();
        Log.Append(changes, date);
        scope.Complete();
    }

    private int Clear(DateTime before) => site.InScope(() => Log.Clear(before));

    private async Task<ChangeCursor> HeadAsync()
    {
        ChangePage page;
        ChangeCursor? cursor = null;
        do
        {
            page = (await Log.ReadAsync(new ChangeQuery(cursor, 1000, null), default))!;
            cursor = page.Next;
        }
        while (page.HasMore);
        return page.Next;
    }

    private async Task<List<LoggedDeliveryChange>> ReadAllAsync()
    {
        List<LoggedDeliveryChange> all = [];
        ChangePage page;
        ChangeCursor? cursor = null;
        do
        {
            page = (await Log.ReadAsync(new ChangeQuery(cursor, 2, null), default))!;
            all.AddRange(page.Changes);
            cursor = page.Next;
        }
        while (page.HasMore);
        return all;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DeliveryChangeLogTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DeliveryChangeLogTests(site), IClassFixture<PostgresSiteFixture>;
}
