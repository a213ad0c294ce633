using Microsoft.Extensions.Options;
using Site.Core.Hosting.DeliveryChanges;
using Site.Core.Hosting.Jobs;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Delivery.Changes;

/// <summary>Clears old changes away, as <see cref="ChangeFeedSettings.KeepForDays"/> says.</summary>
internal sealed class ChangeCleanupJob(
    ICoreScopeProvider scopes,
    IDeliveryChangeLog log,
    IOptionsMonitor<ChangeFeedSettings> settings,
    TimeProvider time) : IJob
{
    /// <inheritdoc />
    public string Name => "Change feed clean-up";

    /// <inheritdoc />
    public TimeSpan? Period { get; } = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken)
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        log.Clear(time.GetUtcNow().UtcDateTime.AddDays(-settings.CurrentValue.KeepForDays));
        scope.Complete();
        return Task.CompletedTask;
    }
}
