using System.Text.Json;
using Site.Core.Hosting.Runtime;
using Site.Core.Operations.Health;
using Site.Core.Persistence;

namespace Site.Web.Hosting.Commands;

/// <summary>The verb <c>health</c>.</summary>
internal static class HealthCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Prints how the database and the disk are, and whether a process serves.</summary>
    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, object?> stored = await line.Get<SiteHealth>().ReadStoredAsync(cancellationToken);
        bool free = line.Get<DataFolderLock>().TryAcquire();
        Dictionary<string, object?> details = new() { ["status"] = free ? "Stopped" : "Running" };
        foreach ((string name, object? value) in stored)
        {
            details[name] = value;
        }

        await line.Output.WriteLineAsync(JsonSerializer.Serialize(details, _json));
        return stored.Values.OfType<DatabaseState>().All(x => x.IsReachable && x.PendingMigrations is []) ? SiteCommand.Ok : SiteCommand.Findings;
    }
}
