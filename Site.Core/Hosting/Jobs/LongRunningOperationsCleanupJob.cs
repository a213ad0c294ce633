using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Hosting.Jobs;

/// <summary>Deletes what is known of operations that ended long ago, as <c>Umbraco:CMS:LongRunningOperations:Cleanup</c> says.</summary>
internal sealed class LongRunningOperationsCleanupJob(
    ICoreScopeProvider scopes,
    ILongRunningOperationRepository operations,
    IOptionsMonitor<LongRunningOperationsSettings> settings,
    TimeProvider time) : IJob
{
    /// <inheritdoc />
    public string Name => "Long-running operations clean-up";

    /// <inheritdoc />
    public TimeSpan? Period => settings.CurrentValue.Cleanup.Period;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        scope.WriteLock(Constants.Locks.LongRunningOperations);
        await operations.CleanOperationsAsync(time.GetUtcNow() - settings.CurrentValue.Cleanup.MaxEntryAge);
        scope.Complete();
    }
}
