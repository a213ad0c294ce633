using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.Jobs;

/// <summary>Deletes old versions of documents, as <c>Umbraco:CMS:Content:ContentVersionCleanupPolicy</c> and the document types say.</summary>
internal sealed class ContentVersionCleanupJob(IContentVersionService versions, IOptionsMonitor<ContentSettings> settings, TimeProvider time) : IJob
{
    private static readonly TimeSpan _period = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public string Name => "Content version clean-up";

    /// <inheritdoc />
    public TimeSpan? Period => settings.CurrentValue.ContentVersionCleanupPolicy.EnableCleanup ? _period : null;

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken)
    {
        versions.PerformContentVersionCleanup(time.GetUtcNow().UtcDateTime);
        return Task.CompletedTask;
    }
}
