using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Nodes;

/// <summary>Imports blueprints. They lie at the root: folders of blueprints do not travel.</summary>
internal sealed class BlueprintImporter(
    IContentService documents,
    IContentTypeService contentTypes,
    NodeTemplates templates,
    NodeValues values,
    IEntityService entities,
    IShortStringHelper shortStrings)
    : NodeImporter<IContent>(values, new NodeTree(entities, shortStrings, SyncKind.Blueprint, UmbracoObjectTypes.DocumentBlueprint))
{
    public override SyncKind Kind => SyncKind.Blueprint;

    public override int Priority => 1215;

    protected override SyncKind TypeKind => SyncKind.ContentType;

    protected override IContent? Get(Guid key) => documents.GetBlueprintById(key);

    protected override IEnumerable<IContent> GetMany(Guid[] keys) => keys.Select(documents.GetBlueprintById).OfType<IContent>();

    protected override IContent? Make(string name, int parentId, string typeAlias) =>
        contentTypes.Get(typeAlias) is { } type
            ? new Content(name, Constants.System.Root, type) { Blueprint = true, CreatorId = SuperUser, WriterId = SuperUser }
            : null;

    protected override IContent Move(IContent node, int parentId)
    {
        node.ParentId = Constants.System.Root;
        documents.MoveBlueprint(node, SuperUser);
        return documents.GetBlueprintById(node.Key)!;
    }

    protected override void MoveToBin(IContent node) => documents.DeleteBlueprint(node, SuperUser);

    protected override void Delete(IContent node) => documents.DeleteBlueprint(node, SuperUser);

    protected override Task ApplyOwnAsync(SyncItem item, IContent node, NodeFile file, SyncRun run) => templates.ApplyAsync(item, node, file, run);

    protected override Task SaveAsync(SyncItem item, IContent node, NodeFile file, SyncRun run)
    {
        if (run.Writes && item.HasChanges)
        {
            documents.SaveBlueprint(node, null, SuperUser);
        }

        return Task.CompletedTask;
    }
}
