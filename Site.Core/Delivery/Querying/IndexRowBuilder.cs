using Site.Core.PublishedContent;
using Site.Core.PublishedContent.Caches;
using Site.Core.PublishedContent.Context;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Delivery.Querying;

/// <summary>Makes the rows of the <see cref="ContentIndex"/> from the newest snapshot, whichever one the current request reads.</summary>
internal sealed class IndexRowBuilder(IndexSnapshots snapshots, IndexTypes types, ProtectedContent guarded, HandlerFields handlerFields)
{
    /// <summary>Begins to make rows: all from one snapshot.</summary>
    /// <param name="preview">Whether of drafts, wherever there are any; else of what is published, and of nothing else.</param>
    public IndexBuild Begin(bool preview) => new(snapshots.Newest().Documents, preview, types, guarded, handlerFields);
}

/// <summary>Where the index reads from.</summary>
internal sealed class IndexSnapshots(SnapshotStore store, AmbientUmbracoContextAccessor contexts)
{
    /// <summary>The newest snapshot, which the current request reads from now on: index handlers must not see an older one than the index.</summary>
    public ContentSnapshot Newest()
    {
        ContentSnapshot newest = store.Current;
        contexts.Current?.Adopt(newest);
        return newest;
    }
}

/// <summary>The types of the documents, as readers and as handlers see them.</summary>
internal sealed record IndexTypes(PublishedContentTypeCache Published, IContentTypeService Edited);
