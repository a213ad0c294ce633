using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Core.Hosting.Jobs;

/// <summary>
/// Deletes for good what has been in the recycle bins long enough, with what is below it. An item that the settings keep because others
/// refer to it stays.
/// </summary>
internal sealed class RecycleBinCleanupJob(
    RecycleBinCleanupOptions options,
    RecycleBins bins,
    TimeProvider time,
    ILogger<RecycleBinCleanupJob> logger) : IJob
{
    private static readonly TimeSpan _period = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public string Name => "Recycle bin clean-up";

    /// <inheritdoc />
    public TimeSpan? Period => options.KeepFor is null ? null : _period;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.KeepFor is not { } keepFor)
        {
            return;
        }

        DateTime limit = time.GetUtcNow().UtcDateTime - keepFor;
        foreach (IContentBase item in bins.GetOlderThan(limit))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ContentEditingOperationStatus status = await bins.DeleteAsync(item);
            logger.Log(
                status == ContentEditingOperationStatus.Success ? LogLevel.Information : LogLevel.Warning,
                "{Item} ({Key}), in the recycle bin since {Date}: {Status}.",
                item.Name,
                item.Key,
                item.UpdateDate,
                status);
        }
    }
}

/// <summary>The recycle bins of documents and media.</summary>
internal sealed class RecycleBins(
    ICoreScopeProvider scopes,
    IContentService contents,
    IMediaService media,
    IContentEditingService contentEditing,
    IMediaEditingService mediaEditing)
{
    private const int PageSize = 500;

    /// <summary>At most five hundred of each kind that lie directly in their bin and have not changed since: moving there was the last change.</summary>
    public IReadOnlyList<IContentBase> GetOlderThan(DateTime date)
    {
        IQuery<IContent> documents = scopes.CreateQuery<IContent>().Where(x => x.ParentId == Constants.System.RecycleBinContent && x.UpdateDate < date);
        IQuery<IMedia> files = scopes.CreateQuery<IMedia>().Where(x => x.ParentId == Constants.System.RecycleBinMedia && x.UpdateDate < date);
        return
        [
            .. contents.GetPagedContentInRecycleBin(0, PageSize, out _, documents),
            .. media.GetPagedMediaInRecycleBin(0, PageSize, out _, files),
        ];
    }

    /// <summary>Deletes the item for good.</summary>
    public async Task<ContentEditingOperationStatus> DeleteAsync(IContentBase item) => item is IContent
        ? (await contentEditing.DeleteFromRecycleBinAsync(item.Key, Constants.Security.SuperUserKey)).Status
        : (await mediaEditing.DeleteFromRecycleBinAsync(item.Key, Constants.Security.SuperUserKey)).Status;
}
