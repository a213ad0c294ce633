using Microsoft.EntityFrameworkCore;

namespace Site.Core.Persistence;

/// <summary>
/// The EF Core model of the site's database, the same on both engines. Table and column names are stock Umbraco's where
/// it has the table. Each aggregate configures its rows in its own folder with <see cref="IEntityTypeConfiguration{TEntity}"/>.
/// </summary>
/// <remarks>Rows are reached by <c>Set&lt;TRow&gt;()</c>; queries do not track unless they say so.</remarks>
public abstract class SiteDbContext(DbContextOptions options) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SiteDbContext).Assembly);

    /// <summary>A pattern of <c>LIKE</c> for everything that begins with a text, whatever the case, and maybe for more.</summary>
    /// <remarks>It spares an engine whose comparison without case is slow to compare what cannot be equal.</remarks>
    internal virtual string CandidatesFor(string start) => "%";
}
