using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Web;

namespace Site.Core.PublishedContent.Context;

/// <summary>One request, or one piece of work outside a request: it reads one snapshot from its first look to its end.</summary>
internal sealed class SnapshotUmbracoContext(UmbracoContextServices services, Uri originalUrl, Uri cleanedUrl, bool preview) : IUmbracoContext
{
    private ContentSnapshot? _snapshot;
    private volatile bool _ended;

    /// <summary>The snapshot that is read: the newest one at the first look.</summary>
    public ContentSnapshot Snapshot => _ended
        ? services.CurrentSnapshot()
        : _snapshot ?? Interlocked.CompareExchange(ref _snapshot, services.CurrentSnapshot(), null) ?? _snapshot;

    /// <summary>Whether a visitor waits for it: only then the router or the reader chooses the culture.</summary>
    public bool IsRequest { get; init; }

    /// <summary>What of the documents may be seen; <c>null</c> when all that is published may, and in previews all drafts.</summary>
    public IContentVisibility? Visibility { get; init; }

    /// <summary>The culture and segment of the request, once the router or the reader has chosen them.</summary>
    public VariationContext? VariationContext { get; set; }

    /// <inheritdoc />
    public DateTime ObjectCreated { get; } = services.Now();

    /// <inheritdoc />
    public Uri OriginalRequestUrl => originalUrl;

    /// <inheritdoc />
    public Uri CleanedUmbracoUrl => cleanedUrl;

    /// <inheritdoc />
    public IPublishedContentCache Content => services.Content;

    /// <inheritdoc />
    public IPublishedMediaCache Media => services.Media;

    /// <inheritdoc />
    public IDomainCache Domains => services.Domains;

    /// <inheritdoc />
    public IPublishedRequest? PublishedRequest { get; set; }

    /// <inheritdoc />
    public bool IsDebug => false;

    /// <inheritdoc />
    public bool InPreviewMode => preview;

    /// <summary>Reads a newer snapshot from now on.</summary>
    public void Adopt(ContentSnapshot snapshot) => Volatile.Write(ref _snapshot, snapshot);

    /// <summary>The same request, reading what is published only.</summary>
    public SnapshotUmbracoContext WithoutPreview() => new(services, originalUrl, cleanedUrl, preview: false)
    {
        IsRequest = IsRequest,
        Visibility = Visibility,
        VariationContext = VariationContext,
        _snapshot = Snapshot,
    };

    /// <inheritdoc />
    /// <remarks>Work that was started in the request and outlives it still holds the context: it reads the newest snapshot from now on.</remarks>
    public void Dispose()
    {
        _ended = true;
        _snapshot = null;
    }
}

/// <summary>What every Umbraco context gives access to.</summary>
internal sealed record UmbracoContextServices(
    Func<ContentSnapshot> CurrentSnapshot,
    Func<DateTime> Now,
    IPublishedContentCache Content,
    IPublishedMediaCache Media,
    IDomainCache Domains);
