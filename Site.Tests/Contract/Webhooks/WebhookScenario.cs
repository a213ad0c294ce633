using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting.Jobs;
using Site.Core.Hosting.Webhooks;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Webhooks;

/// <summary>What tests of deliveries have in common: receivers on this machine, a clock that the test moves, and no webhook that is left behind.</summary>
public abstract class WebhookScenario(SiteFixture site) : IAsyncLifetime
{
    protected const string Event = Constants.WebhookEvents.Aliases.ContentPublish;

    protected SiteFixture Site { get; } = site;

    /// <summary>Later than the database's, so that what is queued is due.</summary>
    private protected AwaitedTimeProvider Time { get; } = new(DateTimeOffset.UtcNow.AddMinutes(1));

    protected IWebhookRequestService Requests => Site.Get<IWebhookRequestService>();

    protected IWebhookService Webhooks => Site.Get<IWebhookService>();

    private protected WebhookSecrets Secrets => Make<WebhookSecrets>(Time);

    private protected DeadLetters Letters => Make<DeadLetters>(Time);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (IWebhook webhook in (await Webhooks.GetAllAsync(0, int.MaxValue)).Items)
        {
            await Webhooks.DeleteAsync(webhook.Key);
        }
    }

    /// <summary>Runs the job once, as the scheduler does.</summary>
    protected async Task DeliverAsync()
    {
        WebhookDeliveryJob job = Job();
        Assert.True(await RunAsync(job, CancellationToken.None), Site.Get<JobStates>().Of(job).LastError);
    }

    private protected Task<bool> RunAsync(IJob job, CancellationToken cancellationToken) => Site.Get<JobRunner>().RunAsync(job, cancellationToken);

    /// <summary>The job on the test's clock, or with another one for the patience with receivers.</summary>
    private protected WebhookDeliveryJob Job(TimeProvider? patience = null) =>
        Make<WebhookDeliveryJob>(Make<WebhookLane>(Make<WebhookSender>(Secrets, patience ?? Time), Time), Time);

    private protected T Make<T>(params object[] parts)
        where T : class => ActivatorUtilities.CreateInstance<T>(Site.Services, parts);

    protected async Task<IWebhook> AddAsync(string url, Action<Webhook>? change = null)
    {
        var webhook = new Webhook(url, true, [], [Event], new Dictionary<string, string> { ["X-Key"] = "1" });
        change?.Invoke(webhook);
        return (await Webhooks.CreateAsync(webhook)).Result;
    }

    /// <summary>Queues events whose payload is a number.</summary>
    protected async Task QueueAsync(IWebhook webhook, params int[] numbers)
    {
        foreach (int number in numbers)
        {
            await Requests.CreateAsync(webhook.Key, Event, new { Number = number });
        }
    }

    protected async Task<WebhookRequest[]> QueuedAsync(IWebhook webhook) => [.. (await Requests.GetAllAsync()).Where(x => x.WebhookKey == webhook.Key)];

    protected async Task<WebhookLog[]> LogsAsync(IWebhook webhook) => [.. (await Site.Get<IWebhookLogService>().Get(webhook.Key)).Items];

    private protected DeadLetter[] Dead(IWebhook webhook) => [.. Letters.GetAll().Where(x => x.WebhookKey == webhook.Key)];

    /// <summary>The numbers that a receiver was told, in order.</summary>
    protected static string[] Numbers(WebhookReceiver receiver) => [.. receiver.Received.Select(x => new string([.. x.Body.Where(char.IsDigit)]))];

    private static void AllowLoopback(IDictionary<string, string?> settings)
    {
        settings["Site:Outbound:AllowedNetworks:0"] = "127.0.0.0/8";
        settings["Umbraco:CMS:Webhook:MaximumRetries"] = "2";
        settings["Umbraco:CMS:Webhook:Period"] = "00:00:10";
    }

    public sealed class SqliteSite() : SiteFixture(Engine.Sqlite)
    {
        protected override void Configure(IDictionary<string, string?> settings) => AllowLoopback(settings);
    }

    public sealed class PostgresSite() : SiteFixture(Engine.Postgres)
    {
        protected override void Configure(IDictionary<string, string?> settings) => AllowLoopback(settings);
    }
}
