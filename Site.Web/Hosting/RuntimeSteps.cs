using Site.Core.Hosting.Runtime;
using Site.Core.Persistence.Install;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Site.Web.Hosting;

/// <summary>What happens at every start, in this order.</summary>
internal static class RuntimeSteps
{
    /// <summary>Registers the steps.</summary>
    public static IServiceCollection AddRuntimeSteps(this IServiceCollection services) => services
        .AddSingleton<IRuntimeStep, DataFolderStep>()
        .AddSingleton<IRuntimeStep, MigrationStep>()
        .AddSingleton<IRuntimeStep, StockDataStep>()
        .AddSingleton<IRuntimeStep, RunLevelStep>();

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

    private sealed class StockDataStep(SystemNodesInstaller nodes, RelationTypesInstaller relationTypes, UsersInstaller users) : IRuntimeStep
    {
        public string Name => "Stock data";

        public bool RunsIn(RuntimeMode mode) => mode != RuntimeMode.ReadOnly;

        public Task ExecuteAsync(CancellationToken cancellationToken)
        {
            nodes.Install();
            relationTypes.Install();
            users.Install();
            return Task.CompletedTask;
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
}
