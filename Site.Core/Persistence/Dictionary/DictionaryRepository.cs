using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Dictionary;

/// <summary>The texts that templates name by a key, in the order of their keys.</summary>
internal sealed class DictionaryRepository(
    AmbientDbContext database,
    AppCaches appCaches,
    ILanguageRepository languages,
    IOptionsMonitor<DictionarySettings> settings) : FullCacheRepository<IDictionaryItem>(database, appCaches), IDictionaryRepository
{
    /// <inheritdoc />
    public IDictionaryItem? Get(Guid uniqueId) => All.Find(x => x.Key == uniqueId);

    /// <inheritdoc />
    public IDictionaryItem? Get(string key) => All.Find(x => IsNamed(x, key));

    /// <inheritdoc />
    /// <remarks>No keys means all.</remarks>
    public IEnumerable<IDictionaryItem> GetMany(params Guid[] uniqueIds) =>
        uniqueIds is null or [] ? All.ToList() : All.Where(x => uniqueIds.Contains(x.Key));

    /// <inheritdoc />
    /// <remarks>No keys means all.</remarks>
    public IEnumerable<IDictionaryItem> GetManyByKeys(params string[] keys) => keys is null or []
        ? All.ToList()
        : All.Where(x => keys.Contains(x.ItemKey, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc />
    public IEnumerable<IDictionaryItem> GetDictionaryItemDescendants(Guid? parentId, string? filter = null)
    {
        HashSet<Guid>? below = parentId is { } parent ? Below(parent) : null;
        return All.Where(x => (below is null || below.Contains(x.Key)) && (string.IsNullOrEmpty(filter) || IsMatch(x, filter)));
    }

    /// <inheritdoc />
    public Dictionary<string, Guid> GetDictionaryItemKeyMap() => All.Select(x => (x.ItemKey, x.Key)).ToDictionary();

    /// <inheritdoc />
    protected override IEnumerable<IDictionaryItem> LoadAll()
    {
        SiteDbContext context = Database.Read;
        Dictionary<int, ILanguage> known = languages.GetMany().ToDictionary(x => x.Id);
        ILookup<Guid, LanguageTextRow> texts = context.Set<LanguageTextRow>().OrderBy(x => x.LanguageId).ToLookup(x => x.UniqueId);
        List<DictionaryRow> rows = [.. context.Set<DictionaryRow>()];
        return rows.OrderBy(x => x.Key, StringComparer.OrdinalIgnoreCase).Select(x => ToEntity(x, texts[x.UniqueId], known));
    }

    /// <inheritdoc />
    protected override void PersistNew(IDictionaryItem entity)
    {
        SiteDbContext context = Database.Write;
        RequireFreeKey(entity);
        var row = new DictionaryRow { UniqueId = entity.Key, Parent = entity.ParentId, Key = entity.ItemKey };
        context.Add(row);
        context.SaveChanges();
        entity.Id = row.PrimaryKey;
        SaveTranslations(context, entity);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(IDictionaryItem entity)
    {
        SiteDbContext context = Database.Write;
        RequireFreeKey(entity);
        DictionaryRow row = context.Set<DictionaryRow>().AsTracking().SingleOrDefault(x => x.PrimaryKey == entity.Id)
            ?? throw new InvalidOperationException($"There is no dictionary item {entity.Id} any more.");
        row.Parent = entity.ParentId;
        row.Key = entity.ItemKey;
        SaveTranslations(context, entity);
    }

    /// <inheritdoc />
    /// <remarks>What is below the item goes with it.</remarks>
    protected override void PersistDeleted(IDictionaryItem entity)
    {
        SiteDbContext context = Database.Write;
        Guid[] keys = [.. Below(entity.Key), entity.Key];
        context.Set<LanguageTextRow>().Where(x => keys.Contains(x.UniqueId)).ExecuteDelete();

        // Cut loose first, so that no row refers to one that is already gone.
        context.Set<DictionaryRow>().Where(x => keys.Contains(x.UniqueId)).ExecuteUpdate(set => set.SetProperty(x => x.Parent, (Guid?)null));
        context.Set<DictionaryRow>().Where(x => keys.Contains(x.UniqueId)).ExecuteDelete();
        Cache.InvalidateAll();
        entity.DeleteDate = DateTime.UtcNow;
    }

    private static bool IsNamed(IDictionaryItem item, string key) => string.Equals(item.ItemKey, key, StringComparison.OrdinalIgnoreCase);

    private static DictionaryItem ToEntity(DictionaryRow row, IEnumerable<LanguageTextRow> texts, Dictionary<int, ILanguage> languages)
    {
        var item = new DictionaryItem(row.Parent, row.Key);
        item.DisableChangeTracking();
        item.Id = row.PrimaryKey;
        item.Key = row.UniqueId;
        item.Translations = [.. texts.Where(x => languages.ContainsKey(x.LanguageId)).Select(x => ToTranslation(x, languages[x.LanguageId]))];
        item.ResetDirtyProperties(false);
        item.EnableChangeTracking();
        return item;
    }

    private static DictionaryTranslation ToTranslation(LanguageTextRow row, ILanguage language)
    {
        var translation = new DictionaryTranslation(language, row.Value, row.UniqueId);
        translation.DisableChangeTracking();
        translation.Id = row.PrimaryKey;
        translation.ResetDirtyProperties(false);
        translation.EnableChangeTracking();
        return translation;
    }

    private void RequireFreeKey(IDictionaryItem entity)
    {
        if (All.Select(x => x.Id != entity.Id && IsNamed(x, entity.ItemKey)).Any(x => x))
        {
            throw new DuplicateNameException($"There is already a dictionary item \"{entity.ItemKey}\".");
        }
    }

    private bool IsMatch(IDictionaryItem item, string filter)
    {
        bool isKey = settings.CurrentValue.KeySearchMode == DictionaryKeySearchMode.Contains
            ? item.ItemKey.Contains(filter, StringComparison.OrdinalIgnoreCase)
            : item.ItemKey.StartsWith(filter, StringComparison.OrdinalIgnoreCase);
        return isKey || (settings.CurrentValue.EnableValueSearch
            && item.Translations.Any(x => x.Value.Contains(filter, StringComparison.OrdinalIgnoreCase)));
    }

    private HashSet<Guid> Below(Guid parentKey)
    {
        ILookup<Guid?, Guid> children = All.Select(x => (x.ParentId, x.Key)).ToLookup(x => x.ParentId, x => x.Key);
        HashSet<Guid> below = [];
        Stack<Guid> open = new([parentKey]);
        while (open.TryPop(out Guid key))
        {
            foreach (Guid child in children[key].Where(below.Add))
            {
                open.Push(child);
            }
        }

        return below;
    }

    private void SaveTranslations(SiteDbContext context, IDictionaryItem entity)
    {
        var stored = context.Set<LanguageTextRow>().AsTracking().Where(x => x.UniqueId == entity.Key).ToDictionary(x => x.LanguageId);
        List<(IDictionaryTranslation Translation, LanguageTextRow Row)> saved = [];
        foreach (IDictionaryTranslation translation in entity.Translations)
        {
            int languageId = languages.GetIdByIsoCode(translation.LanguageIsoCode)!.Value;
            if (!stored.Remove(languageId, out LanguageTextRow? row))
            {
                row = context.Add(new LanguageTextRow { UniqueId = entity.Key, LanguageId = languageId }).Entity;
            }

            row.Value = translation.Value;
            saved.Add((translation, row));
        }

        context.RemoveRange(stored.Values);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        saved.ForEach(x =>
        {
            x.Translation.Id = x.Row.PrimaryKey;
            x.Translation.ResetDirtyProperties();
        });
        entity.ResetDirtyProperties();
    }
}
