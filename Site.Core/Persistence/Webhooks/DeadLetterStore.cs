using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Webhooks;

namespace Site.Core.Persistence.Webhooks;

/// <summary>The deliveries that were given up.</summary>
internal sealed class DeadLetterStore(AmbientDbContext database) : IDeadLetterStore
{
    // A payload may have a megabyte.
    private const int BatchSize = 50;

    /// <inheritdoc />
    public IReadOnlyList<DeadLetter> GetAll() =>
    [
        .. database.Read.Set<WebhookDeadLetterRow>()
            .OrderBy(x => x.Id)
            .Select(x => new DeadLetter(x.Id, x.Key, x.WebhookKey, x.EventName, x.Attempts, x.Reason, x.CreateDate, x.DeadDate)),
    ];

    /// <inheritdoc />
    public int Replay(IReadOnlyCollection<int> ids, DateTime now)
    {
        SiteDbContext context = database.Write;
        int count = 0;
        foreach (int[] batch in ids.Order().Chunk(BatchSize))
        {
            List<WebhookDeadLetterRow> letters = [.. context.Set<WebhookDeadLetterRow>().Where(x => batch.Contains(x.Id)).OrderBy(x => x.Id)];
            context.AddRange(letters.Select(x => NewRequest(x, now)));
            context.SaveChanges();
            context.ChangeTracker.Clear();
            context.Set<WebhookDeadLetterRow>().Where(x => batch.Contains(x.Id)).ExecuteDelete();
            count += letters.Count;
        }

        return count;
    }

    /// <inheritdoc />
    public void DeleteOlderThan(DateTime moment) => database.Write.Set<WebhookDeadLetterRow>().Where(x => x.DeadDate < moment).ExecuteDelete();

    private static WebhookRequestRow NewRequest(WebhookDeadLetterRow letter, DateTime now) => new()
    {
        Key = letter.Key,
        WebhookKey = letter.WebhookKey,
        EventName = letter.EventName,
        RequestObject = letter.RequestObject,
        CreateDate = letter.CreateDate,
        DueDate = now,
    };
}
