using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Site.Core.Persistence;

/// <summary>Asks the database whether it is well.</summary>
internal sealed class DatabaseProbe(IDbContextFactory<SiteDbContext> contexts, DatabaseOptions database)
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(5);

    /// <summary>Asks; an answer that takes too long is none.</summary>
    public async Task<DatabaseState> ReadAsync(CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_timeout);
        long begun = Stopwatch.GetTimestamp();
        try
        {
            // Asking would create the file.
            if (database.IsSqlite && !File.Exists(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource))
            {
                return new DatabaseState(database.ProviderName, false, null, null, "there is no database file");
            }

            await using SiteDbContext context = await contexts.CreateDbContextAsync(timeout.Token);
            string[] pending = [.. await context.Database.GetPendingMigrationsAsync(timeout.Token)];
            return new DatabaseState(database.ProviderName, true, Stopwatch.GetElapsedTime(begun).TotalMilliseconds, pending, null);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new DatabaseState(database.ProviderName, false, null, null, exception.Message);
        }
    }
}

/// <summary>How the database is.</summary>
/// <param name="Engine">The provider name.</param>
/// <param name="IsReachable">Whether it answered.</param>
/// <param name="Milliseconds">In what time.</param>
/// <param name="PendingMigrations">What it lacks of this build's schema.</param>
/// <param name="Error">Why it did not answer.</param>
internal sealed record DatabaseState(string Engine, bool IsReachable, double? Milliseconds, IReadOnlyList<string>? PendingMigrations, string? Error);
