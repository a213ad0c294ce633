using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Direction = Umbraco.Cms.Core.Direction;

namespace Site.Core.Persistence.Audit;

/// <summary>The history of items. The id of an <see cref="IAuditItem"/> is that of the item that it is about.</summary>
internal sealed class AuditRepository(AmbientDbContext database) : IAuditRepository
{
    // What people did to content stays; that somebody opened something, and what the system did, does not.
    private static readonly string[] _cleanedTypes = [nameof(AuditType.Open), nameof(AuditType.System)];

    private static readonly PredicateTranslator<LogRow> _translator = new(new Dictionary<string, Expression<Func<LogRow, object?>>>
    {
        [nameof(IAuditItem.Id)] = x => x.NodeId,
        [nameof(IAuditItem.UserId)] = x => x.UserId,
        [nameof(IAuditItem.EntityType)] = x => x.EntityType,
        [nameof(IAuditItem.CreateDate)] = x => x.Datestamp,
        [nameof(IAuditItem.UpdateDate)] = x => x.Datestamp,
        [nameof(IAuditItem.Comment)] = x => x.LogComment,
        [nameof(IAuditItem.Parameters)] = x => x.Parameters,
    });

    private IQueryable<LogRow> Rows => database.Read.Set<LogRow>();

    /// <inheritdoc />
    /// <remarks>The id is that of the entry in the history.</remarks>
    public IAuditItem? Get(int id) => ToEntities(Rows.Where(x => x.Id == id)).SingleOrDefault();

    /// <inheritdoc />
    /// <remarks>The ids are those of entries in the history; none means all.</remarks>
    public IEnumerable<IAuditItem> GetMany(params int[]? ids) =>
        ToEntities((ids is null or [] ? Rows : Rows.Where(x => ids.Contains(x.Id))).OrderBy(x => x.Id));

    /// <inheritdoc />
    public bool Exists(int id) => Rows.Any(x => x.Id == id);

    /// <inheritdoc />
    public IEnumerable<IAuditItem> Get(IQuery<IAuditItem> query) => ToEntities(Newest(Where(Rows, query), Direction.Descending));

    /// <inheritdoc />
    public IEnumerable<IAuditItem> Get(AuditType type, IQuery<IAuditItem> query)
    {
        string header = type.ToString();
        return ToEntities(Newest(Where(Rows, query).Where(x => x.LogHeader == header), Direction.Descending));
    }

    /// <inheritdoc />
    public int Count(IQuery<IAuditItem>? query) => Where(Rows, query).Count();

    /// <inheritdoc />
    public IEnumerable<IAuditItem> GetPagedResultsByQuery(
        IQuery<IAuditItem> query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        Direction orderDirection,
        AuditType[]? auditTypeFilter,
        IQuery<IAuditItem>? customFilter)
    {
        IQueryable<LogRow> rows = Where(Where(Rows, query), customFilter);
        if (auditTypeFilter is { Length: > 0 })
        {
            string[] headers = [.. auditTypeFilter.Select(x => x.ToString())];
            rows = rows.Where(x => headers.Contains(x.LogHeader));
        }

        totalRecords = rows.LongCount();
        return ToEntities(Newest(rows, orderDirection).Skip((int)(pageIndex * pageSize)).Take(pageSize));
    }

    /// <inheritdoc />
    /// <remarks>Always adds: history is not rewritten.</remarks>
    public void Save(IAuditItem entity)
    {
        SiteDbContext context = database.Write;
        context.Add(new LogRow
        {
            NodeId = entity.Id,
            UserId = entity.UserId,
            EntityType = entity.EntityType,
            Datestamp = entity.CreateDate == default ? DateTime.UtcNow : entity.CreateDate,
            LogHeader = entity.AuditType.ToString(),
            LogComment = entity.Comment,
            Parameters = entity.Parameters,
        });
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public void Delete(IAuditItem entity) =>
        throw new NotSupportedException("History is not deleted entry by entry: an entry carries the id of what it is about. Use CleanLogs.");

    /// <inheritdoc />
    /// <remarks>Only entries that say that something was opened, or that the system did something.</remarks>
    public void CleanLogs(int maximumAgeOfLogsInMinutes)
    {
        DateTime oldest = DateTime.UtcNow.AddMinutes(-maximumAgeOfLogsInMinutes);
        database.Write.Set<LogRow>().Where(x => x.Datestamp < oldest && _cleanedTypes.Contains(x.LogHeader)).ExecuteDelete();
    }

    private static IQueryable<LogRow> Where(IQueryable<LogRow> rows, IQuery<IAuditItem>? query) =>
        ((Query<IAuditItem>?)query)?.Predicates.Aggregate(rows, (filtered, predicate) => filtered.Where(_translator.Translate(UtcComparison.Rewrite(predicate)))) ?? rows;

    private static IOrderedQueryable<LogRow> Newest(IQueryable<LogRow> rows, Direction direction) => direction == Direction.Descending
        ? rows.OrderByDescending(x => x.Datestamp).ThenByDescending(x => x.Id)
        : rows.OrderBy(x => x.Datestamp).ThenBy(x => x.Id);

    private static List<IAuditItem> ToEntities(IQueryable<LogRow> rows) => [.. rows.ToList().Select(ToEntity)];

    private static AuditItem ToEntity(LogRow row)
    {
        // A type of a later version is shown as a custom one.
        AuditType type = Enum.TryParse(row.LogHeader, ignoreCase: true, out AuditType known) ? known : AuditType.Custom;
        return new AuditItem(
            row.NodeId,
            type,
            row.UserId ?? Umbraco.Cms.Core.Constants.Security.UnknownUserId,
            row.EntityType,
            row.LogComment,
            row.Parameters,
            row.Datestamp);
    }
}
