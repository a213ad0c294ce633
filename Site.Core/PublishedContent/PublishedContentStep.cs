using Site.Core.Hosting.Runtime;
using Site.Core.PublishedContent.Routing;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Core.PublishedContent;

/// <summary>
/// Rebuilds all that is kept in memory about content from the database: the trees, what is published, the addresses, and the
/// contents. Its place is after the database is migrated and before anything saves or reads content.
/// </summary>
internal sealed class PublishedContentStep(
    IDocumentNavigationManagementService documents,
    IMediaNavigationManagementService media,
    IPublishStatusManagementService publishStatus,
    IDocumentUrlService urls,
    IDocumentUrlAliasService aliases,
    IContentRoutingReadiness routing,
    UnfinishedAddresses unfinished,
    SnapshotStore snapshots) : IRuntimeStep
{
    /// <inheritdoc />
    public string Name => "Published content";

    /// <inheritdoc />
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await documents.RebuildAsync();
        await documents.RebuildBinAsync();
        await media.RebuildAsync();
        await media.RebuildBinAsync();
        await publishStatus.InitializeAsync(cancellationToken);
        await urls.InitAsync(forceEmpty: false, cancellationToken);
        await aliases.InitAsync(forceEmpty: false, cancellationToken);
        snapshots.Load();
        routing.MarkReady();
        await unfinished.FinishAsync();
    }
}
