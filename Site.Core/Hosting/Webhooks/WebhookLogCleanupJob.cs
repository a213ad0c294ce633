using Microsoft.Extensions.Options;
using Site.Core.Hosting.Jobs;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Deletes old entries of the webhooks' log, as <c>Umbraco:CMS:Webhook</c> says.</summary>
internal sealed class WebhookLogCleanupJob(
    ICoreScopeProvider scopes,
    IWebhookLogRepository logs,
    IOptionsMonitor<WebhookSettings> settings,
    TimeProvider time) : IJob
{
    private static readonly TimeSpan _period = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public string Name => "Webhook log clean-up";

    /// <inheritdoc />
    public TimeSpan? Period => settings.CurrentValue.EnableLoggingCleanup ? _period : null;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        scope.WriteLock(Constants.Locks.WebhookLogs);
        DateTime limit = time.GetUtcNow().UtcDateTime.AddDays(-settings.CurrentValue.KeepLogsForDays);
        IEnumerable<WebhookLog> old = await logs.GetOlderThanDate(limit);
        await logs.DeleteByIds([.. old.Select(x => x.Id)]);
        scope.Complete();
    }
}
