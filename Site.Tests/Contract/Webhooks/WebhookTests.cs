using System.Text.Json;
using Site.Core.Hosting.Jobs;
using Site.Core.Hosting.Webhooks;
using Site.Core.Persistence;
using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Web;

namespace Site.Tests.Contract.Webhooks;

/// <summary>What Core expects of webhooks, their queue and their log, on both engines.</summary>
public abstract class WebhookTests(SiteFixture site)
{
    private const string Publish = Constants.WebhookEvents.Aliases.ContentPublish;

    private IWebhookService Webhooks => site.Get<IWebhookService>();

    private IWebhookRequestService Requests => site.Get<IWebhookRequestService>();

    [Fact]
    public async Task A_webhook_is_read_back_whole()
    {
        Webhook webhook = New(Publish, Constants.WebhookEvents.Aliases.ContentUnpublish);
        webhook.Name = "Déploiement";
        webhook.Description = "Avertit le miroir";
        webhook.ContentTypeKeys = [Guid.NewGuid(), Guid.NewGuid()];
        webhook.Headers = new Dictionary<string, string> { ["X-Key"] = "é", ["x-key"] = "1" };

        Attempt<IWebhook, WebhookOperationStatus> created = await Webhooks.CreateAsync(webhook);
        IWebhook read = (await Webhooks.GetAsync(created.Result.Key))!;

        Assert.Equal(WebhookOperationStatus.Success, created.Status);
        Assert.Equal(created.Result.Id, read.Id);
        Assert.Equal("Déploiement", read.Name);
        Assert.Equal("Avertit le miroir", read.Description);
        Assert.Equal(webhook.Url, read.Url);
        Assert.True(read.Enabled);
        Assert.Equal(webhook.Events.Order(), read.Events.Order());
        Assert.Equal(webhook.ContentTypeKeys.Order(), read.ContentTypeKeys.Order());
        Assert.Equal(webhook.Headers.OrderBy(x => x.Key), read.Headers.OrderBy(x => x.Key));
        Assert.False(((Webhook)read).IsDirty());
    }

    [Fact]
    public async Task A_changed_webhook_keeps_its_key_and_loses_what_it_has_no_more()
    {
        IWebhook webhook = await AddAsync(Publish);
        webhook.Events = [Constants.WebhookEvents.Aliases.MediaDelete];
        webhook.Headers = new Dictionary<string, string>();
        webhook.Enabled = false;

        Assert.Equal(WebhookOperationStatus.Success, (await Webhooks.UpdateAsync(webhook)).Status);
        IWebhook read = (await Webhooks.GetAsync(webhook.Key))!;

        Assert.Equal([Constants.WebhookEvents.Aliases.MediaDelete], read.Events);
        Assert.Empty(read.Headers);
        Assert.False(read.Enabled);
        Assert.DoesNotContain(await Webhooks.GetByAliasAsync(Publish), x => x.Key == webhook.Key);
    }

    [Fact]
    public async Task A_webhook_that_was_read_can_be_changed_without_changing_the_stored_one()
    {
        IWebhook webhook = await AddAsync(Publish);

        IWebhook changed = (await Webhooks.GetAsync(webhook.Key))!;
        changed.Headers["X-Other"] = "1";
        changed.Events[0] = "other";

        IWebhook read = (await Webhooks.GetAsync(webhook.Key))!;
        Assert.DoesNotContain("X-Other", read.Headers);
        Assert.Equal([Publish], read.Events);
    }

    [Fact]
    public async Task Webhooks_are_found_by_event_and_by_key_and_paged()
    {
        IWebhook one = await AddAsync(Publish);
        IWebhook two = await AddAsync(Constants.WebhookEvents.Aliases.ContentDelete);

        Assert.Contains(await Webhooks.GetByAliasAsync(Publish), x => x.Key == one.Key);
        Assert.DoesNotContain(await Webhooks.GetByAliasAsync(Publish), x => x.Key == two.Key);
        Assert.Equal(2, (await Webhooks.GetMultipleAsync([one.Key, two.Key, Guid.NewGuid()])).Count());
        PagedModel<IWebhook> all = await Webhooks.GetAllAsync(0, 1000);
        Assert.Equal(all.Total, all.Items.Count());
        Assert.Equal(all.Items.Skip(1).First().Key, Assert.Single((await Webhooks.GetAllAsync(1, 1)).Items).Key);
    }

    [Fact]
    public async Task A_deleted_webhook_takes_its_queue_with_it()
    {
        IWebhook webhook = await AddAsync(Publish);
        await Requests.CreateAsync(webhook.Key, Publish, new { });

        Assert.Equal(WebhookOperationStatus.Success, (await Webhooks.DeleteAsync(webhook.Key)).Status);

        Assert.Null(await Webhooks.GetAsync(webhook.Key));
        Assert.Empty(await QueuedAsync(webhook));
    }

    [Fact]
    public async Task The_queue_keeps_its_order_and_counts_retries()
    {
        IWebhook webhook = await AddAsync(Publish);
        WebhookRequest first = await Requests.CreateAsync(webhook.Key, Publish, new { Nom = "é" });
        WebhookRequest second = await Requests.CreateAsync(webhook.Key, Publish, null);
        first.RetryCount = 3;
        await Requests.UpdateAsync(first);

        WebhookRequest[] queued = await QueuedAsync(webhook);
        Assert.Equal([first.Id, second.Id], queued.Select(x => x.Id));
        Assert.Equal([3, 0], queued.Select(x => x.RetryCount));
        Assert.Equal(Publish, queued[0].EventAlias);
        Assert.Equal("é", JsonDocument.Parse(queued[0].RequestObject!).RootElement.EnumerateObject().Single().Value.GetString());

        await Requests.DeleteAsync(first);
        Assert.Equal(second.Id, Assert.Single(await QueuedAsync(webhook)).Id);
    }

    [Fact]
    public async Task Administrators_are_told_how_much_waits_and_how_much_of_it_has_failed_before()
    {
        IWebhook webhook = await AddAsync(Publish);
        QueueState before = await site.Get<DatabaseProbe>().ReadQueueAsync(CancellationToken.None);
        await Requests.CreateAsync(webhook.Key, Publish, null);
        WebhookRequest failed = await Requests.CreateAsync(webhook.Key, Publish, null);
        failed.RetryCount = 1;
        await Requests.UpdateAsync(failed);

        QueueState after = await site.Get<DatabaseProbe>().ReadQueueAsync(CancellationToken.None);

        Assert.Equal((2, 1, null), (after.WebhookRequests - before.WebhookRequests, after.FailedBefore - before.FailedBefore, after.Error));
        await Webhooks.DeleteAsync(webhook.Key);
    }

    [Fact]
    public async Task Publishing_puts_the_document_into_the_queue_of_those_that_want_to_know()
    {
        DocumentModel model = await DocumentModel.OfAsync(site);
        IWebhook every = await AddAsync(Publish);
        IWebhook pagesOnly = await AddAsync(Publish, x => x.ContentTypeKeys = [model.Page.Key]);
        IWebhook disabled = await AddAsync(Publish, x => x.Enabled = false);
        IWebhook other = await AddAsync(Constants.WebhookEvents.Aliases.ContentUnpublish);
        IContent note = model.SavedNote(DocumentModel.Unique("Note"));

        model.Publish(note);

        WebhookRequest request = Assert.Single(await QueuedAsync(every));
        Assert.Contains(note.Key.ToString(), request.RequestObject, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await QueuedAsync(pagesOnly));
        Assert.Empty(await QueuedAsync(disabled));
        Assert.Empty(await QueuedAsync(other));
        await Webhooks.DeleteAsync(every.Key);
        await Webhooks.DeleteAsync(pagesOnly.Key);
    }

    [Fact]
    public async Task What_is_queued_is_what_was_just_published_whether_or_not_the_publisher_has_a_context()
    {
        DocumentModel model = await DocumentModel.OfAsync(site);
        IWebhook webhook = await AddAsync(Publish);
        IContent note = model.SavedNote(DocumentModel.Unique("Before"));

        string[] names = [note.Name!, DocumentModel.Unique("After"), DocumentModel.Unique("Inside")];

        model.Publish(note);
        note.Name = names[1];
        model.Save(note);
        model.Publish(note);
        using (UmbracoContextReference context = site.Get<IUmbracoContextFactory>().EnsureUmbracoContext())
        {
            Assert.Equal(names[1], context.UmbracoContext.Content.GetById(note.Key)!.Name);
            note.Name = names[2];
            model.Save(note);
            model.Publish(note);
        }

        WebhookRequest[] queued = await QueuedAsync(webhook);
        await Webhooks.DeleteAsync(webhook.Key);
        Assert.Equal(names, queued.Select(x => names.SingleOrDefault(name => x.RequestObject!.Contains(name, StringComparison.Ordinal))));
        Assert.False(site.Get<IUmbracoContextAccessor>().TryGetUmbracoContext(out _));
    }

    [Fact]
    public async Task The_log_tells_the_newest_first_and_is_cleaned_by_the_settings()
    {
        IWebhookLogService logs = site.Get<IWebhookLogService>();
        IWebhookLogRepository repository = site.Get<IWebhookLogRepository>();
        Guid webhook = Guid.NewGuid();
        DateTime now = DateTime.UtcNow;
        await logs.CreateAsync(NewLog(webhook, now.AddDays(-31), "OK (200)"));
        await logs.CreateAsync(NewLog(webhook, now.AddDays(-29), "NotFound (404)"));
        await logs.CreateAsync(NewLog(webhook, now, "OK (200)"));

        PagedModel<WebhookLog> all = await logs.Get(webhook);
        Assert.Equal(3, all.Total);
        Assert.Equal([true, false, true], all.Items.Select(x => x.IsSuccessStatusCode));
        Assert.Equal("é", all.Items.First().ResponseBody);
        Assert.Equal(2, (await logs.Get(webhook, 1, 10)).Items.Count());
        Assert.True((await logs.Get(0, 1)).Total >= 3);

        Assert.True(await site.Get<JobRunner>().RunAsync(site.Get<WebhookLogCleanupJob>(), CancellationToken.None));

        Assert.Equal(2, (await logs.Get(webhook)).Total);
        using (site.CreateScope())
        {
            Assert.DoesNotContain(await repository.GetOlderThanDate(now.AddDays(-30)), x => x.WebhookKey == webhook);
        }
    }

    private static Webhook New(params string[] events) => new("https://example.org/hook", true, [], events, new Dictionary<string, string> { ["X-Key"] = "1" });

    private static WebhookLog NewLog(Guid webhook, DateTime date, string status) => new()
    {
        WebhookKey = webhook,
        Key = Guid.NewGuid(),
        Date = date,
        StatusCode = status,
        Url = "https://example.org/hook",
        EventAlias = Publish,
        RequestHeaders = "{}",
        ResponseHeaders = "{}",
        ResponseBody = "é",
    };

    private async Task<IWebhook> AddAsync(string eventAlias, Action<Webhook>? change = null)
    {
        Webhook webhook = New(eventAlias);
        change?.Invoke(webhook);
        Attempt<IWebhook, WebhookOperationStatus> created = await Webhooks.CreateAsync(webhook);
        Assert.Equal(WebhookOperationStatus.Success, created.Status);
        return created.Result;
    }

    private async Task<WebhookRequest[]> QueuedAsync(IWebhook webhook) => [.. (await Requests.GetAllAsync()).Where(x => x.WebhookKey == webhook.Key)];

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : WebhookTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : WebhookTests(site), IClassFixture<PostgresSiteFixture>;
}
