using Site.Core.Sync;
using Site.Tests.Support;

namespace Site.Tests.Contract.Sync;

/// <summary>The project's own folder goes into an empty site without a finding, and a second time without a change.</summary>
public abstract class ProjectFolderTests(ProjectSiteFixture site)
{
    [Fact]
    public async Task The_project_is_imported_without_findings_and_a_second_import_changes_nothing()
    {
        SyncReport first = await site.Get<SyncImporter>().ImportAsync();
        Assert.False(first.HasFindings, SyncImportTests.Text(first));
        Assert.True(first.Items.Count > 200);

        SyncReport second = await site.Get<SyncImporter>().ImportAsync();

        Assert.False(second.HasFindings || second.HasChanges, SyncImportTests.Text(second));
        SyncReport report = await site.Get<SyncImporter>().ReportAsync();
        Assert.False(report.HasFindings || report.HasChanges, SyncImportTests.Text(report));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteProjectSiteFixture site) : ProjectFolderTests(site), IClassFixture<SqliteProjectSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresProjectSiteFixture site) : ProjectFolderTests(site), IClassFixture<PostgresProjectSiteFixture>;
}

/// <summary>A site whose uSync folder is the project's.</summary>
public abstract class ProjectSiteFixture(Engine engine) : SiteFixture(engine)
{
    /// <inheritdoc />
    protected override void Configure(IDictionary<string, string?> settings) =>
        settings["uSync:Settings:RootFolder"] = Path.Combine(SiteProcess.RepositoryRoot, "uSync", "v17");
}

/// <summary><see cref="ProjectSiteFixture"/> on SQLite.</summary>
public sealed class SqliteProjectSiteFixture() : ProjectSiteFixture(Engine.Sqlite);

/// <summary><see cref="ProjectSiteFixture"/> on PostgreSQL.</summary>
public sealed class PostgresProjectSiteFixture() : ProjectSiteFixture(Engine.Postgres);
