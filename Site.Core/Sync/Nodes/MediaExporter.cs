using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Sync.Nodes;

/// <summary>Exports media items; their files are copied beside them.</summary>
internal sealed class MediaExporter(IMediaService media, NodeExportServices services) : NodeExporter<IMedia>(services)
{
    public override SyncKind Kind => SyncKind.Media;

    public override int Priority => 1200;

    protected override UmbracoObjectTypes ObjectType => UmbracoObjectTypes.Media;

    protected override string BinRelationAlias => Constants.Conventions.RelationTypes.RelateParentMediaFolderOnDeleteAlias;

    protected override IMedia? Get(Guid key) => media.GetById(key);

    protected override IEnumerable<IMedia> GetMany(int[] ids) => media.GetByIds(ids);
}
