using System.Collections.Immutable;
using Site.Core.Hosting.PublishedContent;

namespace Site.Core.PublishedContent.Snapshots;

/// <summary>All documents, or all media items, of a snapshot. It never changes; a change makes a new one that shares what is the same.</summary>
internal sealed class ContentTable
{
    private readonly ImmutableDictionary<Guid, ContentNode> _byKey;
    private readonly ImmutableDictionary<int, ContentNode> _byId;
    private readonly ImmutableHashSet<Guid> _trashed;

    private ContentTable(ImmutableDictionary<Guid, ContentNode> byKey, ImmutableDictionary<int, ContentNode> byId, ImmutableHashSet<Guid> trashed)
    {
        _byKey = byKey;
        _byId = byId;
        _trashed = trashed;
    }

    /// <summary>Without a node.</summary>
    public static ContentTable Empty { get; } = new(ImmutableDictionary<Guid, ContentNode>.Empty, ImmutableDictionary<int, ContentNode>.Empty, []);

    /// <summary>The nodes, in no particular order.</summary>
    public IEnumerable<ContentNode> Nodes => _byKey.Values;

    /// <summary>The keys of the nodes in the recycle bin.</summary>
    public IReadOnlyCollection<Guid> Trashed => _trashed;

    /// <summary>How many nodes there are.</summary>
    public int Count => _byKey.Count;

    /// <summary>A table of exactly these nodes.</summary>
    /// <param name="contents">What the nodes are made of.</param>
    /// <param name="since">Since when it is so, in UTC.</param>
    public static ContentTable From(IEnumerable<ContentData> contents, DateTime since) => Empty.With(contents, [], since);

    /// <summary>The node with the key, published or not.</summary>
    public ContentNode? Find(Guid key) => _byKey.GetValueOrDefault(key);

    /// <summary>The node with the id, published or not.</summary>
    public ContentNode? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>Whether visitors may see the node: it and all its ancestors are published and none is in the recycle bin.</summary>
    public bool IsVisible(ContentNode node)
    {
        ContentNode? current = node;
        while (current is { IsPublished: true })
        {
            if (current.Data.ParentId < 0)
            {
                return true;
            }

            current = Find(current.Data.ParentId);
        }

        return false;
    }

    /// <summary>The keys of the nodes below the nodes with the ids of <paramref name="tops"/>, themselves not included.</summary>
    public IEnumerable<Guid> KeysBelow(IReadOnlySet<int> tops) =>
        _byKey.Values.Where(x => IsBelow(x.Data, tops)).Select(x => x.Data.Key);

    /// <summary>The table without the nodes of <paramref name="replaced"/>, and with <paramref name="contents"/>.</summary>
    public ContentTable With(IEnumerable<ContentData> contents, IReadOnlyCollection<Guid> replaced, DateTime since)
    {
        ImmutableDictionary<Guid, ContentNode>.Builder byKey = _byKey.ToBuilder();
        ImmutableDictionary<int, ContentNode>.Builder byId = _byId.ToBuilder();
        ImmutableHashSet<Guid>.Builder trashed = _trashed.ToBuilder();
        trashed.ExceptWith(replaced);
        foreach (Guid key in replaced)
        {
            if (byKey.Remove(key, out ContentNode? removed))
            {
                byId.Remove(removed.Data.Id);
            }
        }

        foreach (ContentData content in contents)
        {
            var node = new ContentNode(content, since);
            byKey[content.Key] = node;
            byId[content.Id] = node;
            if (content.Trashed)
            {
                trashed.Add(content.Key);
            }
        }

        return new ContentTable(byKey.ToImmutable(), byId.ToImmutable(), trashed.ToImmutable());
    }

    /// <summary>The same data, of which nothing is made yet: for when types or data types have changed.</summary>
    public ContentTable Unmade(DateTime since) => From(_byKey.Values.Select(x => x.Data), since);

    private static bool IsBelow(ContentData data, IReadOnlySet<int> tops)
    {
        ReadOnlySpan<char> path = data.Path;
        foreach (Range part in path.Split(','))
        {
            if (int.TryParse(path[part], out int id) && id != data.Id && tops.Contains(id))
            {
                return true;
            }
        }

        return false;
    }
}
