using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Site.Core.Persistence;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Contract.Webhooks;

/// <summary>What waits in the queue of a site that is upgraded is sent, on both engines.</summary>
public abstract class WebhookMigrationTests(SiteFixture site) : WebhookScenario(site)
{
    [Fact]
    public async Task What_waited_before_deliveries_had_ids_gets_one_each()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url);
        await using (SiteDbContext context = await Site.Get<IDbContextFactory<SiteDbContext>>().CreateDbContextAsync())
        {
            IMigrator migrator = context.GetService<IMigrator>();
            await migrator.MigrateAsync(context.Database.GetMigrations().TakeWhile(x => !x.EndsWith("_WebhookDelivery", StringComparison.Ordinal)).Last());
            for (int number = 1; number <= 3; number++)
            {
                string key = webhook.Key.ToString().ToUpperInvariant();
                await Site.Database.ExecuteAsync(
                    $$"""INSERT INTO "umbracoWebhookRequest" ("webhookKey", "eventName", "requestObject", "retryCount") VALUES ('{{key}}', '{{Event}}', '{"number":{{number}}}', 0)""");
            }

            await migrator.MigrateAsync();
        }

        await DeliverAsync();

        Assert.Equal(["1", "2", "3"], Numbers(receiver));
        Assert.Equal(3, receiver.Received.Select(x => x.Id).Distinct().Count());
        Assert.All(receiver.Received, x => Assert.True(x.IsSignedWith(Secrets.Get(webhook.Key)[0].Reveal())));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSite site) : WebhookMigrationTests(site), IClassFixture<SqliteSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSite site) : WebhookMigrationTests(site), IClassFixture<PostgresSite>;
}
