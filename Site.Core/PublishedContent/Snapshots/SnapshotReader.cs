using Site.Core.PublishedContent.Content;
using Site.Core.PublishedContent.Context;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.PublishedContent.Snapshots;

/// <summary>Reads contents: in the snapshot of the current request, or outside a request in the newest one.</summary>
internal sealed class SnapshotReader(SnapshotStore store, AmbientUmbracoContextAccessor contexts, PublishedContentFactory factory)
{
    /// <summary>The snapshot to read.</summary>
    public ContentSnapshot Snapshot => contexts.Current?.Snapshot ?? store.Current;

    /// <summary>Whether readers that do not say so want drafts.</summary>
    public bool PreviewByDefault => contexts.Current?.InPreviewMode ?? false;

    /// <summary>Whether the reader sees less of the documents than others.</summary>
    public bool IsRestricted => contexts.Current?.Visibility is not null;

    /// <summary>What the reader may see of a document, if it is there.</summary>
    public ContentAccess AccessTo(Guid document)
    {
        ContentTable documents = Snapshot[ContentKind.Document];
        return contexts.Current?.Visibility is { } visibility && documents.Find(document) is { } node
            ? visibility.AccessTo(documents, node)
            : ContentAccess.Drafts;
    }

    /// <summary>The content with the key.</summary>
    /// <returns><c>null</c> when there is none that the reader may see.</returns>
    public IPublishedContent? Get(ContentKind kind, Guid key, bool? preview = null)
    {
        ContentTable table = Snapshot[kind];
        ContentNode? node = table.Find(key);
        SnapshotReads.Current?.Add(kind, key, node);
        return See(kind, table, node, preview ?? PreviewByDefault);
    }

    /// <summary>The content with the id.</summary>
    /// <returns><c>null</c> when there is none that the reader may see.</returns>
    public IPublishedContent? Get(ContentKind kind, int id, bool? preview = null)
    {
        ContentTable table = Snapshot[kind];
        ContentNode? node = table.Find(id);
        SnapshotReads.Current?.Add(kind, id, node);
        return See(kind, table, node, preview ?? PreviewByDefault);
    }

    /// <summary>The contents of a type, those that the reader may see.</summary>
    public IEnumerable<IPublishedContent> GetOfType(ContentKind kind, int contentTypeId)
    {
        SnapshotReads.Current?.AddAll();
        ContentTable table = Snapshot[kind];
        bool preview = PreviewByDefault;
        return table.Nodes
            .Where(x => x.Data.ContentTypeId == contentTypeId)
            .OrderBy(x => x.Data.Level).ThenBy(x => x.Data.ParentId).ThenBy(x => x.Data.SortOrder)
            .Select(x => See(kind, table, x, preview))
            .OfType<IPublishedContent>();
    }

    // All that is read of content comes through here: what is hidden from a reader is hidden wherever it is referred to.
    private IPublishedContent? See(ContentKind kind, ContentTable table, ContentNode? node, bool preview)
    {
        if (node is null)
        {
            return null;
        }

        if (kind != ContentKind.Document || contexts.Current?.Visibility is not { } visibility)
        {
            return preview || table.IsVisible(node) ? node.GetContent(kind, preview, factory) : null;
        }

        return visibility.AccessTo(table, node) switch
        {
            ContentAccess.Drafts when preview => node.GetContent(kind, preview: true, factory),
            ContentAccess.None => null,
            _ when !table.IsVisible(node) => null,
            _ => preview ? node.GetPublishedInPreview(kind, factory) : node.GetContent(kind, preview: false, factory),
        };
    }
}
