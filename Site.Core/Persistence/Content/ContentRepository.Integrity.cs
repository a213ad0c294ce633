using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.Content;

/// <content>Checking and repairing paths and levels.</content>
internal abstract partial class ContentRepository<TEntity>
{
    /// <inheritdoc />
    public ContentDataIntegrityReport CheckDataIntegrity(ContentDataIntegrityReportOptions options)
    {
        SiteDbContext context = options.FixIssues ? Database.Write : Database.Read;
        List<NodeRow> nodes = [.. Nodes(context).AsTracking()];
        Dictionary<int, ContentDataIntegrityReportEntry> issues = [];
        ILookup<int, NodeRow> children = nodes.ToLookup(x => x.ParentId);
        HashSet<int> ids = [.. nodes.Select(x => x.Id)];
        foreach (IGrouping<int, NodeRow> tops in children.Where(x => !ids.Contains(x.Key)))
        {
            if (tops.Key < 0)
            {
                CheckBelow(tops.Key, NodeTree.FindPlace(context, tops.Key), children, options.FixIssues, issues);
                continue;
            }

            // The parent is gone: there is no place that could be put right.
            foreach (NodeRow orphan in tops)
            {
                issues[orphan.Id] = new ContentDataIntegrityReportEntry(ContentDataIntegrityReport.IssueType.InvalidPathAndLevelByParentId);
            }
        }

        if (options.FixIssues)
        {
            context.SaveChanges();
            Cache.InvalidateAll();
        }

        context.ChangeTracker.Clear();
        return new ContentDataIntegrityReport(issues);
    }

    private static void CheckBelow(
        int parentId,
        NodePlace parent,
        ILookup<int, NodeRow> children,
        bool fix,
        Dictionary<int, ContentDataIntegrityReportEntry> issues)
    {
        foreach (NodeRow node in children[parentId])
        {
            var place = new NodePlace($"{parent.Path},{node.Id}", parent.Level + 1);
            if (IssueOf(node, parent, place) is { } issue)
            {
                issues[node.Id] = new ContentDataIntegrityReportEntry(issue) { Fixed = fix };
                node.Path = fix ? place.Path : node.Path;
                node.Level = fix ? place.Level : node.Level;
            }

            CheckBelow(node.Id, place, children, fix, issues);
        }
    }

    private static ContentDataIntegrityReport.IssueType? IssueOf(NodeRow node, NodePlace parent, NodePlace place)
    {
        if (node.Path == place.Path)
        {
            return node.Level == place.Level ? null : ContentDataIntegrityReport.IssueType.InvalidPathLevelMismatch;
        }

        if (string.IsNullOrWhiteSpace(node.Path))
        {
            return ContentDataIntegrityReport.IssueType.InvalidPathEmpty;
        }

        if (!node.Path.EndsWith($",{node.Id}", StringComparison.Ordinal))
        {
            return ContentDataIntegrityReport.IssueType.InvalidPathById;
        }

        return node.Path.StartsWith($"{parent.Path},", StringComparison.Ordinal)
            ? ContentDataIntegrityReport.IssueType.InvalidPathLevelMismatch
            : ContentDataIntegrityReport.IssueType.InvalidPathByParentId;
    }
}
