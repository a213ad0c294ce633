using Microsoft.EntityFrameworkCore;

namespace Site.Core.Persistence.Sqlite;

/// <summary>The site's database in one SQLite file.</summary>
public sealed class SqliteSiteDbContext(DbContextOptions<SqliteSiteDbContext> options) : SiteDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
}
