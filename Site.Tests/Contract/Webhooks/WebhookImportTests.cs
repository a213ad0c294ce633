using Site.Tests.Contract.Sync;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace Site.Tests.Contract.Webhooks;

/// <summary>Webhooks are told of what an import publishes, where there is no request, on both engines.</summary>
public abstract class WebhookImportTests(SyncSiteFixture site)
{
    [Fact]
    public async Task An_import_that_publishes_ends_well_and_queues_every_document_with_its_address()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Child", "Home");
        var webhook = new Webhook("https://example.org/hook", true, [], [Constants.WebhookEvents.Aliases.ContentPublish], new Dictionary<string, string>());
        await site.Get<IWebhookService>().CreateAsync(webhook);

        SyncImportTests.AssertFine(await site.ImportAsync());

        string[] told = [.. (await site.Get<IWebhookRequestService>().GetAllAsync()).Where(x => x.WebhookKey == webhook.Key).Select(x => x.RequestObject!)];
        Assert.All(["Home", "Child"], name => Assert.Contains(told, x => x.Contains(files.Key(name).ToString(), StringComparison.Ordinal)));
        Assert.All(told, x => Assert.Contains("\"path\":\"/", x, StringComparison.Ordinal));
        Assert.False(site.Get<IUmbracoContextAccessor>().TryGetUmbracoContext(out _));
        await site.Get<IWebhookService>().DeleteAsync(webhook.Key);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : WebhookImportTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : WebhookImportTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
