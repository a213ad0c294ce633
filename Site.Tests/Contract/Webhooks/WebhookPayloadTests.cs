using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Webhooks;

/// <summary>What receivers are told with the settings that come with the program: which document it is, never what it says, on both engines.</summary>
public abstract class WebhookPayloadTests(SiteFixture site)
{
    private const string Secret = "ce que tous ne doivent pas lire";

    [Fact]
    public async Task A_document_is_named_and_nothing_of_it_told_whoever_may_read_it()
    {
        DocumentModel model = await DocumentModel.OfAsync(site);
        IWebhook webhook = await AddAsync();
        IContent note = DocumentModel.New(model.Note, Secret);
        note.SetValue(DocumentModel.Title, Secret);
        model.Save(note);
        model.Publish(note);
        model.Contents.Unpublish(note);
        model.Contents.Delete(note);

        WebhookRequest[] told = await TakeAsync(webhook);

        Assert.Equal(
            [Constants.WebhookEvents.Aliases.ContentPublish, Constants.WebhookEvents.Aliases.ContentUnpublish, Constants.WebhookEvents.Aliases.ContentDelete],
            told.Select(x => x.EventAlias));
        Assert.All(told, x =>
        {
            Assert.Equal(note.Key, JsonDocument.Parse(x.RequestObject!).RootElement.GetProperty("id").GetGuid());
            Assert.DoesNotContain(Secret, x.RequestObject, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_document_with_languages_is_named_with_those_that_are_published()
    {
        DocumentModel model = await DocumentModel.OfAsync(site);
        IWebhook webhook = await AddAsync();
        IContent page = model.SavedPage(DocumentModel.Unique("Page"));
        model.Publish(page, model.DefaultCulture);

        WebhookRequest told = Assert.Single(await TakeAsync(webhook));

        JsonElement payload = JsonDocument.Parse(told.RequestObject!).RootElement;
        Assert.Equal(["id", "cultures"], payload.EnumerateObject().Select(x => x.Name));
        Assert.Equal(page.Key, payload.GetProperty("id").GetGuid());
        JsonElement culture = Assert.Single(payload.GetProperty("cultures").EnumerateArray().ToArray());
        Assert.Equal(["culture", "date"], culture.EnumerateObject().Select(x => x.Name));
        Assert.Equal(model.DefaultCulture, culture.GetProperty("culture").GetString());
    }

    private async Task<IWebhook> AddAsync()
    {
        string[] events = [Constants.WebhookEvents.Aliases.ContentPublish, Constants.WebhookEvents.Aliases.ContentUnpublish, Constants.WebhookEvents.Aliases.ContentDelete];
        var webhook = new Webhook("https://example.org/hook", true, [], events, new Dictionary<string, string>());
        return (await site.Get<IWebhookService>().CreateAsync(webhook)).Result;
    }

    private async Task<WebhookRequest[]> TakeAsync(IWebhook webhook)
    {
        WebhookRequest[] told = [.. (await site.Get<IWebhookRequestService>().GetAllAsync()).Where(x => x.WebhookKey == webhook.Key)];
        await site.Get<IWebhookService>().DeleteAsync(webhook.Key);
        return told;
    }

    private static void UseProgramSettings(IDictionary<string, string?> settings) => settings[Constants.Configuration.ConfigWebhookPayloadType] =
        new ConfigurationBuilder().AddJsonFile(Path.Combine(SiteProcess.RepositoryRoot, "Site.Web", "appsettings.json")).Build()[Constants.Configuration.ConfigWebhookPayloadType];

    public sealed class SqliteSite() : SiteFixture(Engine.Sqlite)
    {
        protected override void Configure(IDictionary<string, string?> settings) => UseProgramSettings(settings);
    }

    public sealed class PostgresSite() : SiteFixture(Engine.Postgres)
    {
        protected override void Configure(IDictionary<string, string?> settings) => UseProgramSettings(settings);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSite site) : WebhookPayloadTests(site), IClassFixture<SqliteSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSite site) : WebhookPayloadTests(site), IClassFixture<PostgresSite>;
}
