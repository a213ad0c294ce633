using System.Xml.Linq;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Core.Sync.Nodes;

/// <summary>Exports documents. What is published is a state of each culture; the published copy itself does not travel.</summary>
internal sealed class ContentExporter(IContentService documents, NodeTemplates templates, NodeExportServices services)
    : NodeExporter<IContent>(services)
{
    public override SyncKind Kind => SyncKind.Content;

    public override int Priority => 1210;

    protected override UmbracoObjectTypes ObjectType => UmbracoObjectTypes.Document;

    protected override string BinRelationAlias => Constants.Conventions.RelationTypes.RelateParentDocumentOnDeleteAlias;

    protected override IContent? Get(Guid key) => documents.GetById(key);

    protected override IEnumerable<IContent> GetMany(int[] ids) => documents.GetByIds(ids);

    protected override async Task<IEnumerable<XElement>> OwnInfoAsync(IContent node) =>
        [Published(node), Schedule(node), await templates.DescribeAsync(node)];

    /// <summary>What is published; Umbraco keeps that of an item in the recycle bin for its return, but an import has no way to say so.</summary>
    private static XElement Published(IContent node) => new("Published",
        new XAttribute("Default", node.Published && !node.Trashed),
        Cultures(node).Select(culture => new XElement("Published", new XAttribute("Culture", culture), node.IsCulturePublished(culture) && !node.Trashed)));

    private XElement Schedule(IContent node) => new("Schedule",
        documents.GetContentScheduleByContentId(node.Id).FullSchedule
            .OrderBy(entry => entry.Culture, StringComparer.Ordinal).ThenBy(entry => entry.Date).ThenBy(entry => entry.Action)
            .Select(entry => new XElement("ContentSchedule",
                SyncXmlText.Text("Culture", entry.Culture),
                SyncXmlText.Text("Action", entry.Action.ToString()),
                SyncXmlText.Text("Date", SyncXmlText.Date(entry.Date)))));
}
