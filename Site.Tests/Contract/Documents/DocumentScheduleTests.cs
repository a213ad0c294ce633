using Site.Core.Persistence;
using Site.Core.Persistence.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Contract.Documents;

/// <summary>Publishing and unpublishing at a set time, by culture and for what does not vary.</summary>
public abstract class DocumentScheduleTests(SiteFixture site) : IAsyncLifetime
{
    // Whole seconds: PostgreSQL keeps no more than microseconds.
    private static readonly DateTime _now = new(DateTime.UtcNow.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    private DocumentModel _model = null!;

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void An_invariant_document_is_released_and_expires()
    {
        IContent note = _model.SavedNote(DocumentModel.Unique("Note"));
        Schedule(note, ContentScheduleCollection.CreateWithEntry(_now.AddHours(1), _now.AddHours(2)));
        Perform(_now);
        Assert.False(_model.Reload(note).Published);

        Perform(_now.AddHours(1));
        Assert.True(_model.Reload(note).Published);
        Assert.Equal(ContentScheduleAction.Expire, Assert.Single(ScheduleOf(note)).Action);

        Perform(_now.AddHours(2));
        Assert.False(_model.Reload(note).Published);
        Assert.Empty(ScheduleOf(note));
    }

    [Fact]
    public void Each_culture_has_its_own_times()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Deux"));
        var schedule = new ContentScheduleCollection();
        schedule.Add(_model.DefaultCulture, _now.AddHours(1), null);
        schedule.Add(_model.OtherCulture, _now.AddHours(2), _now.AddHours(3));
        Schedule(page, schedule);

        Perform(_now.AddHours(1));
        Assert.Equal([_model.DefaultCulture], _model.Reload(page).PublishedCultures);

        Perform(_now.AddHours(2));
        Assert.Equal(2, _model.Reload(page).PublishedCultures.Count());

        Perform(_now.AddHours(3));
        Assert.Equal([_model.DefaultCulture], _model.Reload(page).PublishedCultures);
        Assert.Empty(ScheduleOf(page));
    }

    [Fact]
    public void The_draft_of_the_hour_is_what_is_released()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Brouillon"));
        _model.Publish(page);
        page.SetValue(DocumentModel.Title, "à l'heure", _model.DefaultCulture);
        _model.Save(page);
        var schedule = new ContentScheduleCollection();
        schedule.Add(_model.DefaultCulture, _now.AddHours(1), null);
        Schedule(page, schedule);

        Perform(_now.AddHours(1));

        Assert.Equal("à l'heure", _model.Reload(page).GetValue(DocumentModel.Title, _model.DefaultCulture, published: true));
        Assert.False(_model.Reload(page).Edited);
    }

    [Fact]
    public void What_is_in_the_bin_is_not_released()
    {
        IContent note = _model.SavedNote(DocumentModel.Unique("Jetée"));
        Schedule(note, ContentScheduleCollection.CreateWithEntry(_now.AddHours(1), null));
        _model.Contents.MoveToRecycleBin(_model.Reload(note));

        Perform(_now.AddHours(1));

        Assert.False(_model.Reload(note).Published);
        Assert.DoesNotContain(_model.Contents.GetContentForRelease(_now.AddHours(1)), x => x.Id == note.Id);
    }

    [Fact]
    public void A_child_waits_for_its_parent()
    {
        IContent parent = _model.SavedNote(DocumentModel.Unique("Parent"));
        IContent child = _model.SavedNote("Enfant", parent.Id);
        Schedule(child, ContentScheduleCollection.CreateWithEntry(_now.AddHours(1), null));
        Schedule(parent, ContentScheduleCollection.CreateWithEntry(_now.AddHours(1), null));

        Perform(_now.AddHours(1));

        Assert.True(_model.Reload(parent).Published);
        Assert.True(_model.Reload(child).Published);
    }

    [Fact]
    public void Schedules_of_many_are_told_by_their_keys()
    {
        IContent note = _model.SavedNote(DocumentModel.Unique("Une"));
        IContent other = _model.SavedNote(DocumentModel.Unique("Autre"));
        IContent none = _model.SavedNote(DocumentModel.Unique("Sans"));
        Schedule(note, ContentScheduleCollection.CreateWithEntry(_now.AddHours(9), _now.AddHours(10)));
        Schedule(other, ContentScheduleCollection.CreateWithEntry(null, _now.AddHours(10)));

        IDictionary<Guid, IEnumerable<ContentSchedule>> schedules = _model.Contents.GetContentSchedulesByKeys([note.Key, other.Key, none.Key]);

        Assert.Equal([note.Key, other.Key], schedules.Keys.OrderBy(x => x == other.Key));
        Assert.Equal([ContentScheduleAction.Release, ContentScheduleAction.Expire], schedules[note.Key].Select(x => x.Action));
    }

    [Fact]
    public void A_schedule_is_replaced_as_a_whole_and_keeps_its_ids()
    {
        IContent note = _model.SavedNote(DocumentModel.Unique("Changée"));
        Schedule(note, ContentScheduleCollection.CreateWithEntry(_now.AddHours(1), _now.AddHours(2)));
        ContentScheduleCollection stored = _model.Contents.GetContentScheduleByContentId(note.Id);
        Guid release = stored.FullSchedule.Single(x => x.Action == ContentScheduleAction.Release).Id;
        stored.Clear(ContentScheduleAction.Expire);
        Schedule(note, stored);

        ContentSchedule left = Assert.Single(ScheduleOf(note));
        Assert.Equal((release, _now.AddHours(1)), (left.Id, left.Date));
        Assert.Equal(DateTimeKind.Utc, left.Date.Kind);
    }

    [Fact]
    public void What_is_due_at_one_instant_is_released_before_it_expires()
    {
        IContent note = _model.SavedNote(DocumentModel.Unique("Instant"));
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        DateTime date = _now.AddYears(1);
        Store(note, date, (ids[0], ContentScheduleAction.Expire), (ids[1], ContentScheduleAction.Release), (ids[2], ContentScheduleAction.Release));

        ContentScheduleCollection stored = _model.Contents.GetContentScheduleByContentId(note.Id);
        Assert.Equal(ids.Order(), stored.FullSchedule.Select(x => x.Id).Order());
        Assert.All(stored.FullSchedule, x => Assert.True(x.Date - date < TimeSpan.FromMilliseconds(1)));
        Assert.True(stored.GetSchedule(ContentScheduleAction.Release).Max(x => x.Date) < stored.GetSchedule(ContentScheduleAction.Expire).Single().Date);

        Schedule(note, stored);
        Assert.Equal(ids.Order(), ScheduleOf(note).Select(x => x.Id).Order());
        Assert.Equal(3, _model.Contents.GetContentSchedulesByKeys([note.Key])[note.Key].Count());
    }

    private void Store(IContent content, DateTime date, params (Guid Id, ContentScheduleAction Action)[] entries) => site.InScope(() =>
    {
        SiteDbContext context = site.Get<AmbientDbContext>().Write;
        context.AddRange(entries.Select(x => new ContentScheduleRow { Id = x.Id, NodeId = content.Id, Date = date, Action = x.Action.ToString() }));
        context.SaveChanges();
        context.ChangeTracker.Clear();
    });

    private void Schedule(IContent content, ContentScheduleCollection schedule) => _model.Contents.PersistContentSchedule(content, schedule);

    private IReadOnlyList<ContentSchedule> ScheduleOf(IContent content) => _model.Contents.GetContentScheduleByContentId(content.Id).FullSchedule;

    private void Perform(DateTime date) => Assert.All(_model.Contents.PerformScheduledPublish(date), x => Assert.True(x.Success, x.Result.ToString()));

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentScheduleTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentScheduleTests(site), IClassFixture<PostgresSiteFixture>;
}
