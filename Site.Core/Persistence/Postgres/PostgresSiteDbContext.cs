using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Postgres;

/// <summary>The site's database on a PostgreSQL server.</summary>
public sealed class PostgresSiteDbContext(DbContextOptions<PostgresSiteDbContext> options) : SiteDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // A date that an editor gave has no time zone, and "timestamp with time zone" would give it one.
        modelBuilder.Entity<PropertyDataRow>().Property(x => x.DateValue).HasColumnType("timestamp without time zone");

        // Ranges of paths are ranges of bytes; a language's order would pass over the commas.
        modelBuilder.Entity<NodeRow>().Property(x => x.Path).UseCollation("C");
    }
}
