using Site.Core.PublishedContent.Caches;
using Site.Core.PublishedContent.Context;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations;

/// <summary>
/// What somebody sees who works for some of the organisations: all that is theirs, of what is nobody's (the portal, the reference lists) what
/// is published, and of what is others' what is published or nothing.
/// </summary>
/// <remarks>A document is of the organisation that it is or that is next above it. One instance serves one request.</remarks>
/// <param name="organisations">The keys of the organisations.</param>
/// <param name="othersAreShown">Whether what others have published is seen.</param>
/// <param name="types">Tells organisations from other documents.</param>
internal sealed class OrganisationVisibility(IReadOnlyCollection<Guid> organisations, bool othersAreShown, PublishedContentTypeCache types) : IContentVisibility
{
    private readonly Dictionary<int, ContentAccess> _known = [];
    private ContentTable? _documents;

    /// <inheritdoc />
    public ContentAccess AccessTo(ContentTable documents, ContentNode document)
    {
        // A request may go over to a newer table, in which a document may have another place.
        if (_documents != documents)
        {
            _documents = documents;
            _known.Clear();
        }

        if (!_known.TryGetValue(document.Data.Id, out ContentAccess access))
        {
            _known[document.Data.Id] = access = Find(documents, document);
        }

        return access;
    }

    private ContentAccess Find(ContentTable documents, ContentNode document)
    {
        if (organisations.Contains(document.Data.Key))
        {
            return ContentAccess.Drafts;
        }

        if (types.Find(PublishedItemType.Content, document.Data.ContentTypeId)?.Alias == ContentTypes.Organisation)
        {
            return othersAreShown ? ContentAccess.Published : ContentAccess.None;
        }

        return documents.Find(document.Data.ParentId) is { } parent ? AccessTo(documents, parent) : ContentAccess.Published;
    }
}
