using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Dictionary;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.DocumentUrls;
using Site.Core.Persistence.Domains;
using Site.Core.Persistence.Tags;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Languages;

/// <summary>The languages of the site.</summary>
internal sealed class LanguageRepository(AmbientDbContext database, AppCaches appCaches)
    : FullCacheRepository<ILanguage>(database, appCaches), ILanguageRepository
{
    /// <inheritdoc />
    public ILanguage? GetByIsoCode(string isoCode) => All.Find(x => IsCode(x, isoCode));

    /// <inheritdoc />
    public int? GetIdByIsoCode(string? isoCode, bool throwOnNotFound = true)
    {
        if (string.IsNullOrEmpty(isoCode))
        {
            return null;
        }

        int? id = All.Select(x => (x.Id, IsMatch: IsCode(x, isoCode))).Where(x => x.IsMatch).Select(x => (int?)x.Id).FirstOrDefault();
        return id is null && throwOnNotFound ? throw new ArgumentException($"There is no language \"{isoCode}\".", nameof(isoCode)) : id;
    }

    /// <inheritdoc />
    public string? GetIsoCodeById(int? id, bool throwOnNotFound = true)
    {
        if (id is null)
        {
            return null;
        }

        string? isoCode = All.Select(x => (x.Id, x.IsoCode)).Where(x => x.Id == id).Select(x => x.IsoCode).FirstOrDefault();
        return isoCode is null && throwOnNotFound ? throw new ArgumentException($"There is no language {id}.", nameof(id)) : isoCode;
    }

    /// <inheritdoc />
    public string[] GetIsoCodesByIds(ICollection<int> ids, bool throwOnNotFound = true) =>
        [.. ids.Select(x => GetIsoCodeById(x, throwOnNotFound)).OfType<string>()];

    /// <inheritdoc />
    public string GetDefaultIsoCode() => Default?.IsoCode ?? throw new InvalidOperationException("There is no default language.");

    /// <inheritdoc />
    public int? GetDefaultId() => Default?.Id;

    private ILanguage? Default => All.Find(x => x.IsDefault);

    /// <inheritdoc />
    protected override IEnumerable<ILanguage> LoadAll()
    {
        List<LanguageRow> rows = [.. Database.Read.Set<LanguageRow>()];
        Dictionary<int, string> codes = rows.ToDictionary(x => x.Id, x => x.IsoCode);

        // The default language comes first, then the order in which they were added, as lists show them.
        return [.. rows.OrderByDescending(x => x.IsDefault).ThenBy(x => x.Id).Select(x => ToEntity(x, codes))];
    }

    /// <inheritdoc />
    protected override void PersistNew(ILanguage entity)
    {
        SiteDbContext context = Database.Write;
        DemoteOthers(context, entity);
        LanguageRow row = Fill(new LanguageRow(), entity);
        context.Add(row);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.Id = row.Id;
        entity.Key = KeyOf(row.Id);
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    protected override void PersistUpdated(ILanguage entity)
    {
        SiteDbContext context = Database.Write;
        LanguageRow row = context.Set<LanguageRow>().AsTracking().Single(x => x.Id == entity.Id);
        if (row.IsDefault && !entity.IsDefault)
        {
            throw new InvalidOperationException($"{entity.IsoCode} is the default language: make another one the default instead.");
        }

        DemoteOthers(context, entity);
        Fill(row, entity);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        Cache.InvalidateAll();
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    /// <remarks>All that is written in the language goes with it.</remarks>
    protected override void PersistDeleted(ILanguage entity)
    {
        int id = entity.Id;
        SiteDbContext context = Database.Write;
        if (context.Set<LanguageRow>().Any(x => x.Id == id && x.IsDefault))
        {
            throw new InvalidOperationException($"{entity.IsoCode} is the default language: make another one the default first.");
        }

        context.Set<LanguageRow>().Where(x => x.FallbackLanguageId == id).ExecuteUpdate(x => x.SetProperty(y => y.FallbackLanguageId, (int?)null));
        context.Set<LanguageTextRow>().Where(x => x.LanguageId == id).ExecuteDelete();
        context.Set<PropertyDataRow>().Where(x => x.LanguageId == id).ExecuteDelete();
        context.Set<ContentVersionCultureVariationRow>().Where(x => x.LanguageId == id).ExecuteDelete();
        context.Set<DocumentCultureVariationRow>().Where(x => x.LanguageId == id).ExecuteDelete();
        context.Set<ContentScheduleRow>().Where(x => x.LanguageId == id).ExecuteDelete();
        context.Set<TagRelationshipRow>()
            .Where(x => context.Set<TagRow>().Any(tag => tag.Id == x.TagId && tag.LanguageId == id)).ExecuteDelete();
        context.Set<TagRow>().Where(x => x.LanguageId == id).ExecuteDelete();
        context.Set<DomainRow>().Where(x => x.LanguageId == id).ExecuteDelete();
        context.Set<DocumentUrlRow>().Where(x => x.LanguageId == id).ExecuteDelete();
        context.Set<DocumentUrlAliasRow>().Where(x => x.LanguageId == id).ExecuteDelete();
        context.Set<LanguageRow>().Where(x => x.Id == id).ExecuteDelete();
        Cache.InvalidateAll();
    }

    private static bool IsCode(ILanguage language, string isoCode) => string.Equals(language.IsoCode, isoCode, StringComparison.OrdinalIgnoreCase);

    // The table has no key column; one that follows from the id stays the same as long as the language does.
    private static Guid KeyOf(int id) => new(id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private void DemoteOthers(SiteDbContext context, ILanguage entity)
    {
        if (entity.IsDefault)
        {
            context.Set<LanguageRow>().Where(x => x.IsDefault && x.Id != entity.Id).ExecuteUpdate(x => x.SetProperty(y => y.IsDefault, false));
            Cache.InvalidateAll();
        }
    }

    private LanguageRow Fill(LanguageRow row, ILanguage entity)
    {
        row.IsoCode = entity.IsoCode;
        row.CultureName = entity.CultureName;
        row.IsDefault = entity.IsDefault;
        row.IsMandatory = entity.IsMandatory;
        row.FallbackLanguageId = GetIdByIsoCode(entity.FallbackIsoCode);
        return row;
    }

    private static Language ToEntity(LanguageRow row, Dictionary<int, string> codes)
    {
        var language = new Language(row.IsoCode, row.CultureName);
        language.DisableChangeTracking();
        language.Id = row.Id;
        language.Key = KeyOf(row.Id);
        language.IsDefault = row.IsDefault;
        language.IsMandatory = row.IsMandatory;
        language.FallbackIsoCode = row.FallbackLanguageId is { } fallback ? codes.GetValueOrDefault(fallback) : null;
        language.ResetDirtyProperties(false);
        language.EnableChangeTracking();
        return language;
    }
}
