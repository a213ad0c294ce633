namespace Site.Core.Hosting.PublishedContent;

/// <summary>
/// Finds the documents that were published last. Core writes addresses after the commit that publishes: when the process is killed
/// between the two, these are the documents that may lack theirs, or have those of their former names.
/// </summary>
public interface ILatestPublishedDocuments
{
    /// <summary>The keys of what was published within the time before the very last publishing.</summary>
    IReadOnlyList<Guid> Find(TimeSpan within);
}
