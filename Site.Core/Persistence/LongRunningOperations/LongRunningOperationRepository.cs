using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.Persistence.LongRunningOperations;

/// <summary>
/// Operations that outlive the request that asked for them. One that neither ended nor gave a sign of life before its expiration is
/// stale, whatever its row says: the process that ran it is gone.
/// </summary>
/// <remarks>Nothing goes on after the return: see <see cref="Webhooks.WebhookRepository"/>.</remarks>
internal sealed class LongRunningOperationRepository(AmbientDbContext database, IJsonSerializer json, TimeProvider time) : ILongRunningOperationRepository
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <inheritdoc />
    public Task CreateAsync(LongRunningOperation operation, DateTimeOffset expirationDate)
    {
        SiteDbContext context = database.Write;
        context.Add(new LongRunningOperationRow
        {
            Id = operation.Id,
            Type = operation.Type,
            Status = operation.Status,
            CreateDate = Now,
            UpdateDate = Now,
            ExpirationDate = expirationDate.UtcDateTime,
        });
        context.SaveChanges();
        context.ChangeTracker.Clear();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<LongRunningOperation?> GetAsync(Guid id) => Task.FromResult(Find(id) is { } row ? ToEntity(row) : null);

    /// <inheritdoc />
    public Task<LongRunningOperation<T>?> GetAsync<T>(Guid id) => Task.FromResult(Find(id) is { } row
        ? new LongRunningOperation<T>
        {
            Id = row.Id,
            Type = row.Type,
            Status = row.Status,
            Result = row.Result is null ? default : json.Deserialize<T>(row.Result),
        }
        : null);

    /// <inheritdoc />
    /// <remarks>No statuses means any; the oldest first.</remarks>
    public Task<PagedModel<LongRunningOperation>> GetByTypeAsync(string type, LongRunningOperationStatus[] statuses, int skip, int take)
    {
        IQueryable<LongRunningOperationRow> operations = Current().Where(x => x.Type == type);
        if (statuses.Length > 0)
        {
            operations = operations.Where(x => statuses.Contains(x.Status));
        }

        long total = operations.LongCount();
        List<LongRunningOperationRow> rows = operations.OrderBy(x => x.CreateDate).ThenBy(x => x.Id).Skip(skip).Take(take).ToList();
        return Task.FromResult(new PagedModel<LongRunningOperation>(total, rows.Select(ToEntity)));
    }

    /// <inheritdoc />
    public Task<LongRunningOperationStatus?> GetStatusAsync(Guid id) => Task.FromResult(Find(id)?.Status);

    /// <inheritdoc />
    public Task UpdateStatusAsync(Guid id, LongRunningOperationStatus status, DateTimeOffset expirationDate)
    {
        DateTime now = Now;
        DateTime expires = expirationDate.UtcDateTime;
        database.Write.Set<LongRunningOperationRow>().Where(x => x.Id == id).ExecuteUpdate(x => x
            .SetProperty(row => row.Status, status)
            .SetProperty(row => row.ExpirationDate, expires)
            .SetProperty(row => row.UpdateDate, now));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task SetResultAsync<T>(Guid id, T result)
    {
        DateTime now = Now;
        string serialized = json.Serialize(result);
        database.Write.Set<LongRunningOperationRow>().Where(x => x.Id == id).ExecuteUpdate(x => x
            .SetProperty(row => row.Result, serialized)
            .SetProperty(row => row.UpdateDate, now));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task CleanOperationsAsync(DateTimeOffset olderThan)
    {
        DateTime limit = olderThan.UtcDateTime;
        database.Write.Set<LongRunningOperationRow>().Where(x => x.UpdateDate < limit).ExecuteDelete();
        return Task.CompletedTask;
    }

    private static LongRunningOperation ToEntity(LongRunningOperationRow row) => new() { Id = row.Id, Type = row.Type, Status = row.Status };

    private LongRunningOperationRow? Find(Guid id) => Current().SingleOrDefault(x => x.Id == id);

    private IQueryable<LongRunningOperationRow> Current()
    {
        DateTime now = Now;
        return database.Read.Set<LongRunningOperationRow>().Select(x => new LongRunningOperationRow
        {
            Id = x.Id,
            Type = x.Type,
            Status = x.ExpirationDate < now && (x.Status == LongRunningOperationStatus.Enqueued || x.Status == LongRunningOperationStatus.Running)
                ? LongRunningOperationStatus.Stale
                : x.Status,
            Result = x.Result,
            CreateDate = x.CreateDate,
        });
    }
}
