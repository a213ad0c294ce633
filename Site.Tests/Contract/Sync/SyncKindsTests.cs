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
