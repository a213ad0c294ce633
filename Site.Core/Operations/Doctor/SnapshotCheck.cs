using Site.Core.Hosting.PublishedContent;
using Site.Core.PublishedContent.Snapshots;

namespace Site.Core.Operations.Doctor;

/// <summary>What this process keeps in memory of documents and media is what the database holds.</summary>
/// <remarks>The site must have started. Others may write meanwhile: what they changed is found here until it is taken in.</remarks>
internal sealed class SnapshotCheck(SnapshotStore store, IContentSnapshotSource source)
{
    private const string Name = "snapshot";

    /// <summary>Compares.</summary>
    public IReadOnlyList<DoctorFinding> Examine() =>
    [
        .. Compare("document", store.Current.Documents, ContentTable.From(source.ReadDocuments(ContentSelection.All), DateTime.UnixEpoch)),
        .. Compare("media item", store.Current.Media, ContentTable.From(source.ReadMedia(ContentSelection.All), DateTime.UnixEpoch)),
    ];

    private static IEnumerable<DoctorFinding> Compare(string kind, ContentTable kept, ContentTable stored)
    {
        foreach (ContentNode node in stored.Nodes.OrderBy(x => x.Data.Id))
        {
            ContentNode? known = kept.Find(node.Data.Key);
            if (known is null)
            {
                yield return Left($"the {kind} {node.Data.Id} is in the database and not in memory");
            }
            else if (!IsSame(known.Data, node.Data) || kept.IsVisible(known) != stored.IsVisible(node))
            {
                yield return Left($"the {kind} {node.Data.Id} in memory is not as in the database");
            }
        }

        foreach (ContentNode node in kept.Nodes.Where(x => stored.Find(x.Data.Key) is null).OrderBy(x => x.Data.Id))
        {
            yield return Left($"the {kind} {node.Data.Id} is in memory and not in the database");
        }
    }

    private static DoctorFinding Left(string message) => new(Name, $"{message}; restart the site", DoctorState.Left);

    private static bool IsSame(ContentData one, ContentData other) =>
        (one with { Published = null, Draft = null }) == (other with { Published = null, Draft = null })
        && IsSame(one.Published, other.Published)
        && IsSame(one.Draft, other.Draft);

    private static bool IsSame(VersionData? one, VersionData? other) => one is null || other is null
        ? one == other
        : (one.Name, one.WriterId, one.UpdateDate, one.TemplateId) == (other.Name, other.WriterId, other.UpdateDate, other.TemplateId)
            && Flat(one).SequenceEqual(Flat(other));

    private static IEnumerable<object> Flat(VersionData version) =>
    [
        .. version.Cultures.OrderBy(x => x.Key, StringComparer.OrdinalIgnoreCase).Select(x => (x.Key, x.Value)),
        .. version.Properties
            .OrderBy(x => x.Key, StringComparer.OrdinalIgnoreCase)
            .SelectMany(x => x.Value.OrderBy(y => y.Culture, StringComparer.OrdinalIgnoreCase).ThenBy(y => y.Segment, StringComparer.Ordinal).Select(y => (x.Key, y))),
    ];
}
