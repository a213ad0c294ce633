using System.Xml.Linq;
using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Templates;

/// <summary>Exports templates; their views are part of the program.</summary>
internal sealed class TemplateExporter(ITemplateService templates, IShortStringHelper shortStrings) : ISyncExporter
{
    public SyncKind Kind => SyncKind.Template;

    public int Priority => 1020;

    public async IAsyncEnumerable<SyncEntry> ReadAllAsync()
    {
        List<ITemplate> all = [.. (await templates.GetAllAsync(Array.Empty<string>())).OrderBy(template => template.Alias, StringComparer.Ordinal)];
        var byAlias = all.ToDictionary(template => template.Alias, StringComparer.OrdinalIgnoreCase);
        foreach (ITemplate template in all)
        {
            yield return Describe(template, byAlias);
        }
    }

    private SyncEntry Describe(ITemplate template, Dictionary<string, ITemplate> all)
    {
        var root = new XElement("Template",
            SyncXmlText.Key(template.Key),
            new XAttribute("Alias", template.Alias),
            new XAttribute("Level", LevelOf(template, all)),
            SyncXmlText.Text("Name", template.Name),
            SyncXmlText.Text("Parent", template.MasterTemplateAlias));
        return new SyncEntry(SyncKind.Template, template.Key, template.Alias, SyncFileNames.FromName(template.Alias, shortStrings), root);
    }

    private static int LevelOf(ITemplate template, Dictionary<string, ITemplate> all)
    {
        int level = 1;
        while (template.MasterTemplateAlias is { Length: > 0 } alias && all.TryGetValue(alias, out ITemplate? master) && level <= all.Count)
        {
            level++;
            template = master;
        }

        return level;
    }
}
