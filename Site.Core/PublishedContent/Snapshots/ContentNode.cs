using Site.Core.Hosting.PublishedContent;
using Site.Core.PublishedContent.Content;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.PublishedContent.Snapshots;

/// <summary>
/// A document or media item in a snapshot: its data, and what readers get of it, made when the first one asks and shared by all.
/// </summary>
internal sealed class ContentNode(ContentData data, DateTime since)
{
    private IPublishedContent? _published;
    private IPublishedContent? _preview;
    private IPublishedContent? _publishedInPreview;

    /// <summary>What the node is made of.</summary>
    public ContentData Data { get; } = data;

    /// <summary>Since when readers find it so, in UTC.</summary>
    public DateTime Since { get; } = since;

    /// <summary>Whether the node itself is published; its ancestors may not be.</summary>
    public bool IsPublished => Data is { Published: not null, Trashed: false };

    /// <summary>What a reader sees of the node.</summary>
    /// <param name="kind">Whether it is a document or a media item.</param>
    /// <param name="preview">The draft where there is one, or what is published.</param>
    /// <param name="factory">Makes what is not made yet.</param>
    /// <returns><c>null</c> when there is no such version, or its type is gone.</returns>
    public IPublishedContent? GetContent(ContentKind kind, bool preview, PublishedContentFactory factory)
    {
        ref IPublishedContent? made = ref preview ? ref _preview : ref _published;
        return Volatile.Read(ref made) ?? Keep(ref made, factory.Create(kind, Data, preview));
    }

    /// <summary>What a reader who may not see the node's draft sees of it in a preview: what is published, with references that may lead to drafts.</summary>
    /// <returns><c>null</c> when nothing is published, or the type is gone.</returns>
    public IPublishedContent? GetPublishedInPreview(ContentKind kind, PublishedContentFactory factory) => Data.Draft is null
        ? GetContent(kind, preview: true, factory)
        : Volatile.Read(ref _publishedInPreview) ?? Keep(ref _publishedInPreview, factory.CreatePublishedInPreview(kind, Data));

    // When two readers come first at once, both get the same instance.
    private static IPublishedContent? Keep(ref IPublishedContent? made, IPublishedContent? content) =>
        content is null ? null : Interlocked.CompareExchange(ref made, content, null) ?? content;
}
