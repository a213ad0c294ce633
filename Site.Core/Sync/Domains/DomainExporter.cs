using System.Xml.Linq;
using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Domains;

/// <summary>Exports domains, and the cultures assigned to documents (wildcards).</summary>
internal sealed class DomainExporter(IDomainService domains, IEntityService entities, IShortStringHelper shortStrings) : ISyncExporter
{
    public SyncKind Kind => SyncKind.Domain;

    public int Priority => 1219;

    public async IAsyncEnumerable<SyncEntry> ReadAllAsync()
    {
        IEnumerable<IDomain> all = await domains.GetAllAsync(includeWildcards: true);
        foreach (IDomain domain in all.OrderBy(domain => domain.DomainName, StringComparer.Ordinal))
        {
            if (domain.RootContentId is { } rootId && entities.Get(rootId, UmbracoObjectTypes.Document) is { Trashed: false } document)
            {
                yield return Describe(domain, document);
            }
        }
    }

    private SyncEntry Describe(IDomain domain, IEntitySlim document)
    {
        Guid key = SyncKeys.Derive(domain.DomainName);
        string isoCode = domain.LanguageIsoCode ?? string.Empty;
        var root = new XElement("Domain",
            SyncXmlText.Key(key),
            new XAttribute("Alias", domain.DomainName),
            new XElement("Info",
                SyncXmlText.Bool("IsWildcard", domain.IsWildcard),
                SyncXmlText.Text("Language", isoCode),
                SyncXmlText.Reference("Root", document.Key, PathOf(document)),
                new XElement("SortOrder", domain.SortOrder)));
        string name = $"{SyncFileNames.FromName(domain.DomainName, shortStrings)}_{SyncFileNames.FromName(isoCode, shortStrings)}";
        return new SyncEntry(SyncKind.Domain, key, domain.DomainName, name, root);
    }

    private string PathOf(IEntitySlim document)
    {
        int[] ids = [.. document.Path.Split(',').Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).Where(id => id > 0)];
        var names = entities.GetAll(UmbracoObjectTypes.Document, ids).ToDictionary(entity => entity.Id, entity => entity.Name);
        return string.Concat(ids.Select(id => "/" + names.GetValueOrDefault(id)));
    }
}
