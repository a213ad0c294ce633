using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.Sync.Nodes;

/// <summary>The shape of a tree without its contents: enough to order items and to name their ancestors.</summary>
internal sealed class NodeOutline
{
    private readonly Dictionary<int, IEntitySlim> _byId;

    public NodeOutline(IEnumerable<IEntitySlim> entities) => _byId = entities.DistinctBy(entity => entity.Id).ToDictionary(entity => entity.Id);

    /// <summary>The item, or null.</summary>
    public IEntitySlim? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>The ids of all items: each before its children, siblings by sort order; the recycle bin last.</summary>
    public IReadOnlyList<int> Ids()
    {
        ILookup<int, IEntitySlim> children = _byId.Values
            .OrderBy(entity => entity.SortOrder).ThenBy(entity => entity.Key)
            .ToLookup(entity => entity.ParentId);
        var ids = new List<int>(_byId.Count);
        var pending = new Stack<IEntitySlim>(_byId.Values
            .Where(entity => !_byId.ContainsKey(entity.ParentId))
            .OrderByDescending(entity => entity.Trashed).ThenByDescending(entity => entity.SortOrder).ThenByDescending(entity => entity.Key));
        while (pending.TryPop(out IEntitySlim? entity))
        {
            ids.Add(entity.Id);
            foreach (IEntitySlim child in children[entity.Id].Reverse())
            {
                pending.Push(child);
            }
        }

        return ids;
    }

    /// <summary>The items from the root down to the one with this id, which is the last.</summary>
    public IReadOnlyList<IEntitySlim> Ancestors(int id)
    {
        var ancestors = new LinkedList<IEntitySlim>();
        for (IEntitySlim? entity = Find(id); entity is not null && ancestors.Count <= _byId.Count; entity = Find(entity.ParentId))
        {
            ancestors.AddFirst(entity);
        }

        return [.. ancestors];
    }

    /// <summary>The path of safe aliases to the item with this id, as its file states it.</summary>
    public string SafePath(int id, IShortStringHelper shortStrings) =>
        string.Concat(Ancestors(id).Select(entity => "/" + (entity.Name ?? string.Empty).ToSafeAlias(shortStrings)));

    /// <summary>The ids on an item's path, the system's own roots left out.</summary>
    public static int[] IdsOf(string path) =>
        [.. path.Split(',').Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).Where(id => id > Constants.System.Root + 1)];
}
