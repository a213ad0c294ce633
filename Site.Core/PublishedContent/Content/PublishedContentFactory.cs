using Site.Core.Hosting.PublishedContent;
using Site.Core.PublishedContent.Caches;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.PublishedContent.Content;

/// <summary>Makes what readers get of a node.</summary>
internal sealed class PublishedContentFactory(
    PublishedContentTypeCache contentTypes,
    IPublishedModelFactory models,
    ContentReadServices services)
{
    /// <summary>Makes one version of a node.</summary>
    /// <param name="kind">Whether it is a document or a media item.</param>
    /// <param name="data">The node.</param>
    /// <param name="preview">The draft where there is one, or what is published.</param>
    /// <returns><c>null</c> when there is no such version, or its type is gone.</returns>
    public IPublishedContent? Create(ContentKind kind, ContentData data, bool preview) =>
        Create(kind, data, preview ? data.Draft ?? data.Published : data.Published, preview);

    /// <summary>Makes what is published of a node, with references that may lead to drafts.</summary>
    /// <inheritdoc cref="Create(ContentKind, ContentData, bool)" />
    public IPublishedContent? CreatePublishedInPreview(ContentKind kind, ContentData data) => Create(kind, data, data.Published, preview: true);

    private IPublishedContent? Create(ContentKind kind, ContentData data, VersionData? version, bool preview)
    {
        PublishedItemType itemType = kind == ContentKind.Document ? PublishedItemType.Content : PublishedItemType.Media;
        if (version is null || contentTypes.Find(itemType, data.ContentTypeId) is not { } contentType)
        {
            return null;
        }

        var content = new SnapshotContent(data, version, preview, contentType, services);
        return (IPublishedContent)models.CreateModel(content);
    }
}
