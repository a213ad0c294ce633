using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Content;

/// <summary>The rows of one version of a document or media item, joined; conditions and orderings are expressed on it.</summary>
internal sealed class ContentProjection
{
    public NodeRow Node { get; init; } = null!;

    public ContentRow Content { get; init; } = null!;

    public ContentVersionRow Version { get; init; } = null!;

    /// <summary>Only of documents.</summary>
    public DocumentRow? Document { get; init; }

    /// <summary>Only of documents.</summary>
    public DocumentVersionRow? DocumentVersion { get; init; }
}
