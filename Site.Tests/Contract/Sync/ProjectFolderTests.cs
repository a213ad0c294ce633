using Site.Core.Sync;
using Site.Core.Sync.Export;
using Site.Tests.Support;
using Site.Tests.Unit.Sync;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

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

    [Fact]
    public async Task What_went_in_comes_out_byte_for_byte()
    {
        await site.Get<SyncImporter>().ImportAsync();
        using var folder = new TestFolder();
        Directory.Delete(folder.Root, recursive: true);

        SyncReport report = await site.Get<SyncExporter>().ExportAsync(folder.Root);

        Assert.False(report.HasFindings, SyncImportTests.Text(report));
        Assert.Equal(FilesOf(ProjectSiteFixture.Folder), FilesOf(folder.Root));
        Assert.All(FilesOf(folder.Root), path =>
            Assert.True(Bytes(folder.Root, path).SequenceEqual(Bytes(ProjectSiteFixture.Folder, path)), $"{path} differs: run sync import and sync export, and look at the difference."));
        Assert.False((await site.Get<SyncExporter>().ExportAsync(folder.Root)).HasChanges);
    }

    [Fact]
    public async Task No_imported_document_counts_as_edited()
    {
        await site.Get<SyncImporter>().ImportAsync();

        IEnumerable<IContent> documents = site.Get<IContentService>().GetPagedDescendants(Constants.System.Root, 0, 1000, out _);

        Assert.NotEmpty(documents);
        Assert.Empty(documents.Where(document => document.Edited).Select(document => document.Name));
    }

    private static byte[] Bytes(string root, string path) => System.IO.File.ReadAllBytes(Path.Combine(root, path));

    private static string[] FilesOf(string root) =>
        [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path)).Order(StringComparer.Ordinal)];

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteProjectSiteFixture site) : ProjectFolderTests(site), IClassFixture<SqliteProjectSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresProjectSiteFixture site) : ProjectFolderTests(site), IClassFixture<PostgresProjectSiteFixture>;
}

/// <summary>A site whose uSync folder is the project's.</summary>
public abstract class ProjectSiteFixture(Engine engine) : SiteFixture(engine)
{
    /// <summary>The project's folder; nothing is written to it.</summary>
    public static string Folder { get; } = Path.Combine(SiteProcess.RepositoryRoot, "uSync", "v17");

    /// <inheritdoc />
    protected override void Configure(IDictionary<string, string?> settings) => settings["uSync:Settings:RootFolder"] = Folder;
}

/// <summary><see cref="ProjectSiteFixture"/> on SQLite.</summary>
public sealed class SqliteProjectSiteFixture() : ProjectSiteFixture(Engine.Sqlite);

/// <summary><see cref="ProjectSiteFixture"/> on PostgreSQL.</summary>
public sealed class PostgresProjectSiteFixture() : ProjectSiteFixture(Engine.Postgres);
