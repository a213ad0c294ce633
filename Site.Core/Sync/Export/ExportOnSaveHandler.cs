using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Sync.Export;

/// <summary>Writes what was saved, moved or deleted to the folder, after the commit and only that item, if the settings ask for it.</summary>
/// <remarks>A folder that cannot be written never stops an editor: the save is done, and the log says what is wrong with the folder.</remarks>
/// <typeparam name="TNotification">The notification of one kind of change.</typeparam>
internal sealed partial class ExportOnSaveHandler<TNotification>(
    SyncExporter exporter, SyncSettings settings, SyncActivity activity, IRuntimeState state, ILogger<SyncExporter> logger)
    : INotificationAsyncHandler<TNotification>
    where TNotification : INotification
{
    /// <inheritdoc />
    public async Task HandleAsync(TNotification notification, CancellationToken cancellationToken)
    {
        (SyncKind kind, IReadOnlyCollection<Guid>? keys) = SavedItems.Of(notification);
        if (activity.IsImporting || state.Level != RuntimeLevel.Run || !settings.Handlers()[kind].Allows("Save", settings.ExportOnSave))
        {
            return;
        }

        try
        {
            SyncReport report = await exporter.ExportAsync(kind, keys, cancellationToken);
            foreach (SyncItemResult finding in report.Items.Where(item => item.IsFinding))
            {
                LogFinding(logger, finding.File, finding.Message);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogFailure(logger, exception, kind, settings.ExportRoot);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Export on save: {File}: {Message}")]
    private static partial void LogFinding(ILogger logger, string file, string message);

    [LoggerMessage(LogLevel.Error, "Export on save: {Kind} was saved, but {Folder} could not be written.")]
    private static partial void LogFailure(ILogger logger, Exception exception, SyncKind kind, string folder);
}
