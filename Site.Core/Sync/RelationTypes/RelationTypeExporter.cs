using System.Xml.Linq;
using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.RelationTypes;

/// <summary>Exports relation types, without the relations: those follow from the documents.</summary>
internal sealed class RelationTypeExporter(IRelationService relations, IShortStringHelper shortStrings) : ISyncExporter
{
    public SyncKind Kind => SyncKind.RelationType;

    public int Priority => 1230;

    public async IAsyncEnumerable<SyncEntry> ReadAllAsync()
    {
        await Task.CompletedTask;
        foreach (IRelationType type in relations.GetAllRelationTypes([]).OrderBy(type => type.Alias, StringComparer.Ordinal))
        {
            yield return Describe(type);
        }
    }

    private SyncEntry Describe(IRelationType type)
    {
        var root = new XElement("RelationType",
            SyncXmlText.Key(type.Key),
            new XAttribute("Alias", type.Alias),
            new XAttribute("Level", 0),
            new XElement("Info",
                SyncXmlText.Text("Name", type.Name),
                SyncXmlText.Text("ParentType", type.ParentObjectType?.ToString("D")),
                SyncXmlText.Text("ChildType", type.ChildObjectType?.ToString("D")),
                SyncXmlText.Bool("Bidirectional", type.IsBidirectional),
                SyncXmlText.Bool("IsDependency", type is IRelationTypeWithIsDependency { IsDependency: true })));
        return new SyncEntry(SyncKind.RelationType, type.Key, type.Alias, SyncFileNames.FromAlias(type.Alias, shortStrings), root);
    }
}
