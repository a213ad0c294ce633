using Microsoft.Extensions.Options;
using Site.Core.Sync;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Sync;

/// <summary>Kinds that the project's folder has few or none of travel too.</summary>
public abstract class SyncKindsTests(SyncSiteFixture site)
{
    [Fact]
    public async Task A_blueprint_goes_out_and_comes_back()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        await site.ImportAsync();
        IContentService documents = site.Get<IContentService>();
        var blueprint = new Content($"Model {files.Id}", Constants.System.Root, site.Get<IContentTypeService>().Get(files.PageAlias)!) { Blueprint = true };
        blueprint.SetCultureName($"Modèle {files.Id}", "fr");
        blueprint.SetValue("title", "Titre", "fr");
        documents.SaveBlueprint(blueprint, null);
        SyncImportTests.AssertFine(await site.ExportAsync());
        string path = site.Folder.Read().Find(SyncKind.Blueprint, blueprint.Key)!.Path;
        string text = site.Folder.Text(path);
        Assert.Contains("<IsBlueprint>true</IsBlueprint>", text, StringComparison.Ordinal);
        Assert.False((await site.ImportAsync()).HasChanges);
        documents.DeleteBlueprint(documents.GetBlueprintById(blueprint.Key)!);

        SyncImportTests.AssertFine(await site.ImportAsync());

        Assert.Equal("Titre", documents.GetBlueprintById(blueprint.Key)!.GetValue("title", "fr"));
        Assert.Null(documents.GetById(blueprint.Key));
        await site.ExportAsync();
        Assert.Equal(text, site.Folder.Text(path));
        site.Folder.Write(path, $"""<Empty Key="{blueprint.Key}" Alias="Model" Change="Delete" />""");
        await site.ImportAsync();
        Assert.Null(documents.GetBlueprintById(blueprint.Key));
    }

    [Fact]
    public async Task A_relation_type_comes_in_changes_and_goes()
    {
        var files = new SyncFiles(site.Folder);
        void Write(string name) => site.Folder.Write("RelationTypes/a.config", $"""
            <RelationType Key="{files.Key("relation")}" Alias="relation{files.Id}" Level="0"><Info><Name>{name}</Name><ParentType>{Constants.ObjectTypes.Document}</ParentType>
            <ChildType></ChildType><Bidirectional>true</Bidirectional><IsDependency>false</IsDependency></Info></RelationType>
            """);
        IRelationService relations = site.Get<IRelationService>();
        Write($"A {files.Id}");
        SyncImportTests.AssertFine(await site.ImportAsync());
        IRelationType type = relations.GetRelationTypeByAlias($"relation{files.Id}")!;
        Assert.Equal((files.Key("relation"), true, Constants.ObjectTypes.Document, null), (type.Key, type.IsBidirectional, type.ParentObjectType!.Value, type.ChildObjectType));
        Assert.False((await site.ImportAsync()).HasChanges);

        Write($"B {files.Id}");
        await site.ImportAsync();
        Assert.Equal($"B {files.Id}", relations.GetRelationTypeByAlias($"relation{files.Id}")!.Name);
        site.Folder.Write("RelationTypes/a.config", $"""<Empty Key="{files.Key("relation")}" Alias="relation{files.Id}" Change="Delete" />""");
        await site.ImportAsync();
        Assert.Null(relations.GetRelationTypeByAlias($"relation{files.Id}"));
    }

    [Fact]
    public async Task A_webhook_is_told_what_an_import_publishes()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("news");
        var webhook = new Webhook("https://example.org/hook", true, [], [Constants.WebhookEvents.Aliases.ContentPublish]);
        await site.Get<IWebhookService>().CreateAsync(webhook);

        SyncImportTests.AssertFine(await site.ImportAsync());

        WebhookRequest[] queued = [.. (await site.Get<IWebhookRequestService>().GetAllAsync()).Where(x => x.WebhookKey == webhook.Key)];
        await site.Get<IWebhookService>().DeleteAsync(webhook.Key);
        Assert.Contains(queued, x => x.RequestObject!.Contains(files.Key("news").ToString(), StringComparison.OrdinalIgnoreCase)
            && x.RequestObject.Contains($"news {files.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_goes_out_comes_back_the_same_and_goes()
    {
        var files = new SyncFiles(site.Folder);
        IWebhookService webhooks = site.Get<IWebhookService>();
        var webhook = new Webhook("https://example.org/hook?a=1&b=é", false, [files.Key("b"), files.Key("a")], ["Umbraco.ContentUnpublish", "Umbraco.ContentPublish"], new Dictionary<string, string> { ["X-Key"] = "<é]]>", ["x-key"] = "1" })
        {
            Key = files.Key("webhook"),
            Name = $"Miroir {files.Id}",
            Description = "Avertit le miroir",
        };
        Assert.True((await webhooks.CreateAsync(webhook)).Success);
        SyncImportTests.AssertFine(await site.ExportAsync());
        string path = site.Folder.Read().Find(SyncKind.Webhook, webhook.Key)!.Path;
        string text = site.Folder.Text(path);
        Assert.StartsWith("Webhooks/", path.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.False((await site.ImportAsync()).HasChanges);
        Assert.True((await webhooks.DeleteAsync(webhook.Key)).Success);

        SyncImportTests.AssertFine(await site.ImportAsync());

        IWebhook read = (await webhooks.GetAsync(webhook.Key))!;
        Assert.Equal((webhook.Url, false, webhook.Name, webhook.Description), (read.Url, read.Enabled, read.Name, read.Description));
        Assert.Equal(webhook.Headers.OrderBy(x => x.Key, StringComparer.Ordinal), read.Headers.OrderBy(x => x.Key, StringComparer.Ordinal));
        await site.ExportAsync();
        Assert.Equal(text, site.Folder.Text(path));

        read.Name = $"Autre {files.Id}";
        Assert.True((await webhooks.UpdateAsync(read)).Success);
        await site.ExportAsync();
        Assert.Contains("Change=\"Rename\"", site.Folder.Text(path), StringComparison.Ordinal);
        Assert.False((await site.ImportAsync()).HasChanges);

        Assert.True((await webhooks.DeleteAsync(webhook.Key)).Success);
        await site.ExportAsync();
        string marker = Assert.Single(site.Folder.Files("Webhooks"), x => x.StartsWith("autre", StringComparison.Ordinal));
        Assert.Contains("Change=\"Delete\"", site.Folder.Text($"Webhooks/{marker}"), StringComparison.Ordinal);
        webhook.Id = 0;
        Assert.True((await webhooks.CreateAsync(webhook)).Success);
        await site.ImportAsync();
        Assert.Null(await webhooks.GetAsync(webhook.Key));
    }

    [Fact]
    public async Task A_start_exports_what_the_settings_say_but_never_a_new_database()
    {
        new SyncFiles(site.Folder).AddSchema();
        await site.ImportAsync();
        SyncOptions options = site.Get<IOptionsMonitor<SyncOptions>>().CurrentValue;
        options.ExportAtStartup = "Settings";
        try
        {
            await site.Get<SyncStartup>().RunAsync(firstBoot: true, CancellationToken.None);
            Assert.Empty(site.Folder.Files("MediaTypes"));
            await site.Get<SyncStartup>().RunAsync(firstBoot: false, CancellationToken.None);
        }
        finally
        {
            options.ExportAtStartup = "None";
        }

        Assert.Contains("image.config", site.Folder.Files("MediaTypes"));
        Assert.Empty(site.Folder.Files("RelationTypes"));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncKindsTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncKindsTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
