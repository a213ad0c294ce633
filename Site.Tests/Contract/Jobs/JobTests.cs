using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Site.Core.Hosting.Jobs;
using Site.Core.Hosting.Webhooks;
using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Jobs;

/// <summary>What the site does by itself, on both engines: each job is run once, at the time that the test says.</summary>
public abstract class JobTests(SiteFixture site)
{
    private static readonly DateTime _noon = new(2031, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    private readonly FakeTimeProvider _time = new(_noon);

    private DocumentModel _model = null!;

    private async Task<DocumentModel> ModelAsync() => _model = await DocumentModel.OfAsync(site);

    [Fact]
    public void Every_job_has_a_state()
    {
        string[] names = [.. site.Get<JobStates>().All.Select(x => x.Name)];

        Assert.Equal(
            [
                "Change feed clean-up", "Content version clean-up", "Delivery API key use", "Long-running operations clean-up", "Recycle bin clean-up",
                "Scheduled publishing", "Snapshot repair", "Temporary files clean-up", "Webhook dead letter clean-up", "Webhook delivery", "Webhook log clean-up",
            ],
            names.Order());
        Assert.Null(site.Get<RecycleBinCleanupJob>().Period);
        Assert.Equal(TimeSpan.FromMinutes(1), site.Get<ScheduledPublishingJob>().Period);
        Assert.Equal(TimeSpan.FromSeconds(10), site.Get<WebhookDeliveryJob>().Period);
    }

    [Fact]
    public async Task A_job_runs_on_one_node_at_a_time()
    {
        IJobLock jobLock = site.Get<IJobLock>();
        await using (IAsyncDisposable? held = await jobLock.TryAcquireAsync("One", CancellationToken.None))
        {
            Assert.NotNull(held);
            Assert.Null(await jobLock.TryAcquireAsync("One", CancellationToken.None));
            await using IAsyncDisposable? other = await jobLock.TryAcquireAsync("Other", CancellationToken.None);
            Assert.NotNull(other);
        }

        await using IAsyncDisposable? again = await jobLock.TryAcquireAsync("One", CancellationToken.None);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task What_is_due_is_published_once_when_the_clock_jumps_and_nothing_again_when_it_jumps_back()
    {
        await ModelAsync();
        IContent due = Scheduled("Due", (ContentScheduleAction.Release, _noon.AddHours(1)));
        IContent later = Scheduled("Later", (ContentScheduleAction.Release, _noon.AddHours(30)));

        await PublishAsync();
        Assert.False(_model.Reload(due).Published);

        _time.SetUtcNow(_noon.AddDays(1));
        await PublishAsync();
        Assert.True(_model.Reload(due).Published);
        Assert.False(_model.Reload(later).Published);
        int version = _model.Reload(due).PublishedVersionId;

        await PublishAsync();
        _time.AdjustTime(_noon);
        await PublishAsync();
        Assert.Equal(version, _model.Reload(due).PublishedVersionId);
        Assert.False(_model.Reload(later).Published);
    }

    [Fact]
    public async Task After_a_stand_still_moments_are_done_in_their_order()
    {
        await ModelAsync();
        IContent parent = Scheduled("Parent", (ContentScheduleAction.Release, _noon.AddHours(2)));
        IContent child = Scheduled("Child", parent.Id, (ContentScheduleAction.Release, _noon.AddHours(3)));
        IContent renewed = _model.SavedNote(DocumentModel.Unique("Renewed"));
        _model.Publish(renewed);
        Schedule(renewed, (ContentScheduleAction.Expire, _noon.AddHours(1)), (ContentScheduleAction.Release, _noon.AddHours(2)));
        IContent gone = Scheduled("Gone", (ContentScheduleAction.Release, _noon.AddHours(1)), (ContentScheduleAction.Expire, _noon.AddHours(2)));

        _time.SetUtcNow(_noon.AddDays(1));
        await PublishAsync();

        Assert.True(_model.Reload(parent).Published);
        Assert.True(_model.Reload(child).Published);
        Assert.True(_model.Reload(renewed).Published);
        Assert.False(_model.Reload(gone).Published);
        Assert.All(new[] { parent, child, renewed, gone }, x => Assert.Empty(_model.Contents.GetContentScheduleByContentId(x.Id).FullSchedule));
    }

    [Fact]
    public async Task Old_versions_are_deleted_as_the_policy_says()
    {
        await ModelAsync();
        IContent page = _model.SavedNote(DocumentModel.Unique("Versions"));
        for (int version = 0; version < 5; version++)
        {
            page.SetValue(DocumentModel.Number, version);
            _model.Save(page);
            _model.Publish(page);
            page = _model.Reload(page);
        }

        int before = _model.Contents.GetVersions(page.Id).Count();
        _time.AdjustTime(DateTime.UtcNow.AddDays(500));
        await RunAsync<ContentVersionCleanupJob>();

        // The draft and the published one are left.
        Assert.True(before > 2, $"There were {before} versions to begin with.");
        Assert.Equal(2, _model.Contents.GetVersions(page.Id).Count());
        Assert.Equal(4, _model.Reload(page).GetValue<int>(DocumentModel.Number));
    }

    [Fact]
    public async Task Uploads_that_nothing_came_to_use_are_deleted()
    {
        ITemporaryFileRepository files = site.Get<ITemporaryFileRepository>();
        Guid old = Guid.NewGuid();
        Guid fresh = Guid.NewGuid();
        await files.SaveAsync(Upload(old, DateTime.UtcNow.AddMinutes(-1)));
        await files.SaveAsync(Upload(fresh, DateTime.UtcNow.AddMinutes(30)));

        await RunAsync<TemporaryFilesCleanupJob>();

        Assert.Null(await files.GetAsync(old));
        Assert.NotNull(await files.GetAsync(fresh));
    }

    [Fact]
    public async Task What_has_been_in_the_recycle_bin_long_enough_is_deleted_with_what_is_below_it()
    {
        await ModelAsync();
        IContent page = _model.SavedNote(DocumentModel.Unique("Deleted"));
        IContent below = _model.SavedNote(DocumentModel.Unique("Below"), page.Id);
        IContent kept = _model.SavedNote(DocumentModel.Unique("Kept"));
        IMedia folder = site.Get<IMediaService>().CreateMediaWithIdentity(DocumentModel.Unique("Folder"), Constants.System.Root, Constants.Conventions.MediaTypes.Folder);
        _model.Contents.MoveToRecycleBin(page);
        site.Get<IMediaService>().MoveToRecycleBin(folder);
        var options = new RecycleBinCleanupOptions(TimeSpan.FromDays(30));

        _time.AdjustTime(DateTime.UtcNow.AddDays(29));
        await RunAsync<RecycleBinCleanupJob>(options);
        Assert.NotNull(_model.Contents.GetById(page.Id));

        _time.AdjustTime(DateTime.UtcNow.AddDays(31));
        await RunAsync<RecycleBinCleanupJob>(options);
        Assert.Null(_model.Contents.GetById(page.Id));
        Assert.Null(_model.Contents.GetById(below.Id));
        Assert.Null(site.Get<IMediaService>().GetById(folder.Id));
        Assert.NotNull(_model.Contents.GetById(kept.Id));
    }

    private static TemporaryFileModel Upload(Guid key, DateTime until) => new()
    {
        Key = key,
        FileName = "a.txt",
        AvailableUntil = until,
        OpenReadStream = () => new MemoryStream([1]),
    };

    private Task PublishAsync() => RunAsync<ScheduledPublishingJob>();

    private async Task RunAsync<TJob>(params object[] arguments)
        where TJob : IJob
    {
        TJob job = ActivatorUtilities.CreateInstance<TJob>(site.Services, [.. arguments, .. TakesTime<TJob>() ? [_time] : Array.Empty<object>()]);
        Assert.True(await site.Get<JobRunner>().RunAsync(job, CancellationToken.None), site.Get<JobStates>().Of(job).LastError);
    }

    private static bool TakesTime<TJob>() => typeof(TJob).GetConstructors().Single().GetParameters().Any(x => x.ParameterType == typeof(TimeProvider));

    private IContent Scheduled(string name, params (ContentScheduleAction Action, DateTime Date)[] moments) =>
        Scheduled(name, Constants.System.Root, moments);

    private IContent Scheduled(string name, int parentId, params (ContentScheduleAction Action, DateTime Date)[] moments)
    {
        IContent note = _model.SavedNote(DocumentModel.Unique(name), parentId);
        Schedule(note, moments);
        return note;
    }

    private void Schedule(IContent content, params (ContentScheduleAction Action, DateTime Date)[] moments)
    {
        var schedule = new ContentScheduleCollection();
        foreach ((ContentScheduleAction action, DateTime date) in moments)
        {
            schedule.Add(new ContentSchedule(string.Empty, date, action));
        }

        _model.Contents.PersistContentSchedule(content, schedule);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : JobTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : JobTests(site), IClassFixture<PostgresSiteFixture>;
}
