using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Webhooks;

namespace Site.Core.Persistence.Webhooks;

/// <summary>The queue of deliveries, in the table in which Core keeps its requests.</summary>
internal sealed class WebhookDeliveryStore(AmbientDbContext database) : IWebhookDeliveryStore
{
    // A payload may have a megabyte.
    private const int BatchSize = 50;

    /// <inheritdoc />
    public IReadOnlyList<Guid> GetDueWebhooks(DateTime now)
    {
        DbSet<WebhookRequestRow> rows = database.Read.Set<WebhookRequestRow>();
        IQueryable<int> oldest = rows.GroupBy(x => x.WebhookKey).Select(x => x.Min(row => row.Id));
        return [.. rows.Where(x => oldest.Contains(x.Id) && x.DueDate <= now).OrderBy(x => x.Id).Select(x => x.WebhookKey)];
    }

    /// <inheritdoc />
    public WebhookDelivery? GetDue(Guid webhookKey, DateTime now) => database.Read.Set<WebhookRequestRow>()
        .Where(x => x.WebhookKey == webhookKey)
        .OrderBy(x => x.Id)
        .Take(1)
        .Where(x => x.DueDate <= now)
        .Select(x => new WebhookDelivery(x.Id, x.Key, x.WebhookKey, x.EventName, x.RequestObject ?? string.Empty, x.RetryCount))
        .SingleOrDefault();

    /// <inheritdoc />
    public void Remove(WebhookDelivery delivery) => Delete(database.Write, x => x.Id == delivery.Id);

    /// <inheritdoc />
    public void RemoveAll(Guid webhookKey) => Delete(database.Write, x => x.WebhookKey == webhookKey);

    /// <inheritdoc />
    public void Postpone(WebhookDelivery delivery, DateTime due) => database.Write.Set<WebhookRequestRow>()
        .Where(x => x.Id == delivery.Id)
        .ExecuteUpdate(x => x.SetProperty(row => row.RetryCount, delivery.Attempts + 1).SetProperty(row => row.DueDate, due));

    /// <inheritdoc />
    public void Bury(WebhookDelivery delivery, string reason, DateTime now) =>
        Move(database.Write, x => x.Id == delivery.Id, x => NewLetter(x, x.RetryCount + 1, reason, now));

    /// <inheritdoc />
    public void BuryAll(Guid webhookKey, string reason, DateTime now) => MoveAll(x => x.WebhookKey == webhookKey, reason, now);

    /// <inheritdoc />
    public void BuryOverdue(Guid webhookKey, DateTime due, string reason, DateTime now) =>
        MoveAll(x => x.WebhookKey == webhookKey && x.DueDate < due, reason, now);

    /// <inheritdoc />
    public IReadOnlyDictionary<Guid, int> CountQueued() => database.Read.Set<WebhookRequestRow>()
        .GroupBy(x => x.WebhookKey)
        .Select(x => new { x.Key, Count = x.Count() })
        .ToDictionary(x => x.Key, x => x.Count);

    private static void Delete(SiteDbContext context, Expression<Func<WebhookRequestRow, bool>> which) =>
        context.Set<WebhookRequestRow>().Where(which).ExecuteDelete();

    private void MoveAll(Expression<Func<WebhookRequestRow, bool>> which, string reason, DateTime now)
    {
        SiteDbContext context = database.Write;
        int moved;
        do
        {
            moved = Move(context, which, x => NewLetter(x, x.RetryCount, reason, now));
        }
        while (moved == BatchSize);
    }

    // What was deleted meanwhile, with its webhook, does not come back as a dead letter.
    private static int Move(SiteDbContext context, Expression<Func<WebhookRequestRow, bool>> which, Func<WebhookRequestRow, WebhookDeadLetterRow> bury)
    {
        List<WebhookRequestRow> rows = [.. context.Set<WebhookRequestRow>().Where(which).OrderBy(x => x.Id).Take(BatchSize)];
        int[] ids = [.. rows.Select(x => x.Id)];
        Delete(context, x => ids.Contains(x.Id));
        context.AddRange(rows.Select(bury));
        context.SaveChanges();
        context.ChangeTracker.Clear();
        return rows.Count;
    }

    private static WebhookDeadLetterRow NewLetter(WebhookRequestRow row, int attempts, string reason, DateTime now) => new()
    {
        Key = row.Key,
        WebhookKey = row.WebhookKey,
        EventName = row.EventName,
        RequestObject = row.RequestObject,
        Attempts = attempts,
        Reason = reason.Replace('\0', '\uFFFD'),
        CreateDate = row.CreateDate,
        DeadDate = now,
    };
}
