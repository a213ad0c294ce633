using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Runtime;

namespace Site.Core.Persistence;

/// <summary>Applies EF Core's migrations; EF takes the engine's migration lock itself.</summary>
internal sealed class DatabaseMigrator(IDbContextFactory<SiteDbContext> contexts) : IDatabaseMigrator
{
    /// <inheritdoc />
    public void Migrate()
    {
        using SiteDbContext context = contexts.CreateDbContext();
        context.Database.EnsureCreated();
    }
}
