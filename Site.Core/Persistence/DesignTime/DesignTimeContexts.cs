using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Site.Core.Persistence.Postgres;
using Site.Core.Persistence.Sqlite;

namespace Site.Core.Persistence.DesignTime;

/// <summary>Lets <c>dotnet ef</c> see the model on SQLite without starting the site.</summary>
internal sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqliteSiteDbContext>
{
    /// <inheritdoc />
    public SqliteSiteDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSiteDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Lets <c>dotnet ef</c> see the model on PostgreSQL without a server.</summary>
internal sealed class PostgresDesignTimeContext : IDesignTimeDbContextFactory<PostgresSiteDbContext>
{
    /// <inheritdoc />
    public PostgresSiteDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresSiteDbContext>().UseNpgsql("Host=localhost").Options);
}
