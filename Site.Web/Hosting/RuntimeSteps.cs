using Site.Core.Hosting.Runtime;
using Site.Core.Operations;
using Site.Core.Organisations;
using Site.Core.Persistence.Install;
using Site.Core.PublishedContent;
using Site.Core.Sync;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Site.Web.Hosting;

/// <summary>What happens at every start, in this order.</summary>
internal static class RuntimeSteps
{
    /// <summary>Registers the steps.</summary>
    public static IServiceCollection AddRuntimeSteps(this IServiceCollection services) => services
        .AddSingleton<IRuntimeStep, DataFolderStep>()
        .AddUnfinishedRestoreStep()
        .AddSingleton<IRuntimeStep, MigrationStep>()
        .AddSingleton<IRuntimeStep, StockDataStep>()
        .AddSingleton<IRuntimeStep, AdministratorStep>()
        .AddSingleton<IRuntimeStep, RunLevelStep>()
        .AddPublishedContentStep()
        .AddSingleton<IRuntimeStep, ImportStep>()
        .AddSingleton<IRuntimeStep, OrganisationGroupsStep>();

    private sealed class DataFolderStep(DataFolderLock dataFolder) : IRuntimeStep
    {
        public string Name => "Data folder";

        public bool RunsIn(RuntimeMode mode) => mode != RuntimeMode.ReadOnly;

        public Task ExecuteAsync(CancellationToken cancellationToken) => dataFolder.TryAcquire()
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"Another process uses the data folder: it holds {dataFolder.FilePath}. Stop it, or set Site:DataFolder to another folder.");
    }

    private sealed class MigrationStep(IDatabaseMigrator migrator) : IRuntimeStep
    {
        public string Name => "Database";

        public bool RunsIn(RuntimeMode mode) => mode != RuntimeMode.ReadOnly;

        public Task ExecuteAsync(CancellationToken cancellationToken)
        {
            migrator.Migrate();
            return Task.CompletedTask;
        }
    }

    private sealed class StockDataStep(
        SystemNodesInstaller nodes,
        StockSchemaInstaller schema,
        RelationTypesInstaller relationTypes,
        UsersInstaller users,
        IKeyValueService keyValues,
        IRuntimeState state) : IRuntimeStep
    {
        private const string InstalledKey = "Site.StockData";

        // Another build may bring other stock data; the same build has nothing to add to what it made.
        private static readonly string _build = typeof(StockSchemaInstaller).Assembly.ManifestModule.ModuleVersionId.ToString();

        public string Name => "Stock data";

        public bool RunsIn(RuntimeMode mode) => mode != RuntimeMode.ReadOnly;

        public Task ExecuteAsync(CancellationToken cancellationToken)
        {
            if (keyValues.GetValue(InstalledKey) != _build)
            {
                Install();
                keyValues.SetValue(InstalledKey, _build);
            }

            return Task.CompletedTask;
        }

        private void Install()
        {
            if (nodes.Install())
            {
                state.Configure(RuntimeLevel.Install, RuntimeLevelReason.InstallEmptyDatabase);
            }

            schema.Install();
            relationTypes.Install();
            users.Install();
        }
    }

    private sealed class RunLevelStep(IRuntimeState state) : IRuntimeStep
    {
        public string Name => "Run level";

        public Task ExecuteAsync(CancellationToken cancellationToken)
        {
            state.Configure(RuntimeLevel.Run, RuntimeLevelReason.Run);
            return Task.CompletedTask;
        }
    }

    private sealed class ImportStep(SyncStartup import, SyncSettings settings, IKeyValueService keyValues, ILogger<SyncStartup> logger) : IRuntimeStep
    {
        // Written after the import: a first boot that was cut short imports again, and finds what it had done unchanged.
        private const string DoneKey = "Site.FirstBootImport";

        public string Name => "uSync import";

        public bool RunsIn(RuntimeMode mode) => mode == RuntimeMode.Serve;

        public async Task ExecuteAsync(CancellationToken cancellationToken)
        {
            bool isFirstBoot = keyValues.GetValue(DoneKey) is null;
            SyncReport? report = await import.RunAsync(isFirstBoot, cancellationToken);
            foreach (SyncItemResult finding in report?.Items.Where(x => x.IsFinding) ?? [])
            {
                logger.LogWarning("{File}: {Change}: {Message}", finding.File, finding.Change, finding.Message);
            }

            if (isFirstBoot && settings.Roots.All(Directory.Exists))
            {
                keyValues.SetValue(DoneKey, "done");
            }
        }
    }

    private sealed class OrganisationGroupsStep(OrganisationGroupsInstaller groups) : IRuntimeStep
    {
        public string Name => "Organisations' groups";

        public bool RunsIn(RuntimeMode mode) => mode != RuntimeMode.ReadOnly;

        public Task ExecuteAsync(CancellationToken cancellationToken) => groups.InstallAsync(cancellationToken);
    }
}
