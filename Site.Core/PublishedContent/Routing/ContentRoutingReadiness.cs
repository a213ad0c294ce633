using Umbraco.Cms.Core.Routing;

namespace Site.Core.PublishedContent.Routing;

/// <summary>Says whether addresses and contents are in memory, so that a missing one is really missing.</summary>
internal sealed class ContentRoutingReadiness : IContentRoutingReadiness
{
    private volatile bool _isReady;

    /// <inheritdoc />
    public bool IsReady => _isReady;

    /// <inheritdoc />
    public void MarkReady() => _isReady = true;
}
