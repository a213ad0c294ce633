using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.Jobs;

/// <summary>Publishes what is to be released and unpublishes what has expired, on the minute.</summary>
internal sealed class ScheduledPublishingJob(
    IContentService contents,
    TimeProvider time,
    ILogger<ScheduledPublishingJob> logger) : IJob
{
    /// <inheritdoc />
    public string Name => "Scheduled publishing";

    /// <inheritdoc />
    public TimeSpan? Period { get; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    /// <remarks>
    /// Core does all releases and then all expiries. After a stand-still, or a clock that was set forward, more than one moment may be due:
    /// each is done by itself, in order, so that what expired and was released again later ends published.
    /// </remarks>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (DateTime moment in Due(time.GetUtcNow().UtcDateTime))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (PublishResult result in contents.PerformScheduledPublish(moment).Where(x => !x.Success))
            {
                logger.LogWarning("{Document} ({Key}) could not be published or unpublished as scheduled: {Result}.", result.Content?.Name, result.Content?.Key, result.Result);
            }
        }

        return Task.CompletedTask;
    }

    private List<DateTime> Due(DateTime now) =>
    [
        .. contents.GetContentForRelease(now)
            .Concat(contents.GetContentForExpiration(now))
            .DistinctBy(x => x.Id)
            .SelectMany(x => contents.GetContentScheduleByContentId(x.Id).FullSchedule)
            .Select(x => x.Date)
            .Where(x => x <= now)
            .Distinct()
            .Order(),
    ];
}
