using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Dictionary;

/// <summary>The texts that templates name by a key, with their translations.</summary>
internal sealed class DictionaryRepository(AmbientDbContext database, AppCaches appCaches, ILanguageRepository languages)
    : FullCacheRepository<IDictionaryItem>(database, appCaches), IDictionaryRepository
{
    /// <inheritdoc />
    public IDictionaryItem? Get(Guid uniqueId) => All.Find(x => x.Key == uniqueId);

    /// <inheritdoc />
    public IDictionaryItem? Get(string key) => All.Find(x => string.Equals(x.ItemKey, key, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public IEnumerable<IDictionaryItem> GetMany(params Guid[] uniqueIds) =>
        uniqueIds.Length == 0 ? All.ToList() : All.Where(x => uniqueIds.Contains(x.Key));

    /// <inheritdoc />
    public IEnumerable<IDictionaryItem> GetManyByKeys(params string[] keys) =>
        keys.Length == 0 ? All.ToList() : All.Where(x => keys.Contains(x.ItemKey, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc />
    /// <remarks>Parents come before their children. Without a parent, every item is a descendant.</remarks>
    public IEnumerable<IDictionaryItem> GetDictionaryItemDescendants(Guid? parentId, string? filter = null)
    {
        ILookup<Guid, IDictionaryItem> children = All.ToList().ToLookup(x => x.ParentId ?? Guid.Empty);
        var found = new List<IDictionaryItem>();
        var waiting = new Queue<Guid>([parentId ?? Guid.Empty]);
        while (waiting.TryDequeue(out Guid parent))
        {
            foreach (IDictionaryItem child in children[parent].OrderBy(x => x.ItemKey, StringComparer.OrdinalIgnoreCase))
            {
                found.Add(child);
                waiting.Enqueue(child.Key);
            }
        }

        return string.IsNullOrEmpty(filter) ? found : found.FindAll(x => Matches(x, filter));
    }

    /// <inheritdoc />
    public Dictionary<string, Guid> GetDictionaryItemKeyMap() => All.Select(x => (x.ItemKey, x.Key)).ToDictionary(x => x.ItemKey, x => x.Key);

    /// <inheritdoc />
    protected override IEnumerable<IDictionaryItem> LoadAll()
    {
        SiteDbContext context = Database.Read;
        List<DictionaryRow> rows = [.. context.Set<DictionaryRow>().OrderBy(x => x.Key)];
        ILookup<Guid, LanguageTextRow> texts = context.Set<LanguageTextRow>().ToList().ToLookup(x => x.UniqueId);
        Dictionary<int, ILanguage> byId = languages.GetMany().ToDictionary(x => x.Id);
        return [.. rows.Select(row => ToEntity(row, texts[row.UniqueId], byId))];
    }

    /// <inheritdoc />
    protected override void PersistNew(IDictionaryItem entity)
    {
        SiteDbContext context = Database.Write;
        var row = new DictionaryRow { UniqueId = entity.Key, Parent = entity.ParentId, Key = entity.ItemKey };
        context.Add(row);
        context.SaveChanges();
        WriteTexts(context, entity);
        context.ChangeTracker.Clear();
        entity.Id = row.PrimaryKey;
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    protected override void PersistUpdated(IDictionaryItem entity)
    {
        SiteDbContext context = Database.Write;
        DictionaryRow row = context.Set<DictionaryRow>().AsTracking().Single(x => x.PrimaryKey == entity.Id);
        row.Key = entity.ItemKey;
        row.Parent = entity.ParentId;
        context.SaveChanges();
        WriteTexts(context, entity);
        context.ChangeTracker.Clear();
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    /// <remarks>The items below go with it.</remarks>
    protected override void PersistDeleted(IDictionaryItem entity)
    {
        SiteDbContext context = Database.Write;
        IEnumerable<Guid> keys = GetDictionaryItemDescendants(entity.Key).Select(x => x.Key).Reverse().Append(entity.Key);
        foreach (Guid key in keys)
        {
            context.Set<LanguageTextRow>().Where(x => x.UniqueId == key).ExecuteDelete();
            context.Set<DictionaryRow>().Where(x => x.UniqueId == key).ExecuteDelete();
        }

        Cache.InvalidateAll();
    }

    private static bool Matches(IDictionaryItem item, string filter) =>
        item.ItemKey.StartsWith(filter, StringComparison.OrdinalIgnoreCase)
        || item.Translations.Any(x => x.Value.Contains(filter, StringComparison.OrdinalIgnoreCase));

    private void WriteTexts(SiteDbContext context, IDictionaryItem entity)
    {
        context.Set<LanguageTextRow>().Where(x => x.UniqueId == entity.Key).ExecuteDelete();
        foreach (IDictionaryTranslation translation in entity.Translations.Where(x => !string.IsNullOrEmpty(x.Value)))
        {
            context.Add(new LanguageTextRow
            {
                UniqueId = entity.Key,
                LanguageId = languages.GetIdByIsoCode(translation.LanguageIsoCode)!.Value,
                Value = translation.Value,
            });
        }

        context.SaveChanges();
    }

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
}
