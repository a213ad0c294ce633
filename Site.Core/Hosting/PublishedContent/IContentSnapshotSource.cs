namespace Site.Core.Hosting.PublishedContent;

/// <summary>Reads what the published content is made of from what is committed in the database.</summary>
/// <remarks>
/// Every call reads one consistent state, outside any open scope of the caller, with a number of queries that does not depend on the
/// number of items. It waits for no writer. It is synchronous because Core's cache refreshers are.
/// </remarks>
public interface IContentSnapshotSource
{
    /// <summary>Reads documents, those in the recycle bin included. Blueprints are not documents.</summary>
    /// <param name="selection">Which.</param>
    /// <returns>The documents that exist, in no particular order.</returns>
    IReadOnlyList<ContentData> ReadDocuments(ContentSelection selection);

    /// <summary>Reads media items, those in the recycle bin included.</summary>
    /// <param name="selection">Which.</param>
    /// <returns>The media items that exist, in no particular order.</returns>
    IReadOnlyList<ContentData> ReadMedia(ContentSelection selection);
}

/// <summary>Says which documents or media items to read.</summary>
/// <param name="Keys">Only those with one of these keys; <c>null</c> does not restrict.</param>
/// <param name="ContentTypeIds">Only those of one of these types; <c>null</c> does not restrict.</param>
public sealed record ContentSelection(IReadOnlyCollection<Guid>? Keys = null, IReadOnlyCollection<int>? ContentTypeIds = null)
{
    /// <summary>Everything.</summary>
    public static ContentSelection All { get; } = new();
}
