using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Runtime;
using Site.Core.Persistence;
using Site.Tests.Support;

namespace Site.Tests.Contract.Persistence;

/// <summary>The migrations make the model, on both engines.</summary>
public abstract class MigrationTests(SiteFixture site)
{
    [Fact]
    public void The_migrations_make_the_model_as_it_is()
    {
        using SiteDbContext context = site.Get<IDbContextFactory<SiteDbContext>>().CreateDbContext();

        Assert.False(context.Database.HasPendingModelChanges(), "Add a migration for each engine: see README.md.");
        Assert.Empty(context.Database.GetPendingMigrations());
        Assert.NotEmpty(context.Database.GetAppliedMigrations());
    }

    [Fact]
    public void Migrating_again_changes_nothing()
    {
        using SiteDbContext context = site.Get<IDbContextFactory<SiteDbContext>>().CreateDbContext();
        string[] applied = [.. context.Database.GetAppliedMigrations()];

        site.Get<IDatabaseMigrator>().Migrate();

        Assert.Equal(applied, context.Database.GetAppliedMigrations());
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : MigrationTests(site), IClassFixture<SqliteSiteFixture>
    {
        [Fact]
        public void A_lock_that_a_killed_process_left_does_not_stop_the_next_start()
        {
            using SiteDbContext context = Services.CreateDbContext();
            context.Database.ExecuteSql($"INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2020-01-01')");

            _site.Get<IDatabaseMigrator>().Migrate();

            Assert.Empty(context.Database.GetPendingMigrations());
        }

        private readonly SqliteSiteFixture _site = site;

        private IDbContextFactory<SiteDbContext> Services => _site.Get<IDbContextFactory<SiteDbContext>>();
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : MigrationTests(site), IClassFixture<PostgresSiteFixture>;
}
