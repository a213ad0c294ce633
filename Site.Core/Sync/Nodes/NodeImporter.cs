using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Sync.Nodes;

/// <summary>
/// What the imports of documents and media have in common; matched by key, then by name below the same parent. An item known
/// by its name keeps its key: URLs, permissions and pickers of the site refer to it.
/// </summary>
/// <typeparam name="TNode">The kind of item.</typeparam>
internal abstract class NodeImporter<TNode>(NodeValues values, NodeTree tree) : ISyncImporter
    where TNode : class, IContentBase
{
    /// <summary>Umbraco's super user by id: the services of trees take no key.</summary>
    protected const int SuperUser = -1;

    private readonly Dictionary<Guid, TNode?> _prepared = [];
    private readonly Queue<Guid> _awaited = [];

    public abstract SyncKind Kind { get; }

    public abstract int Priority { get; }

    protected abstract SyncKind TypeKind { get; }

    protected NodeValues Values { get; } = values;

    public int BatchSize => 100;

    public IEnumerable<SyncFile> Order(IEnumerable<SyncFile> files)
    {
        List<SyncFile> all = [.. files];
        var byKey = all.ToDictionary(file => file.Key);
        IEnumerable<SyncFile?> ParentOf(SyncFile file) => [byKey.GetValueOrDefault(file.Header.Parent.Key)];
        var done = new HashSet<SyncFile>();
        foreach (SyncFile next in SyncOrder.DependenciesFirst(all, ParentOf))
        {
            while (_awaited.TryDequeue(out Guid key))
            {
                foreach (SyncFile awaited in byKey.TryGetValue(key, out SyncFile? file) ? SyncOrder.DependenciesFirst([file], ParentOf).Where(done.Add) : [])
                {
                    yield return awaited;
                }
            }

            if (done.Add(next))
            {
                yield return next;
            }
        }
    }

    public void Prepare(IReadOnlyCollection<SyncFile> batch)
    {
        _prepared.Clear();
        Dictionary<Guid, TNode> live = GetMany([.. batch.Select(file => file.Key)]).DistinctBy(node => node.Key).ToDictionary(node => node.Key);
        foreach (SyncFile file in batch)
        {
            _prepared[file.Key] = live.GetValueOrDefault(file.Key);
        }
    }

    public void Settle(bool committed)
    {
        _prepared.Clear();
        Values.Settle(committed);
        if (!committed)
        {
            tree.Forget();
        }
    }

    public async Task ImportAsync(SyncItem item, SyncRun run)
    {
        var file = NodeFile.Read(item.Root);
        SyncHandler handler = run.Handlers[Kind];
        if (file.IsTrashed && !handler.ImportTrashed)
        {
            item.Ignore("lies in the recycle bin of the site that wrote it; not imported");
            return;
        }

        if (!handler.Imports(new SyncPlace(file.ContentType, file.Path, file.IsTrashed)))
        {
            item.Ignore("the settings leave its type or its place out");
            return;
        }

        TNode? live = Take(file.Key);
        int? parentId = file.IsTrashed ? tree.FindTrashedParent(file) : tree.FindParent(item, file, run);
        if (live is null && !file.IsTrashed && parentId is { } known && tree.FindNamesake(known, file.Name, run) is { } namesake)
        {
            live = Get(namesake);
        }

        item.IsNew = live is null;
        TNode? node = live ?? New(item, file, parentId ?? Constants.System.Root, run);
        if (node is null)
        {
            return;
        }

        CheckType(node, file);
        await ApplyAsync(item, node, file, run);
        node = await MoveAsync(item, node, file, live is null ? null : parentId, run);
        await SaveAsync(item, node, file, run);
        if (run.Writes)
        {
            tree.Remember(file.Key, node, item.IsNew);
        }

        if (file.IsTrashed && !node.Trashed)
        {
            Bin(item, node, file, run);
        }
    }

    public Task<bool> DeleteAsync(SyncFile marker, SyncRun run)
    {
        TNode? live = Get(marker.Key);
        if (live is not null && run.Writes)
        {
            Delete(live);
        }

        return Task.FromResult(live is not null);
    }

    public Task<bool> CleanAsync(SyncFile marker, SyncRun run)
    {
        int? parentId = marker.Key == Guid.Empty ? Constants.System.Root : tree.Find(marker.Key);
        bool isAny = false;
        foreach (TreeNode child in parentId is { } id ? tree.Children(id).Where(child => !tree.IsDescribed(child, marker.Key, run)).ToList() : [])
        {
            // What the rules leave out was never in the folder; that says nothing of whether it should be in the site.
            if (Get(child.Key) is { } node && run.Handlers[Kind].Imports(new SyncPlace(node.ContentType.Alias, tree.PathOf(node), node.Trashed)))
            {
                isAny = true;
                if (run.Writes)
                {
                    Delete(node);
                }
            }
        }

        return Task.FromResult(isAny);
    }

    protected abstract TNode? Get(Guid key);

    protected abstract IEnumerable<TNode> GetMany(Guid[] keys);

    protected abstract void MoveToBin(TNode node);

    /// <summary>Makes the item, not saved; null when the site has no such type.</summary>
    protected abstract TNode? Make(string name, int parentId, string typeAlias);

    protected abstract TNode Move(TNode node, int parentId);

    protected abstract void Delete(TNode node);

    /// <summary>Compares and applies what only one of the two kinds has.</summary>
    protected virtual Task ApplyOwnAsync(SyncItem item, TNode node, NodeFile file, SyncRun run) => Task.CompletedTask;

    /// <summary>Writes the item when it differs, and whatever follows from saving.</summary>
    protected abstract Task SaveAsync(SyncItem item, TNode node, NodeFile file, SyncRun run);

    /// <summary>Says which name was stored, when the repository had to make it unique among its siblings.</summary>
    protected static void WarnOfRename(SyncItem item, string? stored, string wanted)
    {
        if (stored is not null && stored != wanted)
        {
            item.Warn("Info/NodeName", $"'{SyncXml.Shorten(wanted)}' is taken by a sibling; stored as '{SyncXml.Shorten(stored)}'. Give the item its own name.");
        }
    }

    /// <summary>The item as it is, from what was looked up for the batch if that knows it; handed out once, since it will be changed.</summary>
    protected TNode? Take(Guid key) => _prepared.Remove(key, out TNode? prepared) ? prepared : Get(key);

    /// <summary>The items of this kind that values name and that the folder has and the site does not have yet; they come next.</summary>
    protected IReadOnlyCollection<Guid> AwaitMentioned(NodeFile file, SyncRun run)
    {
        HashSet<Guid> awaited = [.. file.Values
            .SelectMany(value => value.Mentions())
            .Where(key => run.Folder.Find(Kind, key) is not null && tree.Find(key) is null)];
        foreach (Guid key in awaited)
        {
            _awaited.Enqueue(key);
        }

        return awaited;
    }

    /// <summary>Whether this run has found or made an item of this kind.</summary>
    protected bool IsThere(Guid key) => tree.Knows(key);

    private async Task<TNode> MoveAsync(SyncItem item, TNode node, NodeFile file, int? parentId, SyncRun run)
    {
        bool isElsewhere = !file.IsTrashed && !item.IsNew && (node.Trashed || (parentId is not null && node.ParentId != parentId));
        if (!isElsewhere)
        {
            return node;
        }

        item.Differ("Parent");
        if (run.Writes)
        {
            node = Move(node, parentId!.Value);
            await ApplyAsync(item, node, file, run);
        }

        return node;
    }

    /// <summary>
    /// Items of the recycle bin are made where they lay and go to the bin when their children, which lie there with them, are made too.
    /// </summary>
    private void Bin(SyncItem item, TNode node, NodeFile file, SyncRun run)
    {
        item.Differ("Trashed");
        if (run.Writes && file.Parent.Key == Guid.Empty)
        {
            Guid key = node.Key;
            item.SecondPass = () =>
            {
                MoveToBin(Take(key)!);
                return Task.CompletedTask;
            };
        }
    }

    private TNode? New(SyncItem item, NodeFile file, int parentId, SyncRun run)
    {
        TNode? node = Make(file.Name, parentId, file.ContentType);
        if (node is null && !run.IsPending(TypeKind, new SyncReference(Guid.Empty, file.ContentType)))
        {
            throw new SyncItemException("Info/ContentType", $"there is no type '{SyncXml.Shorten(file.ContentType)}' in this site; add its file to {TypeKind}s/.");
        }

        if (node is not null)
        {
            node.Key = file.Key;
        }

        return node;
    }

    private static void CheckType(TNode node, NodeFile file)
    {
        if (!node.ContentType.Alias.InvariantEquals(file.ContentType))
        {
            throw new SyncItemException("Info/ContentType",
                $"is '{SyncXml.Shorten(file.ContentType)}', but the item in this site is a '{node.ContentType.Alias}': delete it there first.");
        }
    }

    private async Task ApplyAsync(SyncItem item, TNode node, NodeFile file, SyncRun run)
    {
        await Values.ApplyNamesAsync(item, node, file, run);
        if (file.SortOrder is { } sortOrder)
        {
            item.Set("SortOrder", node.SortOrder, sortOrder, value => node.SortOrder = value);
        }

        if (file.CreateDate is { } created && Math.Abs((node.CreateDate - created).TotalSeconds) >= 1)
        {
            item.Differ("CreateDate");
            node.CreateDate = created;
        }

        await Values.ApplyAsync(item, node, file, run);
        await ApplyOwnAsync(item, node, file, run);
    }
}
