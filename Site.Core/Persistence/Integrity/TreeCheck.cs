using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;

namespace Site.Core.Persistence.Integrity;

/// <summary>Every node has a parent, and the path, level and recycle-bin flag that its place gives it.</summary>
internal sealed class TreeCheck : IIntegrityCheck
{
    private static readonly int[] _roots = [Constants.System.Root, Constants.System.RecycleBinContent, Constants.System.RecycleBinMedia];

    /// <inheritdoc />
    public string Name => "tree";

    /// <inheritdoc />
    public IEnumerable<Damage> Find(SiteDbContext context)
    {
        List<TreeNode> nodes = [.. context.Set<NodeRow>()
            .Where(x => x.NodeObjectType != Constants.ObjectTypes.IdReservation && !EF.Constant(_roots).Contains(x.Id))
            .Select(x => new TreeNode(x.Id, x.ParentId, x.Path, x.Level, x.Trashed, x.NodeObjectType, x.Text))];
        ILookup<int, TreeNode> children = nodes.ToLookup(x => x.ParentId);
        HashSet<int> reached = [];
        List<Damage> found = [];
        foreach (int root in _roots)
        {
            CheckBelow(root, NodeTree.FindPlace(context, root), children, reached, found);
        }

        HashSet<int> ids = [.. nodes.Select(x => x.Id)];
        found.AddRange(nodes.Where(x => !reached.Contains(x.Id) && !ids.Contains(x.ParentId)).Select(Orphan));

        // What is left is below an orphan, and is checked when that has a place, or goes round in a circle.
        HashSet<int> belowOrphans = [];
        foreach (TreeNode orphan in nodes.Where(x => !ids.Contains(x.ParentId)))
        {
            Collect(orphan.Id, children, belowOrphans);
        }

        found.AddRange(nodes
            .Where(x => !reached.Contains(x.Id) && !belowOrphans.Contains(x.Id))
            .Select(x => new Damage($"{x} is below itself (parent {x.ParentId}); say where it belongs by setting its parentId", null)));
        return found;
    }

    private static void CheckBelow(int rootId, NodePlace root, ILookup<int, TreeNode> children, HashSet<int> reached, List<Damage> found)
    {
        bool inBin = rootId != Constants.System.Root;
        var open = new Stack<(int Id, NodePlace Place)>([(rootId, root)]);
        while (open.TryPop(out (int Id, NodePlace Place) parent))
        {
            foreach (TreeNode node in children[parent.Id].Where(x => reached.Add(x.Id)))
            {
                var place = new NodePlace($"{parent.Place.Path},{node.Id}", parent.Place.Level + 1);
                if (Check(node, place, inBin) is { } damage)
                {
                    found.Add(damage);
                }

                open.Push((node.Id, place));
            }
        }
    }

    private static Damage? Check(TreeNode node, NodePlace place, bool inBin)
    {
        if (node.Path == place.Path && node.Level == place.Level && node.Trashed == inBin)
        {
            return null;
        }

        string was = $"path {node.Path}, level {node.Level}{(node.Trashed ? ", in the recycle bin" : string.Empty)}";
        string should = $"path {place.Path}, level {place.Level}{(inBin ? ", in the recycle bin" : string.Empty)}";
        return new Damage($"{node} has {was}; its place gives {should}", context => context.Set<NodeRow>()
            .Where(x => x.Id == node.Id)
            .ExecuteUpdate(x => x.SetProperty(y => y.Path, place.Path).SetProperty(y => y.Level, place.Level).SetProperty(y => y.Trashed, inBin)));
    }

    // In the recycle bin an editor finds it and says where it belongs; types and other settings have no bin.
    private static Damage Orphan(TreeNode node)
    {
        int parentId = node.Type == Constants.ObjectTypes.Document ? Constants.System.RecycleBinContent
            : node.Type == Constants.ObjectTypes.Media ? Constants.System.RecycleBinMedia
            : Constants.System.Root;
        string where = parentId == Constants.System.Root ? "root" : "recycle bin";
        return new Damage($"{node} has a parent {node.ParentId} that is not there; its place is the {where}", context => context.Set<NodeRow>()
            .Where(x => x.Id == node.Id)
            .ExecuteUpdate(x => x.SetProperty(y => y.ParentId, parentId)));
    }

    private static void Collect(int id, ILookup<int, TreeNode> children, HashSet<int> collected)
    {
        var open = new Stack<int>([id]);
        while (open.TryPop(out int next))
        {
            if (collected.Add(next))
            {
                foreach (TreeNode child in children[next])
                {
                    open.Push(child.Id);
                }
            }
        }
    }

    private sealed record TreeNode(int Id, int ParentId, string Path, int Level, bool Trashed, Guid Type, string? Name)
    {
        public override string ToString() => $"{ObjectTypeNames.Of(Type)} {Id} \"{Name?.ReplaceLineEndings(" ")}\"";
    }
}
