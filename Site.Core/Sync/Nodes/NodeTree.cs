using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.Sync.Nodes;

/// <summary>Finds parents and namesakes in one of the two trees.</summary>
internal sealed class NodeTree(IEntityService entities, IShortStringHelper shortStrings, SyncKind kind, UmbracoObjectTypes objectType)
{
    private readonly Dictionary<Guid, int> _ids = [];
    private readonly Dictionary<int, List<TreeNode>> _children = [];

    /// <summary>Notes an item that this run has found or made, so that its children find it at once.</summary>
    /// <param name="fileKey">The key in the file, which may not be the item's own.</param>
    /// <param name="node">The item.</param>
    /// <param name="isNew">Whether this run has made it.</param>
    public void Remember(Guid fileKey, IContentBase node, bool isNew)
    {
        _ids[fileKey] = node.Id;
        if (!isNew)
        {
            return;
        }

        _children.TryAdd(node.Id, []);
        if (_children.TryGetValue(node.ParentId, out List<TreeNode>? siblings))
        {
            siblings.Add(new TreeNode(node.Id, node.Key, node.Name ?? string.Empty, Safe));
        }
    }

    /// <summary>Forgets everything: what was noted may have been taken back.</summary>
    public void Forget()
    {
        _ids.Clear();
        _children.Clear();
    }

    /// <summary>
    /// The id of the parent; null when the parent would be made by a run that writes. A parent that cannot be found by key
    /// is looked for along the path, and the item lands below the deepest ancestor found.
    /// </summary>
    public int? FindParent(SyncItem item, NodeFile file, SyncRun run)
    {
        if (file.Parent.Key == Guid.Empty && string.IsNullOrEmpty(file.Parent.Alias))
        {
            return Constants.System.Root;
        }

        if (Find(file.Parent.Key) is { } id)
        {
            return id;
        }

        if (!run.Writes && run.Folder.Find(kind, file.Parent.Key) is not null)
        {
            return null;
        }

        return FindByPath(item, file, run);
    }

    /// <summary>Where an item of the recycle bin is made: below the item that lies there with it, or where it lay, or at the root.</summary>
    public int FindTrashedParent(NodeFile file) => Find(file.Parent.Key) ?? Find(file.TrashedFrom) ?? Constants.System.Root;

    /// <summary>
    /// A child of the parent that has the name and no file of its own: made by hand before, it is the item of the file.
    /// </summary>
    public Guid? FindNamesake(int parentId, string name, SyncRun run)
    {
        string safe = Safe(name);
        return Children(parentId).FirstOrDefault(child => child.SafeName == safe && run.Folder.Find(kind, child.Key) is null)?.Key;
    }

    public IReadOnlyList<TreeNode> Children(int parentId)
    {
        if (!_children.TryGetValue(parentId, out List<TreeNode>? children))
        {
            children = [.. entities.GetChildren(parentId, objectType).Select(child => new TreeNode(child.Id, child.Key, child.Name ?? string.Empty, Safe))];
            _children.Add(parentId, children);
        }

        return children;
    }

    /// <summary>Whether this run has found or made the item.</summary>
    public bool Knows(Guid key) => _ids.ContainsKey(key);

    public int? Find(Guid key)
    {
        if (key == Guid.Empty)
        {
            return null;
        }

        if (!_ids.TryGetValue(key, out int id))
        {
            IEntitySlim? entity = entities.Get(key, objectType);
            if (entity is null || entity.Trashed)
            {
                return null;
            }

            id = entity.Id;
            _ids.Add(key, id);
        }

        return id;
    }

    /// <summary>The item's path of safe aliases, as its file states it.</summary>
    public string PathOf(IContentBase node) =>
        new NodeOutline(entities.GetAll(objectType, NodeOutline.IdsOf(node.Path))).SafePath(node.Id, shortStrings);

    /// <summary>Whether a file of the folder describes a child of the parent, under its key or, where it was made by hand, under its name.</summary>
    public bool IsDescribed(TreeNode child, Guid parentKey, SyncRun run) =>
        run.Folder.Find(kind, child.Key) is not null
        || run.Folder.Of(kind).Any(file => file.Header.Marker is null && file.Header.Parent.Key == parentKey && Safe(file.Alias) == child.SafeName);

    private int FindByPath(SyncItem item, NodeFile file, SyncRun run)
    {
        int parentId = Constants.System.Root;
        string place = "the root";
        foreach (string name in file.ParentPath)
        {
            string safe = Safe(name);
            TreeNode? child = Children(parentId).FirstOrDefault(entity => entity.SafeName == safe);
            if (child is null)
            {
                Miss();
                return parentId;
            }

            parentId = child.Id;
            place = $"'{child.Name}'";
        }

        if (file.ParentPath.Count == 0)
        {
            Miss();
        }

        return parentId;

        void Miss()
        {
            string reason = $"there is no parent {file.Parent} ({file.Parent.Key})";
            if (run.FailsOnMissingParent(kind))
            {
                throw new SyncItemException("Info/Parent", $"{reason}; add its file, or clear FailOnMissingParent.");
            }

            item.Warn("Info/Parent", $"{reason}; placed below {place}.");
        }
    }

    private string Safe(string name) => name.ToSafeAlias(shortStrings).ToUpperInvariant();
}

/// <summary>What the search for parents and namesakes needs of an item.</summary>
internal sealed class TreeNode(int id, Guid key, string name, Func<string, string> toSafe)
{
    public int Id => id;

    public Guid Key => key;

    public string Name => name;

    /// <summary>The name as it is compared, made once: a folder of a thousand items compares each with each.</summary>
    public string SafeName => field ??= toSafe(name);
}
