using System.Data;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Languages;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Domains;

/// <summary>The hosts and paths at which documents answer, in the order in which editors put them.</summary>
internal sealed class DomainRepository(AmbientDbContext database, AppCaches appCaches)
    : FullCacheRepository<IDomain>(database, appCaches), IDomainRepository
{
    /// <inheritdoc />
    public IDomain? GetByName(string domainName) => All.Find(x => IsNamed(x, domainName));

    /// <inheritdoc />
    public bool Exists(string domainName) => GetByName(domainName) is not null;

    /// <inheritdoc />
    public IEnumerable<IDomain> GetAll(bool includeWildcards) => All.Where(x => includeWildcards || !x.IsWildcard);

    /// <inheritdoc />
    public IEnumerable<IDomain> GetAssignedDomains(int contentId, bool includeWildcards) =>
        All.Where(x => x.RootContentId == contentId && (includeWildcards || !x.IsWildcard));

    /// <inheritdoc />
    protected override IEnumerable<IDomain> LoadAll()
    {
        SiteDbContext context = Database.Read;
        var languages = context.Set<LanguageRow>().Select(x => new { x.Id, x.IsoCode }).ToDictionary(x => x.Id, x => x.IsoCode);
        return context.Set<DomainRow>()
            .OrderBy(x => x.SortOrder)
            .ThenBy(x => x.Id)
            .AsEnumerable()
            .Select(x => ToEntity(x, x.LanguageId is { } id ? languages.GetValueOrDefault(id) : null));
    }

    /// <inheritdoc />
    protected override void PersistNew(IDomain entity)
    {
        var row = new DomainRow { Key = entity.Key };
        SiteDbContext context = Database.Write;
        RequireFreeName(entity);
        Fill(row, entity);
        context.Add(row);
        context.SaveChanges();
        entity.Id = row.Id;
        Complete(context, entity);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(IDomain entity)
    {
        SiteDbContext context = Database.Write;
        RequireFreeName(entity);
        DomainRow row = context.Set<DomainRow>().AsTracking().SingleOrDefault(x => x.Id == entity.Id)
            ?? throw new InvalidOperationException($"There is no domain {entity.Id} any more.");
        Fill(row, entity);
        context.SaveChanges();
        Complete(context, entity);
    }

    /// <inheritdoc />
    protected override void PersistDeleted(IDomain entity) =>
        Database.Write.Set<DomainRow>().Where(x => x.Id == entity.Id).ExecuteDelete();

    private static bool IsNamed(IDomain domain, string name) => string.Equals(domain.DomainName, name, StringComparison.OrdinalIgnoreCase);

    private static void Fill(DomainRow row, IDomain entity)
    {
        row.DomainName = entity.DomainName;
        row.LanguageId = entity.LanguageId;
        row.RootContentId = entity.RootContentId;
        row.SortOrder = entity.SortOrder;
    }

    private static UmbracoDomain ToEntity(DomainRow row, string? languageIsoCode)
    {
        var domain = new UmbracoDomain(row.DomainName);
        domain.DisableChangeTracking();
        domain.Id = row.Id;
        domain.Key = row.Key;
        domain.LanguageId = row.LanguageId;
        domain.LanguageIsoCode = languageIsoCode;
        domain.RootContentId = row.RootContentId;
        domain.SortOrder = row.SortOrder;
        domain.ResetDirtyProperties(false);
        domain.EnableChangeTracking();
        return domain;
    }

    private static void Complete(SiteDbContext context, IDomain entity)
    {
        context.ChangeTracker.Clear();
        if (entity is UmbracoDomain domain)
        {
            domain.LanguageIsoCode = context.Set<LanguageRow>().Where(x => x.Id == entity.LanguageId).Select(x => x.IsoCode).SingleOrDefault();
        }

        entity.ResetDirtyProperties();
    }

    private void RequireFreeName(IDomain entity)
    {
        if (All.Count(x => x.Id != entity.Id && IsNamed(x, entity.DomainName)) > 0)
        {
            throw new DuplicateNameException($"The domain \"{entity.DomainName}\" is assigned already; remove it there first.");
        }
    }
}
