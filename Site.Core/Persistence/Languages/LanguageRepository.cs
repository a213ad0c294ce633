using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Caching;
using Site.Core.Persistence.ContentTypes;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Site.Core.Persistence.Languages;

/// <summary>The languages of the site, the default one first and the others in the order of their creation.</summary>
internal sealed class LanguageRepository(AmbientDbContext database, AppCaches appCaches, StoredBlocks blocks, PublishedDifferences differences)
    : FullCacheRepository<ILanguage>(database, appCaches), ILanguageRepository
{
    // They carry the ISO codes of languages, and documents the name in the default one.
    private readonly EntityCache<IDictionaryItem> _dictionary = new(appCaches, database);
    private readonly EntityCache<IDomain> _domains = new(appCaches, database);
    private readonly EntityCache<IContent> _documents = new(appCaches, database);

    // Groups say in which languages their members may write, and users carry their groups.
    private readonly EntityCache<IUserGroup> _groups = new(appCaches, database);
    private readonly EntityCache<IUser> _users = new(appCaches, database);

    /// <inheritdoc />
    public ILanguage? GetByIsoCode(string isoCode) => All.Find(x => IsCode(x, isoCode));

    /// <inheritdoc />
    public int? GetIdByIsoCode(string? isoCode, bool throwOnNotFound = true)
    {
        if (isoCode is null)
        {
            return null;
        }

        int? id = All.Select(x => IsCode(x, isoCode) ? x.Id : (int?)null).FirstOrDefault(x => x is not null);
        return id is null && throwOnNotFound
            ? throw new ArgumentException($"There is no language \"{isoCode}\": add it to the languages first.", nameof(isoCode))
            : id;
    }

    /// <inheritdoc />
    public string? GetIsoCodeById(int? id, bool throwOnNotFound = true)
    {
        if (id is null)
        {
            return null;
        }

        string? isoCode = All.Select(x => x.Id == id ? x.IsoCode : null).FirstOrDefault(x => x is not null);
        return isoCode is null && throwOnNotFound
            ? throw new ArgumentException($"There is no language with the id {id}.", nameof(id))
            : isoCode;
    }

    /// <inheritdoc />
    public string GetDefaultIsoCode() => Default?.IsoCode
        ?? throw new InvalidOperationException("The site has no language: add one and make it the default.");

    /// <inheritdoc />
    public int? GetDefaultId() => Default?.Id;

    /// <inheritdoc />
    public string[] GetIsoCodesByIds(ICollection<int> ids, bool throwOnNotFound = true) =>
        [.. ids.Select(x => GetIsoCodeById(x, throwOnNotFound)).Where(x => x is not null).Select(x => x!)];

    /// <inheritdoc />
    protected override IEnumerable<ILanguage> LoadAll()
    {
        List<LanguageRow> rows = [.. Database.Read.Set<LanguageRow>().OrderByDescending(x => x.IsDefault).ThenBy(x => x.Id)];
        return rows.Select(x => ToEntity(x, rows.Find(y => y.Id == x.FallbackLanguageId)?.IsoCode));
    }

    /// <inheritdoc />
    protected override void PersistNew(ILanguage entity)
    {
        var row = new LanguageRow();
        SiteDbContext context = Database.Write;
        Fill(context, row, entity);
        context.Add(row);
        context.SaveChanges();
        entity.Id = row.Id;
        Complete(context, entity);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(ILanguage entity)
    {
        SiteDbContext context = Database.Write;
        LanguageRow row = context.Set<LanguageRow>().AsTracking().SingleOrDefault(x => x.Id == entity.Id)
            ?? throw new InvalidOperationException($"There is no language {entity.Id} any more.");
        if (row.IsDefault && !entity.IsDefault)
        {
            throw new InvalidOperationException($"{entity.IsoCode} is the default language: make another one the default instead.");
        }

        bool becomesDefault = entity.IsDefault && !row.IsDefault;
        string formerIsoCode = row.IsoCode;
        Fill(context, row, entity);
        context.SaveChanges();
        Complete(context, entity);
        if (!string.Equals(formerIsoCode, entity.IsoCode, StringComparison.OrdinalIgnoreCase))
        {
            LanguageContent.Rename(context, blocks, formerIsoCode, entity.IsoCode);
        }

        if (becomesDefault)
        {
            LanguageContent.NameAfter(context, entity.Id);
            differences.RecomputeTypes(context, LanguageContent.VaryingTypes(context));
        }
    }

    /// <inheritdoc />
    protected override void PersistDeleted(ILanguage entity)
    {
        SiteDbContext context = Database.Write;
        if (context.Set<LanguageRow>().Any(x => x.Id == entity.Id && x.IsDefault))
        {
            throw new InvalidOperationException($"{entity.IsoCode} is the default language: make another one the default first.");
        }

        LanguageContent.Delete(context, entity.Id, entity.IsoCode);
        context.Set<LanguageRow>().Where(x => x.FallbackLanguageId == entity.Id)
            .ExecuteUpdate(set => set.SetProperty(x => x.FallbackLanguageId, (int?)null));
        context.Set<LanguageRow>().Where(x => x.Id == entity.Id).ExecuteDelete();
        differences.RecomputeTypes(context, LanguageContent.VaryingTypes(context));
        entity.DeleteDate = DateTime.UtcNow;
        InvalidateDependents();
    }

    // A site whose default was lost still answers, in its oldest language.
    private ILanguage? Default => All.Find(x => x.IsDefault) ?? All.Find(_ => true);

    private static bool IsCode(ILanguage language, string isoCode) =>
        string.Equals(language.IsoCode, isoCode, StringComparison.OrdinalIgnoreCase);

    private static void Fill(SiteDbContext context, LanguageRow row, ILanguage entity)
    {
        var others = context.Set<LanguageRow>().Where(x => x.Id != entity.Id).Select(x => new { x.Id, x.IsoCode }).ToList();
        if (others.Exists(x => string.Equals(x.IsoCode, entity.IsoCode, StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException($"There is already a language \"{entity.IsoCode}\".");
        }

        row.IsoCode = entity.IsoCode;
        row.CultureName = entity.CultureName;
        row.IsDefault = entity.IsDefault;
        row.IsMandatory = entity.IsMandatory;
        row.FallbackLanguageId = string.IsNullOrEmpty(entity.FallbackIsoCode)
            ? null
            : others.Find(x => string.Equals(x.IsoCode, entity.FallbackIsoCode, StringComparison.OrdinalIgnoreCase))?.Id
                ?? throw new InvalidOperationException(
                    $"{entity.IsoCode} falls back to \"{entity.FallbackIsoCode}\", which is not another language of the site.");
    }

    private static Language ToEntity(LanguageRow row, string? fallbackIsoCode)
    {
        var language = new Language(row.IsoCode, row.CultureName);
        language.DisableChangeTracking();
        language.Id = row.Id;
        language.Key = row.Id.ToGuid();
        language.IsDefault = row.IsDefault;
        language.IsMandatory = row.IsMandatory;
        language.FallbackIsoCode = fallbackIsoCode;
        language.ResetDirtyProperties(false);
        language.EnableChangeTracking();
        return language;
    }

    private void Complete(SiteDbContext context, ILanguage entity)
    {
        context.ChangeTracker.Clear();
        if (entity.IsDefault)
        {
            context.Set<LanguageRow>().Where(x => x.Id != entity.Id && x.IsDefault)
                .ExecuteUpdate(set => set.SetProperty(x => x.IsDefault, false));
        }

        entity.ResetDirtyProperties();
        InvalidateDependents();
    }

    private void InvalidateDependents()
    {
        _dictionary.InvalidateAll();
        _domains.InvalidateAll();
        _documents.InvalidateAll();
        _groups.InvalidateAll();
        _users.InvalidateAll();
    }
}
