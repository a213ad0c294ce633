using Site.Core.Hosting.PublishedContent;
using Site.Core.PublishedContent.Content;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.PublishedContent.Snapshots;

/// <summary>
/// A document or media item in a snapshot: its data, and what readers get of it, made when the first one asks and shared by all.
/// </summary>
internal sealed class ContentNode(ContentData data)
{
    private IPublishedContent? _published;
    private IPublishedContent? _preview;

    /// <summary>What the node is made of.</summary>
    public ContentData Data { get; } = data;

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
        if (Volatile.Read(ref made) is { } known)
        {
            return known;
        }

        IPublishedContent? content = factory.Create(kind, Data, preview);

        // When two readers come first at once, both get the same instance.
        return content is null ? null : Interlocked.CompareExchange(ref made, content, null) ?? content;
    }
}
