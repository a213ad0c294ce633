using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Sync.Export;

/// <summary>Writes the site into a folder of uSync files. The database is only read.</summary>
/// <remarks>
/// What the folder has and the site lacks becomes a marker that deletes it where the folder is imported; a file whose item has a
/// new name leaves a marker that says so. Files that are right already are not touched.
/// </remarks>
public sealed partial class SyncExporter(
    IServiceScopeFactory services,
    SyncSettings settings,
    MediaFileManager mediaFiles,
    ILogger<SyncExporter> logger) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Exports every kind.</summary>
    /// <param name="folder">The folder to write; <c>null</c> means the configured one, the last if there are several.</param>
    /// <param name="cancellationToken">Stops the export between two files.</param>
    /// <returns>One line for each file.</returns>
    public Task<SyncReport> ExportAsync(string? folder = null, CancellationToken cancellationToken = default) =>
        ExportAsync("All", folder, cancellationToken);

    /// <summary>Exports one group of kinds.</summary>
    /// <param name="group"><c>All</c>, <c>Settings</c>, <c>Content</c>, or several with commas between them.</param>
    /// <param name="folder">The folder to write, or <c>null</c>.</param>
    /// <param name="cancellationToken">Stops the export between two files.</param>
    public Task<SyncReport> ExportAsync(string group, string? folder, CancellationToken cancellationToken) =>
        RunAsync(folder, kind => settings.Handlers()[kind].Allows("Export", group), WriteAllAsync, cancellationToken);

    /// <summary>Writes single items of one kind to the configured folder; those that the site lacks leave a marker.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="keys">The items; <c>null</c> writes all of the kind, which is for kinds of which there are few.</param>
    /// <param name="cancellationToken">Stops the export between two files.</param>
    internal Task<SyncReport> ExportAsync(SyncKind kind, IReadOnlyCollection<Guid>? keys, CancellationToken cancellationToken) =>
        RunAsync(null, other => other == kind, async (exporter, writer, token) =>
        {
            if (keys is null)
            {
                await WriteAllAsync(exporter, writer, token);
            }
            else
            {
                await WriteAsync(exporter, writer, keys);
            }
        }, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<SyncReport> RunAsync(
        string? folder, Func<SyncKind, bool> includes, Func<ISyncExporter, SyncFolderWriter, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await using AsyncServiceScope provider = services.CreateAsyncScope();
            string root = folder is null ? settings.ExportRoot : Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            IReadOnlyList<string> earlier = folder is null ? [.. settings.Roots.SkipLast(1)] : [];
            var target = new SyncTarget(root, earlier, settings.Current.LockRoot, settings.Current.FileExtension(), settings.Handlers(), includes);
            var writer = new SyncFolderWriter(target, mediaFiles, cancellationToken);
            using ICoreScope scope = provider.ServiceProvider.GetRequiredService<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
            IEnumerable<ISyncExporter> exporters = provider.ServiceProvider.GetServices<ISyncExporter>().Where(exporter => includes(exporter.Kind));
            foreach (ISyncExporter exporter in exporters.OrderBy(exporter => exporter.Priority))
            {
                await write(exporter, writer, cancellationToken);
            }

            writer.Finish();
            var report = new SyncReport(writer.Results, []);
            LogEnd(logger, root, report.Items.Count, report.Items.Count(item => item.Change != SyncChange.NoChange));
            return report;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static async Task WriteAllAsync(ISyncExporter exporter, SyncFolderWriter writer, CancellationToken cancellationToken)
    {
        await foreach (SyncEntry entry in exporter.ReadAllAsync().WithCancellation(cancellationToken))
        {
            writer.Write(entry);
        }

        writer.MarkDeleted(exporter.Kind);
    }

    private static async Task WriteAsync(ISyncExporter exporter, SyncFolderWriter writer, IReadOnlyCollection<Guid> keys)
    {
        foreach (Guid key in keys)
        {
            if (await exporter.ReadAsync(key) is { } entry)
            {
                writer.Write(entry);
            }
            else
            {
                writer.MarkDeleted(exporter.Kind, key);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Export to {Folder}: {Count} files, {Changes} of them changed.")]
    private static partial void LogEnd(ILogger logger, string folder, int count, int changes);
}
