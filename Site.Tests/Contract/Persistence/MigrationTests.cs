using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Runtime;
using Site.Core.Persistence;
using Site.Tests.Support;
using Umbraco.Cms.Core;

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

        [Theory]
        [InlineData("uniqueId IN (SELECT value FROM json_each('[]'))", "uniqueId")]
        [InlineData("id IN (SELECT value FROM json_each('[]'))", "INTEGER PRIMARY KEY")]
        [InlineData("path >= '-1,1' AND path < '-1,2'", "IX_umbracoNode_path")]
        public void A_document_is_looked_up_by_what_tells_it_from_others_and_not_by_its_type(string condition, string way)
        {
            using SiteDbContext context = Services.CreateDbContext();
            context.Database.OpenConnection();
            using DbCommand command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN SELECT path FROM umbracoNode WHERE nodeObjectType = @type AND {condition}";
            command.Parameters.Add(new SqliteParameter("@type", Constants.ObjectTypes.Document));
            using DbDataReader plan = command.ExecuteReader();

            Assert.True(plan.Read());
            Assert.Contains(way, plan.GetString(3).Replace("sqlite_autoindex_umbracoNode_1", "uniqueId", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        private readonly SqliteSiteFixture _site = site;

        private IDbContextFactory<SiteDbContext> Services => _site.Get<IDbContextFactory<SiteDbContext>>();
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : MigrationTests(site), IClassFixture<PostgresSiteFixture>;
}
