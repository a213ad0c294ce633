using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Sqlite;

namespace Site.Core.Persistence.PublishedContent;

/// <summary>
/// A reading transaction of its own, apart from any open scope: all its queries see the same committed state, and it waits for
/// no writer.
/// </summary>
internal sealed class CommittedState : IDisposable
{
    private readonly SqliteTransaction? _sqlite;

    private CommittedState(SiteDbContext context, SqliteTransaction? sqlite)
    {
        Context = context;
        _sqlite = sqlite;
    }

    /// <summary>The context, for queries only.</summary>
    public SiteDbContext Context { get; }

    /// <summary>Begins the transaction.</summary>
    public static CommittedState Open(IDbContextFactory<SiteDbContext> contexts)
    {
        SiteDbContext context = contexts.CreateDbContext();
        try
        {
            if (context is SqliteSiteDbContext sqlite)
            {
                return new CommittedState(context, sqlite.Begin(deferred: true));
            }

            context.Database.BeginTransaction(IsolationLevel.RepeatableRead);
            return new CommittedState(context, null);
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_sqlite is not null)
        {
            Context.Database.UseTransaction(null);
            _sqlite.Dispose();
        }

        Context.Dispose();
    }
}
