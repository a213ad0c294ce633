using System.Xml.Linq;
using Microsoft.Extensions.Logging;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Sync;

/// <summary>One import or report: the passes over the kinds, and the line of each file.</summary>
internal sealed partial class SyncSession(
    SyncRun run,
    IReadOnlyList<ISyncImporter> importers,
    ICoreScopeProvider scopes,
    ILogger logger)
{
    private readonly List<SyncItemResult> _results = [.. run.Folder.Problems];

    public async Task<SyncReport> RunAsync(CancellationToken cancellationToken)
    {
        foreach (ISyncImporter importer in importers)
        {
            await ImportKindAsync(importer, cancellationToken);
        }

        // What others use goes last: documents before their types, types before their data types.
        foreach (ISyncImporter importer in importers.Reverse())
        {
            await RunMarkersAsync(importer, cancellationToken);
        }

        return new SyncReport(_results, run.Folder.Notes);
    }

    private async Task ImportKindAsync(ISyncImporter importer, CancellationToken cancellationToken)
    {
        var again = new List<(int Line, SyncItem Item)>();
        foreach (SyncFile file in importer.Order(run.Folder.Of(importer.Kind).Where(file => file.Header.Marker is null)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            (SyncItemResult result, SyncItem? item) = await ImportFileAsync(importer, file);
            if (item?.SecondPass is not null)
            {
                again.Add((_results.Count, item));
            }

            _results.Add(result);
        }

        foreach ((int line, SyncItem item) in again)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string? error = await InScopeAsync(item.File, item.SecondPass!);
            if (error is not null)
            {
                item.Warn("second pass", error);
            }

            _results[line] = item.ToResult();
        }
    }

    private async Task<(SyncItemResult Result, SyncItem? Item)> ImportFileAsync(ISyncImporter importer, SyncFile file)
    {
        SyncItem? item = null;
        string? error = await InScopeAsync(file, async () =>
        {
            XElement root = file.Load();
            item = new SyncItem(file, root);
            await importer.ImportAsync(item, run);
        });
        return error is null ? (item!.ToResult(), item) : (Failed(file, error), null);
    }

    private async Task RunMarkersAsync(ISyncImporter importer, CancellationToken cancellationToken)
    {
        foreach (SyncFile marker in run.Folder.Of(importer.Kind).Where(file => file.Header.Marker is not null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _results.Add(marker.Header.Marker switch
            {
                SyncMarker.Delete => await DeleteAsync(importer, marker),
                SyncMarker.Clean => await CleanAsync(importer, marker),
                _ => Line(marker, SyncChange.Ignored, $"a {marker.Header.Marker} marker asks for nothing"),
            });
        }
    }

    private async Task<SyncItemResult> DeleteAsync(ISyncImporter importer, SyncFile marker)
    {
        if (run.Folder.Find(importer.Kind, marker.Key) is { } live)
        {
            return Line(marker, SyncChange.Ignored, $"the same key is described by {live.Path}; delete this marker.");
        }

        bool deleted = false;
        string? error = await InScopeAsync(marker, async () => deleted = await importer.DeleteAsync(marker, run));
        return error is null ? Line(marker, deleted ? SyncChange.Delete : SyncChange.NoChange, string.Empty) : Failed(marker, error);
    }

    private async Task<SyncItemResult> CleanAsync(ISyncImporter importer, SyncFile marker)
    {
        if (_results.Any(result => result.Change == SyncChange.Fail))
        {
            return Line(marker, SyncChange.Ignored, "children are cleaned only when no file failed");
        }

        bool cleaned = false;
        string? error = await InScopeAsync(marker, async () => cleaned = await importer.CleanAsync(marker, run));
        return error is null ? Line(marker, cleaned ? SyncChange.Delete : SyncChange.NoChange, string.Empty) : Failed(marker, error);
    }

    /// <summary>Runs one file's work in a transaction of its own; returns what went wrong.</summary>
    private async Task<string?> InScopeAsync(SyncFile file, Func<Task> work)
    {
        try
        {
            using ICoreScope scope = scopes.CreateCoreScope();
            await work();
            scope.Complete();
            return null;
        }
        catch (SyncItemException exception)
        {
            return exception.Message;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            // One file must not stop the others; the log keeps what the line has no room for.
            LogFailure(logger, exception, file.Path);
            return $"{file.Kind}: {SyncErrors.Describe(exception)}";
        }
    }

    private static SyncItemResult Failed(SyncFile file, string error) => Line(file, SyncChange.Fail, error);

    private static SyncItemResult Line(SyncFile file, SyncChange change, string message) =>
        new(file.Kind, file.Path, file.Key, file.Alias, change, message);

    [LoggerMessage(LogLevel.Error, "{File} was not imported.")]
    private static partial void LogFailure(ILogger logger, Exception exception, string file);
}
