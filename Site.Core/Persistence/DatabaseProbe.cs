using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Webhooks;

namespace Site.Core.Persistence;

/// <summary>Asks the database whether it is well.</summary>
internal sealed class DatabaseProbe(IDbContextFactory<SiteDbContext> contexts, DatabaseOptions database)
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(5);

    /// <summary>Asks how it is; an answer that takes too long is none.</summary>
    public Task<DatabaseState> ReadAsync(CancellationToken cancellationToken)
    {
        long begun = Stopwatch.GetTimestamp();
        return AskAsync(
            async (context, timeout) =>
            {
                string[] pending = [.. await context.Database.GetPendingMigrationsAsync(timeout)];
                return new DatabaseState(database.ProviderName, true, Stopwatch.GetElapsedTime(begun).TotalMilliseconds, pending, null);
            },
            error => new DatabaseState(database.ProviderName, false, null, null, error),
            cancellationToken);
    }

    /// <summary>Asks what waits to be sent, and what was given up.</summary>
    public Task<QueueState> ReadQueueAsync(CancellationToken cancellationToken) => AskAsync(
        async (context, timeout) =>
        {
            int all = await context.Set<WebhookRequestRow>().CountAsync(timeout);
            int failed = await context.Set<WebhookRequestRow>().CountAsync(x => x.RetryCount > 0, timeout);
            int dead = await context.Set<WebhookDeadLetterRow>().CountAsync(timeout);
            return new QueueState(all, failed, dead, null);
        },
        error => new QueueState(null, null, null, error),
        cancellationToken);

    private async Task<T> AskAsync<T>(Func<SiteDbContext, CancellationToken, Task<T>> question, Func<string, T> silence, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_timeout);
        try
        {
            // Asking would create the file.
            if (database.IsSqlite && !File.Exists(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource))
            {
                return silence("there is no database file");
            }

            await using SiteDbContext context = await contexts.CreateDbContextAsync(timeout.Token);
            return await question(context, timeout.Token);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return silence(exception.Message);
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

/// <summary>What waits to be sent to webhooks.</summary>
/// <param name="WebhookRequests">How many requests.</param>
/// <param name="FailedBefore">How many of them have failed at least once.</param>
/// <param name="DeadLetters">How many were given up, and are kept to be replayed.</param>
/// <param name="Error">Why nobody knows.</param>
internal sealed record QueueState(int? WebhookRequests, int? FailedBefore, int? DeadLetters, string? Error);
