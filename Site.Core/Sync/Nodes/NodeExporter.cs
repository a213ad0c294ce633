using System.Globalization;
using System.Xml.Linq;
using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.Sync.Nodes;

/// <summary>What the exports of documents, media and blueprints have in common. Only the draft travels, as uSync does it.</summary>
/// <typeparam name="TNode">The kind of item.</typeparam>
internal abstract class NodeExporter<TNode>(NodeExportServices services) : ISyncExporter
    where TNode : class, IContentBase
{
    private const int BatchSize = 100;

    private const int TrashedLevels = 100;

    public abstract SyncKind Kind { get; }

    public abstract int Priority { get; }

    /// <summary>What the entity service calls the kind.</summary>
    protected abstract UmbracoObjectTypes ObjectType { get; }

    /// <summary>The alias of the relation between an item of the recycle bin and where it lay.</summary>
    protected abstract string BinRelationAlias { get; }

    public async IAsyncEnumerable<SyncEntry> ReadAllAsync()
    {
        var outline = new NodeOutline(services.Entities.GetAll(ObjectType));
        foreach (int[] ids in outline.Ids().Chunk(BatchSize))
        {
            var nodes = GetMany(ids).ToDictionary(node => node.Id);
            foreach (int id in ids)
            {
                if (nodes.TryGetValue(id, out TNode? node))
                {
                    yield return await DescribeAsync(node, outline);
                }
            }
        }
    }

    public async Task<SyncEntry?> ReadAsync(Guid key) =>
        Get(key) is { } node
            ? await DescribeAsync(node, new NodeOutline(services.Entities.GetAll(ObjectType, NodeOutline.IdsOf(node.Path))))
            : null;

    protected abstract TNode? Get(Guid key);

    protected abstract IEnumerable<TNode> GetMany(int[] ids);

    /// <summary>The elements that only this kind has, at the end of <c>Info</c>.</summary>
    protected virtual Task<IEnumerable<XElement>> OwnInfoAsync(TNode node) => Task.FromResult<IEnumerable<XElement>>([]);

    /// <summary>The cultures of the item, sorted.</summary>
    protected static IEnumerable<string> Cultures(TNode node) => node.AvailableCultures.Order(StringComparer.Ordinal);

    private async Task<SyncEntry> DescribeAsync(TNode node, NodeOutline outline)
    {
        string name = node.Name ?? string.Empty;
        IReadOnlyList<IEntitySlim> ancestors = outline.Ancestors(node.Id);
        string path = outline.SafePath(node.Id, services.ShortStrings);
        IReadOnlyList<IProperty> properties = services.Values.Written(node);
        var root = new XElement(Kind.RootElement(),
            SyncXmlText.Key(node.Key),
            new XAttribute("Alias", name),
            new XAttribute("Level", node.Trashed ? node.Level + TrashedLevels : node.Level),
            new XElement("Info",
                Parent(node, outline),
                new XElement("Path", path),
                Trashed(node),
                new XElement("ContentType", node.ContentType.Alias),
                new XElement("CreateDate", SyncXmlText.Date(node.CreateDate)),
                Names(node),
                new XElement("SortOrder", node.SortOrder.ToString(CultureInfo.InvariantCulture)),
                await OwnInfoAsync(node)),
            new XElement("Properties", properties.Select(property => NodeValueExporter.Describe(node, property))));
        return new SyncEntry(Kind, node.Key, name, SyncFileNames.FromName(name, services.ShortStrings), root)
        {
            MediaFiles = NodeValueExporter.MediaFiles(properties),
            Place = new SyncPlace(node.ContentType.Alias, path, node.Trashed),
            Folders = [.. ancestors.SkipLast(1).Select(entity => new SyncEntryFolder(entity.Key, SyncFileNames.FromName(entity.Name, services.ShortStrings)))],
            HasChildren = () => services.Entities.GetChildren(node.Id, ObjectType).Any(),
        };
    }

    private static XElement Parent(TNode node, NodeOutline outline)
    {
        IEntitySlim? parent = outline.Find(node.ParentId);
        return SyncXmlText.Reference("Parent", parent?.Key ?? Guid.Empty, parent?.Name);
    }

    private XElement Trashed(TNode node)
    {
        XElement trashed = SyncXmlText.Bool("Trashed", node.Trashed);
        if (node.Trashed && services.Relations.GetByChildId(node.Id, BinRelationAlias).FirstOrDefault() is { } relation)
        {
            Guid parent = services.Entities.Get(relation.ParentId, ObjectType)?.Key ?? Guid.Empty;
            trashed.Add(new XAttribute("Parent", parent.ToString("D")));
        }

        return trashed;
    }

    private static XElement Names(TNode node) => new("NodeName",
        new XAttribute("Default", node.Name ?? string.Empty),
        Cultures(node).Select(culture => new XElement("Name", new XAttribute("Culture", culture), node.GetCultureName(culture) ?? string.Empty)));
}

/// <summary>What every export of a tree needs.</summary>
internal sealed record NodeExportServices(
    IEntityService Entities, IRelationService Relations, IShortStringHelper ShortStrings, NodeValueExporter Values);
