using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Nodes;

/// <summary>Imports media items and their files.</summary>
internal sealed class MediaImporter(
    IMediaService media,
    IMediaTypeService mediaTypes,
    NodeValues values,
    IEntityService entities,
    IShortStringHelper shortStrings)
    : NodeImporter<IMedia>(values, new NodeTree(entities, shortStrings, SyncKind.Media, UmbracoObjectTypes.Media))
{
    public override SyncKind Kind => SyncKind.Media;

    public override int Priority => 1200;

    protected override SyncKind TypeKind => SyncKind.MediaType;

    protected override IMedia? Get(Guid key) => media.GetById(key);

    protected override IEnumerable<IMedia> GetMany(Guid[] keys) => media.GetByIds(keys);

    protected override void MoveToBin(IMedia node)
    {
        Attempt<OperationResult?> result = media.MoveToRecycleBin(node, SuperUser);
        SyncErrors.Ensure(result.Success, "Info/Trashed", result.Result?.Result ?? OperationResultType.Failed);
    }

    protected override IMedia? Make(string name, int parentId, string typeAlias) =>
        mediaTypes.Get(typeAlias) is { } type ? new Umbraco.Cms.Core.Models.Media(name, parentId, type) : null;

    protected override IMedia Move(IMedia node, int parentId)
    {
        Attempt<OperationResult?> result = media.Move(node, parentId, SuperUser);
        SyncErrors.Ensure(result.Success, "Info/Parent", result.Result?.Result ?? OperationResultType.Failed);
        return media.GetById(node.Key)!;
    }

    protected override void Delete(IMedia node)
    {
        Attempt<OperationResult?> result = media.Delete(node, SuperUser);
        SyncErrors.Ensure(result.Success, "@Key", result.Result?.Result ?? OperationResultType.Failed);
    }

    protected override Task SaveAsync(SyncItem item, IMedia node, NodeFile file, SyncRun run)
    {
        if (run.Writes && item.HasChanges)
        {
            Save(node);
            if (item.IsNew && file.SortOrder is { } sortOrder && node.SortOrder != sortOrder)
            {
                // A new item is put last; the file knows its place.
                node.SortOrder = sortOrder;
                Save(node);
            }

            WarnOfRename(item, node.Name, file.Name);
        }

        return Task.CompletedTask;
    }

    private void Save(IMedia node)
    {
        Attempt<OperationResult?> result = media.Save(node, SuperUser);
        SyncErrors.Ensure(result.Success, "Media", result.Result?.Result ?? OperationResultType.Failed);
    }
}
