using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Site.Core.Persistence.Sqlite;

/// <summary>
/// Hands out contexts. Some that were disposed of stay as they are, connection open and statements prepared, for whoever asks next; EF's own
/// pool, from which they come, closes the connection each time, and with it everything that was prepared goes.
/// </summary>
internal sealed class SqliteContextFactory(IDbContextFactory<SqliteSiteDbContext> contexts) : IDbContextFactory<SiteDbContext>, IDisposable
{
    /// <summary>The most contexts that are kept: SQLite may hold two megabytes of pages for each.</summary>
    public const int MaximumIdle = 8;

    private readonly ConcurrentStack<SqliteSiteDbContext> _idle = [];
    private volatile bool _isDisposed;

    /// <inheritdoc />
    public SiteDbContext CreateDbContext()
    {
        SqliteSiteDbContext context = _idle.TryPop(out SqliteSiteDbContext? idle) ? idle : contexts.CreateDbContext();
        context.LendFrom(this);
        return context;
    }

    /// <summary>Takes back a context, as new and with an open connection; <c>false</c> when there are enough.</summary>
    public bool TryKeep(SqliteSiteDbContext context)
    {
        if (_isDisposed || _idle.Count >= MaximumIdle)
        {
            return false;
        }

        _idle.Push(context);
        if (_isDisposed)
        {
            // The end came in between, and may have missed it.
            Dispose();
        }

        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryPop(out SqliteSiteDbContext? context))
        {
            context.Discard();
        }
    }
}
