using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Audit;

/// <summary>The trail of what was done to users, groups and sessions. It is only ever added to.</summary>
internal sealed class AuditEntryRepository(AmbientDbContext database) : IAuditEntryRepository
{
    private static readonly PredicateTranslator<AuditEntryRow> _translator = new(new Dictionary<string, Expression<Func<AuditEntryRow, object?>>>
    {
        [nameof(IAuditEntry.Id)] = x => x.Id,
        [nameof(IAuditEntry.PerformingUserId)] = x => x.PerformingUserId,
        [nameof(IAuditEntry.PerformingUserKey)] = x => x.PerformingUserKey,
        [nameof(IAuditEntry.PerformingDetails)] = x => x.PerformingDetails,
        [nameof(IAuditEntry.PerformingIp)] = x => x.PerformingIp,
        [nameof(IAuditEntry.EventDate)] = x => x.EventDate,
        [nameof(IAuditEntry.AffectedUserId)] = x => x.AffectedUserId,
        [nameof(IAuditEntry.AffectedUserKey)] = x => x.AffectedUserKey,
        [nameof(IAuditEntry.AffectedDetails)] = x => x.AffectedDetails,
        [nameof(IAuditEntry.EventType)] = x => x.EventType,
        [nameof(IAuditEntry.EventDetails)] = x => x.EventDetails,
    });

    private IQueryable<AuditEntryRow> Rows => database.Read.Set<AuditEntryRow>();

    /// <inheritdoc />
    public IAuditEntry? Get(int id) => ToEntities(Rows.Where(x => x.Id == id)).SingleOrDefault();

    /// <inheritdoc />
    /// <remarks>No ids means all.</remarks>
    public IEnumerable<IAuditEntry> GetMany(params int[]? ids) =>
        ToEntities(Newest(ids is null or [] ? Rows : Rows.Where(x => ids.Contains(x.Id))));

    /// <inheritdoc />
    public bool Exists(int id) => Rows.Any(x => x.Id == id);

    /// <inheritdoc />
    public IEnumerable<IAuditEntry> Get(IQuery<IAuditEntry> query) => ToEntities(Newest(Where(query)));

    /// <inheritdoc />
    public int Count(IQuery<IAuditEntry>? query) => Where(query).Count();

    /// <inheritdoc />
    public IEnumerable<IAuditEntry> GetPage(long pageIndex, int pageCount, out long records)
    {
        records = Rows.LongCount();
        return ToEntities(Newest(Rows).Skip((int)(pageIndex * pageCount)).Take(pageCount));
    }

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">The entry is stored already.</exception>
    public void Save(IAuditEntry entity)
    {
        if (entity.HasIdentity)
        {
            throw new NotSupportedException("The audit trail cannot be rewritten: add another entry.");
        }

        EntityDates.Touch(entity);
        SiteDbContext context = database.Write;
        AuditEntryRow row = ToRow(entity);
        context.Add(row);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.Id = row.Id;
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public void Delete(IAuditEntry entity) => throw new NotSupportedException("The audit trail cannot be deleted from.");

    private static IOrderedQueryable<AuditEntryRow> Newest(IQueryable<AuditEntryRow> rows) =>
        rows.OrderByDescending(x => x.EventDate).ThenByDescending(x => x.Id);

    private static List<IAuditEntry> ToEntities(IQueryable<AuditEntryRow> rows) => [.. rows.ToList().Select(ToEntity)];

    private static AuditEntryRow ToRow(IAuditEntry entity) => new()
    {
        PerformingUserId = entity.PerformingUserId,
        PerformingUserKey = entity.PerformingUserKey,
        PerformingDetails = entity.PerformingDetails,
        PerformingIp = entity.PerformingIp,
        EventDate = entity.EventDate,
        AffectedUserId = entity.AffectedUserId,
        AffectedUserKey = entity.AffectedUserKey,
        AffectedDetails = entity.AffectedDetails,
        EventType = entity.EventType ?? string.Empty,
        EventDetails = entity.EventDetails,
    };

    private static AuditEntry ToEntity(AuditEntryRow row)
    {
        var entry = new AuditEntry();
        entry.DisableChangeTracking();
        entry.Id = row.Id;
        entry.PerformingUserId = row.PerformingUserId;
        entry.PerformingUserKey = row.PerformingUserKey;
        entry.PerformingDetails = row.PerformingDetails;
        entry.PerformingIp = row.PerformingIp;
        entry.EventDate = row.EventDate;
        entry.AffectedUserId = row.AffectedUserId;
        entry.AffectedUserKey = row.AffectedUserKey;
        entry.AffectedDetails = row.AffectedDetails;
        entry.EventType = row.EventType;
        entry.EventDetails = row.EventDetails;
        entry.CreateDate = row.EventDate;
        entry.UpdateDate = row.EventDate;
        entry.ResetDirtyProperties(false);
        entry.EnableChangeTracking();
        return entry;
    }

    private IQueryable<AuditEntryRow> Where(IQuery<IAuditEntry>? query) =>
        ((Query<IAuditEntry>?)query)?.Predicates.Aggregate(Rows, (rows, predicate) => rows.Where(_translator.Translate(predicate))) ?? Rows;
}
