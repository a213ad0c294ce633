using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Extensions;

namespace Site.Core.Sync.Domains;

/// <summary>Imports domains, matched by name; wildcards by document and language.</summary>
internal sealed class DomainImporter(IDomainService domains, IContentService documents, ILanguageService languages) : ISyncImporter
{
    private readonly Dictionary<string, int> _sortOrders = new(StringComparer.OrdinalIgnoreCase);

    public SyncKind Kind => SyncKind.Domain;

    public int Priority => 1219;

    public IEnumerable<SyncFile> Order(IEnumerable<SyncFile> files)
    {
        List<SyncFile> ordered = [.. SyncOrder.DependenciesFirst(files, _ => [])];
        foreach (SyncFile file in ordered)
        {
            _sortOrders[file.Alias] = file.Header.SortOrder;
        }

        return ordered;
    }

    public async Task ImportAsync(SyncItem item, SyncRun run)
    {
        var file = DomainFile.Read(item.Root);
        ILanguage? language = await languages.GetAsync(file.IsoCode);
        if (language is null && !run.IsPending(SyncKind.Language, new SyncReference(Guid.Empty, file.IsoCode)))
        {
            throw new SyncItemException("Info/Language", $"'{SyncXml.Shorten(file.IsoCode)}' is no language of this site; add its file to Languages/.");
        }

        IContent? root = FindRoot(file);
        if (root is null)
        {
            item.IsNew = run.IsPending(SyncKind.Content, file.Root)
                ? true
                : throw new SyncItemException("Info/Root", $"there is no document {file.Root} ({file.Root.Key}) in this site; add its file to Content/.");
            return;
        }

        await AssignAsync(item, file, root, language?.IsoCode ?? file.IsoCode, run);
    }

    public async Task<bool> DeleteAsync(SyncFile marker, SyncRun run)
    {
        // A wildcard's name is an id of the database that it was written from; here it may be another document's.
        IDomain? live = marker.Alias.StartsWith('*') ? null : domains.GetByName(marker.Alias);
        if (live is not null && run.Writes)
        {
            await RemoveAsync(live);
        }

        return live is not null;
    }

    private async Task AssignAsync(SyncItem item, DomainFile file, IContent root, string isoCode, SyncRun run)
    {
        List<IDomain> live = [.. (await domains.GetAssignedDomainsAsync(root.Key, includeWildcards: true)).OrderBy(domain => domain.SortOrder)];
        string? wildcard = live.FirstOrDefault(domain => domain.IsWildcard)?.LanguageIsoCode;
        List<DomainModel> named = [.. live.Where(domain => !domain.IsWildcard).Select(domain => Model(domain.DomainName, domain.LanguageIsoCode ?? string.Empty))];
        List<DomainModel> wanted = named;
        if (file.IsWildcard)
        {
            item.IsNew = wildcard is null;
            item.SetText("Language", wildcard, isoCode, value => wildcard = value);
        }
        else
        {
            await LeaveOtherRootAsync(item, file, root, run);
            wanted = Merge(item, named, file.Name, isoCode);
        }

        if (run.Writes && item.HasChanges)
        {
            await UpdateAsync(root.Key, wildcard, wanted);
        }
    }

    /// <summary>The document's domains with this one among them, at its place.</summary>
    private List<DomainModel> Merge(SyncItem item, List<DomainModel> live, string name, string isoCode)
    {
        DomainModel? own = live.Find(domain => domain.DomainName.InvariantEquals(name));
        item.IsNew |= own is null;
        if (own is not null && !own.IsoCode.InvariantEquals(isoCode))
        {
            item.Differ("Language");
        }

        List<DomainModel> merged =
        [
            .. live.Select(domain => domain == own ? Model(domain.DomainName, isoCode) : domain)
                .Concat(own is null ? [Model(name, isoCode)] : [])
                .Select((domain, index) => (domain, order: _sortOrders.GetValueOrDefault(domain.DomainName, index)))
                .OrderBy(pair => pair.order)
                .Select(pair => pair.domain),
        ];
        if (own is not null && !merged.Select(domain => domain.DomainName).SequenceEqual(live.Select(domain => domain.DomainName)))
        {
            item.Differ("SortOrder");
        }

        return merged;
    }

    private async Task LeaveOtherRootAsync(SyncItem item, DomainFile file, IContent root, SyncRun run)
    {
        IDomain? elsewhere = domains.GetByName(file.Name);
        if (elsewhere?.RootContentId is not { } rootId || rootId == root.Id)
        {
            return;
        }

        item.Differ("Root");
        if (run.Writes)
        {
            await RemoveAsync(elsewhere);
        }
    }

    private async Task RemoveAsync(IDomain domain)
    {
        if (domain.RootContentId is not { } rootId || documents.GetById(rootId) is not { } root)
        {
            throw new SyncItemException("@Alias", $"'{domain.DomainName}' is assigned to a document that is gone; assign it anew in the backoffice first.");
        }

        List<IDomain> live = [.. (await domains.GetAssignedDomainsAsync(root.Key, includeWildcards: true)).OrderBy(other => other.SortOrder)];
        string? wildcard = live.FirstOrDefault(other => other.IsWildcard && other.Id != domain.Id)?.LanguageIsoCode;
        IEnumerable<IDomain> rest = live.Where(other => !other.IsWildcard && other.Id != domain.Id);
        await UpdateAsync(root.Key, wildcard, rest.Select(other => Model(other.DomainName, other.LanguageIsoCode ?? string.Empty)));
    }

    private async Task UpdateAsync(Guid rootKey, string? wildcard, IEnumerable<DomainModel> wanted)
    {
        Attempt<DomainUpdateResult, DomainOperationStatus> result =
            await domains.UpdateDomainsAsync(rootKey, new DomainsUpdateModel { DefaultIsoCode = wildcard, Domains = [.. wanted] });
        SyncErrors.Ensure(result.Success, "@Alias", result.Status);
    }

    /// <summary>The document by key, else by its path of names.</summary>
    private IContent? FindRoot(DomainFile file)
    {
        if (file.Root.Key != Guid.Empty && documents.GetById(file.Root.Key) is { } byKey)
        {
            return byKey;
        }

        string[] names = file.Root.Alias.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 1 ? documents.GetRootContent().FirstOrDefault(root => root.Name.InvariantEquals(names[0])) : null;
    }

    private static DomainModel Model(string name, string isoCode) => new() { DomainName = name, IsoCode = isoCode };
}
