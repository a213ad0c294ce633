using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Caching;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Webhooks;

/// <summary>
/// Webhooks. There are few and every event asks for those that it concerns, so all of them are cached together.
/// </summary>
/// <remarks>
/// Nothing here goes on after its return: some of Core's services end their scope, and its connection, without waiting for the
/// repository's task. It is the same in the repositories of the log and the queue.
/// </remarks>
internal sealed class WebhookRepository(AmbientDbContext database, AppCaches appCaches) : IWebhookRepository
{
    private readonly EntityCache<IWebhook> _cache = new(appCaches, database);

    private EntitySet<IWebhook> All => _cache.GetAll(LoadAll);

    /// <inheritdoc />
    public Task<PagedModel<IWebhook>> GetAllAsync(int skip, int take)
    {
        EntitySet<IWebhook> all = All;
        return Task.FromResult(new PagedModel<IWebhook>(all.Count(_ => true), all.ToList().Skip(skip).Take(take)));
    }

    /// <inheritdoc />
    public Task<IWebhook?> GetAsync(Guid key) => Task.FromResult(All.Find(x => x.Key == key));

    /// <inheritdoc />
    public Task<PagedModel<IWebhook>> GetByIdsAsync(IEnumerable<Guid> keys)
    {
        HashSet<Guid> wanted = [.. keys];
        return Task.FromResult(ToPage(All.Where(x => wanted.Contains(x.Key))));
    }

    /// <inheritdoc />
    public Task<PagedModel<IWebhook>> GetByAliasAsync(string alias) =>
        Task.FromResult(ToPage(All.Where(x => x.Events.Contains(alias, StringComparer.OrdinalIgnoreCase))));

    /// <inheritdoc />
    public Task<IWebhook> CreateAsync(IWebhook webhook)
    {
        SiteDbContext context = database.Write;
        EntityDates.Touch(webhook);
        var row = new WebhookRow { Key = webhook.Key };
        Fill(row, webhook);
        context.Add(row);
        context.SaveChanges();
        webhook.Id = row.Id;
        WriteParts(context, webhook);
        _cache.Invalidate(webhook);
        return Task.FromResult(webhook);
    }

    /// <inheritdoc />
    public Task UpdateAsync(IWebhook webhook)
    {
        SiteDbContext context = database.Write;
        EntityDates.Touch(webhook);
        WebhookRow row = context.Set<WebhookRow>().AsTracking().SingleOrDefault(x => x.Key == webhook.Key)
            ?? throw new InvalidOperationException($"There is no webhook {webhook.Key} any more.");
        Fill(row, webhook);
        context.Set<Webhook2EventsRow>().Where(x => x.WebhookId == row.Id).ExecuteDelete();
        context.Set<Webhook2ContentTypeKeysRow>().Where(x => x.WebhookId == row.Id).ExecuteDelete();
        context.Set<Webhook2HeadersRow>().Where(x => x.WebhookId == row.Id).ExecuteDelete();
        webhook.Id = row.Id;
        WriteParts(context, webhook);
        _cache.Invalidate(webhook);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    /// <remarks>What is still in the queue for it goes with it, as its dead letters and its secret do; its log stays.</remarks>
    public Task DeleteAsync(IWebhook webhook)
    {
        SiteDbContext context = database.Write;
        context.Set<WebhookRequestRow>().Where(x => x.WebhookKey == webhook.Key).ExecuteDelete();
        context.Set<WebhookDeadLetterRow>().Where(x => x.WebhookKey == webhook.Key).ExecuteDelete();
        context.Set<WebhookSecretRow>().Where(x => x.WebhookKey == webhook.Key).ExecuteDelete();
        context.Set<WebhookRow>().Where(x => x.Key == webhook.Key).ExecuteDelete();
        _cache.Invalidate(webhook);
        return Task.CompletedTask;
    }

    private static PagedModel<IWebhook> ToPage(List<IWebhook> webhooks) => new(webhooks.Count, webhooks);

    private static void Fill(WebhookRow row, IWebhook webhook)
    {
        row.Name = webhook.Name;
        row.Description = webhook.Description;
        row.Url = webhook.Url;
        row.Enabled = webhook.Enabled;
    }

    private static void WriteParts(SiteDbContext context, IWebhook webhook)
    {
        context.AddRange(webhook.Events.Distinct(StringComparer.OrdinalIgnoreCase).Select(x => new Webhook2EventsRow { WebhookId = webhook.Id, Event = x }));
        context.AddRange(webhook.ContentTypeKeys.Distinct().Select(x => new Webhook2ContentTypeKeysRow { WebhookId = webhook.Id, EntityKey = x }));
        context.AddRange(webhook.Headers.Select(x => new Webhook2HeadersRow { WebhookId = webhook.Id, Key = x.Key, Value = x.Value }));
        context.SaveChanges();
        context.ChangeTracker.Clear();
        (webhook as Webhook)?.ResetDirtyProperties();
    }

    private List<IWebhook> LoadAll()
    {
        SiteDbContext context = database.Read;
        List<WebhookRow> rows = [.. context.Set<WebhookRow>().OrderBy(x => x.Id)];
        ILookup<int, string> events = context.Set<Webhook2EventsRow>().OrderBy(x => x.Event).ToLookup(x => x.WebhookId, x => x.Event);
        ILookup<int, Guid> types = context.Set<Webhook2ContentTypeKeysRow>().ToLookup(x => x.WebhookId, x => x.EntityKey);
        ILookup<int, Webhook2HeadersRow> headers = context.Set<Webhook2HeadersRow>().ToLookup(x => x.WebhookId);
        return [.. rows.Select(row => StoredWebhook.From(row, events[row.Id], types[row.Id], headers[row.Id]))];
    }
}
