using System.Diagnostics;
using Umbraco.Cms.Core.Cache;

namespace Site.Core.PublishedContent.Snapshots;

/// <summary>
/// Everything that is published, and the drafts, at one moment. It never changes, so a reader that holds one sees parents, children
/// and references that fit together, however long it takes.
/// </summary>
internal sealed class ContentSnapshot(ContentTable documents, ContentTable media, SnapshotEra era, DateTime since)
{
    private readonly long _made = Stopwatch.GetTimestamp();
    private FastDictionaryAppCache? _elements;

    /// <summary>The snapshot before anything is read.</summary>
    public static ContentSnapshot Empty { get; } = new(ContentTable.Empty, ContentTable.Empty, new SnapshotEra(DateTime.MinValue), DateTime.MinValue);

    /// <summary>The documents.</summary>
    public ContentTable Documents { get; } = documents;

    /// <summary>The media items.</summary>
    public ContentTable Media { get; } = media;

    /// <summary>
    /// Tells one snapshot from another. Values that depend on other contents are kept with the stamp under which they were made; the
    /// stamp and not the snapshot, so that an old snapshot is not kept alive.
    /// </summary>
    public object Stamp { get; } = new();

    /// <summary>The time since which nothing but contents has changed.</summary>
    public SnapshotEra Era { get; } = era;

    /// <summary>When it was made, in UTC.</summary>
    public DateTime Since { get; } = since;

    /// <summary>What may be kept until any content changes.</summary>
    public IAppCache Elements => _elements
        ?? Interlocked.CompareExchange(ref _elements, new FastDictionaryAppCache(), null)
        ?? _elements;

    /// <summary>How long ago it was made, which is when anything was last changed or read anew.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_made);

    /// <summary>The documents or the media items.</summary>
    public ContentTable this[ContentKind kind] => kind == ContentKind.Document ? Documents : Media;

    /// <summary>A snapshot in which one table is another.</summary>
    public ContentSnapshot With(ContentKind kind, ContentTable table, DateTime since) =>
        kind == ContentKind.Document ? new ContentSnapshot(table, Media, Era, since) : new ContentSnapshot(Documents, table, Era, since);
}

/// <summary>
/// A time in which nothing changed that contents are shown by besides contents: types, domains, languages, access rules, settings. One is told from
/// another by reference.
/// </summary>
/// <param name="Since">When it began, in UTC.</param>
internal sealed record SnapshotEra(DateTime Since);

/// <summary>The two trees of a site.</summary>
internal enum ContentKind
{
    /// <summary>Documents.</summary>
    Document,

    /// <summary>Media items.</summary>
    Media,
}
