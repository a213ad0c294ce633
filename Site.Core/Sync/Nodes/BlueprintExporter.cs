using System.Xml.Linq;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Sync.Nodes;

/// <summary>Exports blueprints: documents that new ones are made from, and that are never published.</summary>
internal sealed class BlueprintExporter(IContentService documents, NodeTemplates templates, NodeExportServices services)
    : NodeExporter<IContent>(services)
{
    public override SyncKind Kind => SyncKind.Blueprint;

    public override int Priority => 1215;

    protected override UmbracoObjectTypes ObjectType => UmbracoObjectTypes.DocumentBlueprint;

    protected override string BinRelationAlias => Constants.Conventions.RelationTypes.RelateParentDocumentOnDeleteAlias;

    protected override IContent? Get(Guid key) => documents.GetBlueprintById(key);

    protected override IEnumerable<IContent> GetMany(int[] ids) => ids.Select(documents.GetBlueprintById).OfType<IContent>();

    protected override async Task<IEnumerable<XElement>> OwnInfoAsync(IContent node) =>
    [
        new XElement("Published", new XAttribute("Default", false)),
        new XElement("Schedule"),
        await templates.DescribeAsync(node),
        SyncXmlText.Bool("IsBlueprint", true),
    ];
}
