using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Extensions;

namespace Site.Core.Sync.Dictionary;

/// <summary>Imports dictionary items, matched by key, then by item key; an existing item keeps its own key.</summary>
internal sealed class DictionaryImporter(IDictionaryItemService dictionary, ILanguageService languages) : ISyncImporter
{
    private Dictionary<string, ILanguage>? _languages;
    private SyncFolder? _folder;

    public SyncKind Kind => SyncKind.Dictionary;

    public int Priority => 1006;

    public int BatchSize => 100;

    public IEnumerable<SyncFile> Order(IEnumerable<SyncFile> files)
    {
        List<SyncFile> all = [.. files];
        var byAlias = all.ToDictionary(file => file.Alias, StringComparer.OrdinalIgnoreCase);
        return SyncOrder.DependenciesFirst(all, file => [byAlias.GetValueOrDefault(file.Header.Parent.Alias)]);
    }

    public async Task ImportAsync(SyncItem item, SyncRun run)
    {
        _folder = run.Folder;
        var file = DictionaryFile.Read(item.Root);
        IDictionaryItem? live = await dictionary.GetAsync(file.Key) ?? await dictionary.GetAsync(file.ItemKey);
        item.IsNew = live is null;
        Guid? parent = await FindParentAsync(item, file, run);
        IDictionaryItem entity = live ?? new DictionaryItem(parent, file.ItemKey) { Key = file.Key };
        item.Set("Alias", entity.ItemKey, file.ItemKey, value => entity.ItemKey = value);
        await SetTranslationsAsync(item, entity, file, run);
        bool isSaved = run.Writes && item.HasChanges;
        if (isSaved)
        {
            Attempt<IDictionaryItem, DictionaryItemOperationStatus> result = item.IsNew
                ? await dictionary.CreateAsync(entity, Constants.Security.SuperUserKey)
                : await dictionary.UpdateAsync(entity, Constants.Security.SuperUserKey);
            SyncErrors.Ensure(result.Success, "@Alias", result.Status);
        }

        await MoveAsync(item, entity, parent, run);
    }

    public async Task<bool> DeleteAsync(SyncFile marker, SyncRun run)
    {
        IDictionaryItem? live = await dictionary.GetAsync(marker.Key) ?? await dictionary.GetAsync(marker.Alias);
        if (live is not null && run.Writes)
        {
            Attempt<IDictionaryItem?, DictionaryItemOperationStatus> result = await dictionary.DeleteAsync(live.Key, Constants.Security.SuperUserKey);
            SyncErrors.Ensure(result.Success, "@Key", result.Status);
        }

        return live is not null;
    }

    private async Task<Guid?> FindParentAsync(SyncItem item, DictionaryFile file, SyncRun run)
    {
        if (file.Parent.Length == 0)
        {
            return null;
        }

        if (await dictionary.GetAsync(file.Parent) is { } parent)
        {
            return parent.Key;
        }

        var reference = new SyncReference(Guid.Empty, file.Parent);
        if (run.IsPending(SyncKind.Dictionary, reference))
        {
            return _folder!.Find(SyncKind.Dictionary, reference)!.Key;
        }

        string reason = $"there is no item {reference}";
        if (run.FailsOnMissingParent(Kind))
        {
            throw new SyncItemException("Info/Parent", $"{reason}; add its file, or clear FailOnMissingParent.");
        }

        item.Warn("Info/Parent", $"{reason}; placed at the root.");
        return null;
    }

    private async Task SetTranslationsAsync(SyncItem item, IDictionaryItem entity, DictionaryFile file, SyncRun run)
    {
        _languages ??= (await languages.GetAllAsync()).ToDictionary(language => language.IsoCode, StringComparer.OrdinalIgnoreCase);
        foreach ((string isoCode, string text) in file.Translations)
        {
            if (_languages.TryGetValue(isoCode, out ILanguage? language))
            {
                string live = entity.Translations.FirstOrDefault(t => t.LanguageIsoCode.InvariantEquals(isoCode))?.Value ?? string.Empty;
                item.Set($"Translation {isoCode}", live, text, value => entity.AddOrUpdateDictionaryValue(language, value));
            }
            else if (!run.IsPending(SyncKind.Language, new SyncReference(Guid.Empty, isoCode)))
            {
                item.Warn("Translations/Translation/@Language", $"'{SyncXml.Shorten(isoCode)}' is no language of this site; the text was left out.");
            }
        }

        ClearMissing(item, entity, file);
    }

    private static void ClearMissing(SyncItem item, IDictionaryItem entity, DictionaryFile file)
    {
        foreach (IDictionaryTranslation translation in entity.Translations.Where(t => t.Value.Length > 0).ToList())
        {
            if (!file.Translations.Any(t => t.IsoCode.InvariantEquals(translation.LanguageIsoCode)))
            {
                item.Differ($"Translation {translation.LanguageIsoCode}");
                translation.Value = string.Empty;
            }
        }
    }

    private async Task MoveAsync(SyncItem item, IDictionaryItem entity, Guid? parent, SyncRun run)
    {
        if (item.IsNew || entity.ParentId == parent)
        {
            return;
        }

        item.Differ("Parent");
        if (run.Writes)
        {
            Attempt<IDictionaryItem, DictionaryItemOperationStatus> result = await dictionary.MoveAsync(entity, parent, Constants.Security.SuperUserKey);
            SyncErrors.Ensure(result.Success, "Info/Parent", result.Status);
        }
    }
}
