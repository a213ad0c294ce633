using Site.Core.PublishedContent.Snapshots;

namespace Site.Core.PublishedContent.Context;

/// <summary>What a reader who may not see everything sees of the documents. It is asked for every document that is read in its context.</summary>
internal interface IContentVisibility
{
    /// <summary>What may be seen of a document.</summary>
    /// <param name="documents">The table that the document is in.</param>
    /// <param name="document">The document.</param>
    ContentAccess AccessTo(ContentTable documents, ContentNode document);
}

/// <summary>What may be seen of a document, if it is there.</summary>
internal enum ContentAccess
{
    /// <summary>Nothing: it is as if it did not exist.</summary>
    None,

    /// <summary>What is published, also in previews.</summary>
    Published,

    /// <summary>What is published, and in previews its draft.</summary>
    Drafts,
}
