using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Runtime;

namespace Site.Core.Persistence;

/// <summary>Applies EF Core's migrations; EF takes the engine's migration lock itself.</summary>
internal sealed class DatabaseMigrator(IDbContextFactory<SiteDbContext> contexts, DatabaseOptions database) : IDatabaseMigrator
{
    /// <inheritdoc />
    public void Migrate()
    {
        using SiteDbContext context = contexts.CreateDbContext();
        if (database.IsSqlite)
        {
            // EF first looks for the database with a connection that only reads. A process that was killed while it made the file has
            // left one that only a writer can open.
            context.Database.OpenConnection();
        }

        if (!context.Database.GetPendingMigrations().Any())
        {
            // The usual start: nothing is locked or written.
            return;
        }

        if (database.IsSqlite)
        {
            ReleaseAbandonedLock(context);
        }

        context.Database.Migrate();
    }

    // On SQLite EF's lock is a row, which stays when the process is killed in the middle; the next start would wait for it for ever.
    // Nobody else can hold it: this process has the data folder.
    private static void ReleaseAbandonedLock(SiteDbContext context)
    {
        bool exists = context.Database
            .SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .Single() > 0;
        if (exists)
        {
            context.Database.ExecuteSql($"DELETE FROM __EFMigrationsLock");
        }
    }
}
