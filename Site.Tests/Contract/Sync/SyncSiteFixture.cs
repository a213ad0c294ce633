using Site.Core.Sync;
using Site.Core.Sync.Export;
using Site.Tests.Support;
using Site.Tests.Unit.Sync;

namespace Site.Tests.Contract.Sync;

/// <summary>A site whose uSync folder is a test's.</summary>
public abstract class SyncSiteFixture(Engine engine) : SiteFixture(engine)
{
    /// <summary>The folder that the site imports.</summary>
    public TestFolder Folder { get; } = new();

    /// <summary>Imports the folder.</summary>
    public Task<SyncReport> ImportAsync() => Get<SyncImporter>().ImportAsync();

    /// <summary>Compares the folder with the site.</summary>
    public Task<SyncReport> ReportAsync() => Get<SyncImporter>().ReportAsync();

    /// <summary>Exports the site into the folder.</summary>
    public Task<SyncReport> ExportAsync() => Get<SyncExporter>().ExportAsync();

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Folder.Dispose();
    }

    /// <inheritdoc />
    protected override void Configure(IDictionary<string, string?> settings) => settings["uSync:Settings:RootFolder"] = Folder.Root;
}

/// <summary><see cref="SyncSiteFixture"/> on SQLite.</summary>
public sealed class SqliteSyncSiteFixture() : SyncSiteFixture(Engine.Sqlite);

/// <summary><see cref="SyncSiteFixture"/> on PostgreSQL.</summary>
public sealed class PostgresSyncSiteFixture() : SyncSiteFixture(Engine.Postgres);
