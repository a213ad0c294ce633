using Site.Core.Hosting.PublishedContent;

namespace Site.Core.PublishedContent.Snapshots;

/// <summary>What a cache refresher has reported of one tree and the snapshot has not taken in yet.</summary>
internal sealed class PendingRefresh
{
    private readonly HashSet<Guid> _keys = [];
    private readonly HashSet<int> _contentTypeIds = [];
    private bool _everything;

    /// <summary>Whether nothing was reported.</summary>
    public bool IsEmpty => !_everything && _keys.Count == 0 && _contentTypeIds.Count == 0;

    /// <summary>Adds one report.</summary>
    public void Add(ContentSelection selection)
    {
        _everything |= selection is { Keys: null, ContentTypeIds: null };
        _keys.UnionWith(selection.Keys ?? []);
        _contentTypeIds.UnionWith(selection.ContentTypeIds ?? []);
    }

    /// <summary>Takes out what was reported so far, as the fewest selections.</summary>
    public IReadOnlyList<ContentSelection> Take()
    {
        List<ContentSelection> selections = [];
        if (_everything)
        {
            selections.Add(ContentSelection.All);
        }
        else
        {
            if (_contentTypeIds.Count > 0)
            {
                selections.Add(new ContentSelection(ContentTypeIds: [.. _contentTypeIds]));
            }

            if (_keys.Count > 0)
            {
                selections.Add(new ContentSelection(Keys: [.. _keys]));
            }
        }

        _everything = false;
        _keys.Clear();
        _contentTypeIds.Clear();
        return selections;
    }
}
