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
        foreach (SyncFile[] batch in importer.Order(run.Folder.Of(importer.Kind).Where(file => file.Header.Marker is null)).Chunk(importer.BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach ((SyncItemResult result, SyncItem? item) in await ImportBatchAsync(importer, batch))
            {
                if (item?.SecondPass is not null)
                {
                    again.Add((_results.Count, item));
                }

                _results.Add(result);
            }

            await RunSecondPassesAsync(importer, again, item => item.IsReadyForSecondPass?.Invoke() == true, cancellationToken);
        }

        await RunSecondPassesAsync(importer, again, _ => true, cancellationToken);
    }

    private async Task RunSecondPassesAsync(ISyncImporter importer, List<(int Line, SyncItem Item)> again, Func<SyncItem, bool> isReady, CancellationToken cancellationToken)
    {
        List<(int Line, SyncItem Item)> ready = again.FindAll(entry => isReady(entry.Item));
        again.RemoveAll(ready.ToHashSet().Contains);
        foreach ((int Line, SyncItem Item)[] batch in ready.Chunk(importer.BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RunSecondPassAsync(importer, batch);
        }
    }

    private async Task<List<(SyncItemResult Result, SyncItem? Item)>> ImportBatchAsync(ISyncImporter importer, SyncFile[] batch)
    {
        var done = new List<(SyncItemResult Result, SyncItem? Item)>(batch.Length);
        if (batch.Length > 1 && await TryTogetherAsync(importer, async () =>
        {
            importer.Prepare(batch);
            foreach (SyncFile file in batch)
            {
                SyncItem item = await ImportFileAsync(importer, file);
                done.Add((item.ToResult(), item));
            }
        }))
        {
            return done;
        }

        done.Clear();
        foreach (SyncFile file in batch)
        {
            SyncItem? item = null;
            string? error = await InScopeAsync(importer, file, async () => item = await ImportFileAsync(importer, file));
            done.Add(error is null ? (item!.ToResult(), item) : (Failed(file, error), null));
        }

        return done;
    }

    private async Task<SyncItem> ImportFileAsync(ISyncImporter importer, SyncFile file)
    {
        XElement root = file.Load();
        if (run.Handlers[importer.Kind].CreateOnly)
        {
            var comparison = new SyncItem(file, root);
            await importer.ImportAsync(comparison, run with { Writes = false });
            if (!comparison.IsNew)
            {
                comparison.Ignore("exists, and the settings say CreateOnly");
                return comparison;
            }
        }

        var item = new SyncItem(file, root);
        await importer.ImportAsync(item, run);
        return item;
    }

    private async Task RunSecondPassAsync(ISyncImporter importer, (int Line, SyncItem Item)[] batch)
    {
        bool isDone = batch.Length > 1 && await TryTogetherAsync(importer, async () =>
        {
            importer.Prepare([.. batch.Select(entry => entry.Item.File)]);
            foreach ((_, SyncItem item) in batch)
            {
                await item.SecondPass!();
            }
        });
        foreach ((int line, SyncItem item) in batch)
        {
            if (!isDone && await InScopeAsync(importer, item.File, item.SecondPass!) is { } error)
            {
                item.Warn("second pass", error);
            }

            _results[line] = item.ToResult();
        }
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
        if (run.Handlers[importer.Kind].NoRemove)
        {
            return Line(marker, SyncChange.Ignored, "the settings say NoRemove");
        }

        if (run.Folder.FindLive(marker) is { } live)
        {
            return Line(marker, SyncChange.Ignored, $"the same item is described by {live.Path}; delete this marker.");
        }

        bool deleted = false;
        string? error = await InScopeAsync(importer, marker, async () => deleted = await importer.DeleteAsync(marker, run));
        return error is null ? Line(marker, deleted ? SyncChange.Delete : SyncChange.NoChange, string.Empty) : Failed(marker, error);
    }

    private async Task<SyncItemResult> CleanAsync(ISyncImporter importer, SyncFile marker)
    {
        if (run.Handlers[importer.Kind].NoRemove || _results.Any(result => result.Change == SyncChange.Fail))
        {
            return Line(marker, SyncChange.Ignored, "children are cleaned only when no file failed and the settings do not say NoRemove");
        }

        bool cleaned = false;
        string? error = await InScopeAsync(importer, marker, async () => cleaned = await importer.CleanAsync(marker, run));
        return error is null ? Line(marker, cleaned ? SyncChange.Delete : SyncChange.NoChange, string.Empty) : Failed(marker, error);
    }

    /// <summary>Runs the work of several files in one transaction; false when one of them failed and all were taken back.</summary>
    private async Task<bool> TryTogetherAsync(ISyncImporter importer, Func<Task> work)
    {
        bool isDone = false;
        try
        {
            using (ICoreScope scope = scopes.CreateCoreScope())
            {
                await work();
                scope.Complete();
            }

            isDone = true;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            // Whose fault it is, and why, is said when the files are done one by one.
            LogTakenBack(logger, exception, importer.Kind);
        }
        finally
        {
            importer.Settle(isDone);
        }

        return isDone;
    }

    /// <summary>Runs one file's work in a transaction of its own; returns what went wrong.</summary>
    private async Task<string?> InScopeAsync(ISyncImporter importer, SyncFile file, Func<Task> work)
    {
        bool isDone = false;
        try
        {
            using (ICoreScope scope = scopes.CreateCoreScope())
            {
                await work();
                scope.Complete();
            }

            isDone = true;
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
        finally
        {
            importer.Settle(isDone);
        }
    }

    private static SyncItemResult Failed(SyncFile file, string error) => Line(file, SyncChange.Fail, error);

    private static SyncItemResult Line(SyncFile file, SyncChange change, string message) =>
        new(file.Kind, file.Path, file.Key, file.Alias, change, message);

    [LoggerMessage(LogLevel.Debug, "A batch of {Kind} files was taken back and is done one by one.")]
    private static partial void LogTakenBack(ILogger logger, Exception exception, SyncKind kind);

    [LoggerMessage(LogLevel.Error, "{File} was not imported.")]
    private static partial void LogFailure(ILogger logger, Exception exception, string file);
}
