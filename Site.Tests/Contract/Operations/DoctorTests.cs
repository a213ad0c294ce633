using Site.Core.Operations.Doctor;
using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using File = System.IO.File;

namespace Site.Tests.Contract.Operations;

/// <summary>The doctor finds each kind of damage, mends what it may, and finds nothing in what the site has written.</summary>
public abstract class DoctorTests(SiteFixture site)
{
    private SiteDoctor Doctor => site.Get<SiteDoctor>();

    [Fact]
    public async Task What_the_site_has_written_is_sound()
    {
        IContent parent = await PublishAsync("Racine");
        IContent child = await PublishAsync("Enfant", parent.Id);
        await PublishAsync("Ancien", parent.Id);
        await PublishVariantAsync();
        site.Get<IContentService>().Unpublish(child);
        site.Get<IContentService>().MoveToRecycleBin(child);
        AddMedia("file.txt");

        Assert.Empty(Doctor.Examine());
        Assert.Empty(site.Get<SnapshotCheck>().Examine());
    }

    [Theory]
    [InlineData("tree", """UPDATE "umbracoNode" SET path = '-1,1' WHERE id = {child}""")]
    [InlineData("tree", """UPDATE "umbracoNode" SET level = 7 WHERE id = {parent}""")]
    [InlineData("tree", """UPDATE "umbracoNode" SET trashed = TRUE WHERE id = {child}""")]
    [InlineData("tree", """UPDATE "umbracoNode" SET "parentId" = 99999 WHERE id = {parent}""")]
    [InlineData("sort-order", """UPDATE "umbracoNode" SET "sortOrder" = 0 WHERE "parentId" = {parent}""")]
    [InlineData("version", """UPDATE "umbracoContentVersion" SET current = FALSE WHERE "nodeId" = {child}""")]
    [InlineData("version", """UPDATE "umbracoContentVersion" SET current = TRUE WHERE "nodeId" = {child}""")]
    [InlineData("version", """DELETE FROM "umbracoDocumentVersion" WHERE id IN (SELECT id FROM "umbracoContentVersion" WHERE "nodeId" = {child} AND current)""")]
    [InlineData("version", """DELETE FROM "umbracoDocument" WHERE "nodeId" = {child}""")]
    [InlineData("published-version", """UPDATE "umbracoDocumentVersion" SET published = FALSE WHERE id IN (SELECT id FROM "umbracoContentVersion" WHERE "nodeId" = {child})""")]
    [InlineData("published-version", """UPDATE "umbracoDocument" SET published = FALSE WHERE "nodeId" = {child}""")]
    [InlineData("published-version", """INSERT INTO "umbracoContentVersion" ("nodeId", "versionDate", current, "preventCleanup") SELECT {child}, "createDate", FALSE, FALSE FROM "umbracoNode" WHERE id = {child}; INSERT INTO "umbracoDocumentVersion" (id, published) SELECT max(id), TRUE FROM "umbracoContentVersion" """)]
    [InlineData("reference", """UPDATE "umbracoPropertyData" SET "propertyTypeId" = 99999 WHERE "versionId" IN (SELECT id FROM "umbracoContentVersion" WHERE "nodeId" = {child})""")]
    [InlineData("reference", """INSERT INTO "umbracoPropertyData" ("versionId", "propertyTypeId", "varcharValue") SELECT 99999, min(id), 'x' FROM "cmsPropertyType" """)]
    [InlineData("reference", """INSERT INTO "umbracoRelation" ("parentId", "childId", "relType", datetime, comment) SELECT {child}, 99999, min(id), '2024-01-01', '' FROM "umbracoRelationType" """)]
    [InlineData("reference", """INSERT INTO "cmsTagRelationship" ("nodeId", "tagId", "propertyTypeId") SELECT {child}, 99999, min(id) FROM "cmsPropertyType" """)]
    [InlineData("reference", """INSERT INTO "umbracoDocumentUrl" ("uniqueId", "isDraft", "urlSegment", "isPrimary") VALUES ('0d1c0d1c-0000-4000-8000-00000000beef', FALSE, 'x', TRUE)""")]
    [InlineData("reference", """UPDATE "umbracoDocumentVersion" SET "templateId" = 99999 WHERE id IN (SELECT id FROM "umbracoContentVersion" WHERE "nodeId" = {child})""")]
    [InlineData("property-data", """INSERT INTO "umbracoPropertyData" ("versionId", "propertyTypeId", "varcharValue") SELECT "versionId", "propertyTypeId", 'twice' FROM "umbracoPropertyData" WHERE "versionId" IN (SELECT id FROM "umbracoContentVersion" WHERE "nodeId" = {child})""")]
    [InlineData("url", """DELETE FROM "umbracoDocumentUrl" WHERE "uniqueId" = '{childKey}'""")]
    public async Task Damage_that_can_be_mended_is_found_and_mended(string check, string sql)
    {
        IContent parent = await PublishAsync("Racine");
        IContent child = await PublishAsync("Enfant", parent.Id);
        await PublishAsync("Autre", parent.Id);
        string childKey = site.Engine == Engine.Sqlite ? child.Key.ToString().ToUpperInvariant() : child.Key.ToString();
        await site.Database.ExecuteAsync(sql
            .Replace("{parent}", $"{parent.Id}", StringComparison.Ordinal)
            .Replace("{childKey}", childKey, StringComparison.Ordinal)
            .Replace("{child}", $"{child.Id}", StringComparison.Ordinal));

        IReadOnlyList<DoctorFinding> found = Doctor.Examine();
        IReadOnlyList<DoctorFinding> repaired = Doctor.Repair();

        Assert.Contains(found, x => x.Check == check && x.State == DoctorState.Repairable);
        Assert.All(repaired, x => Assert.Equal(DoctorState.Repaired, x.State));
        Assert.Contains(repaired, x => x.Check == check);
        Assert.Empty(Doctor.Examine());
        await site.RestartAsync();
        Assert.Empty(Doctor.Examine());
        Assert.NotNull(site.Get<IContentService>().GetById(child.Id));
    }

    [Theory]
    [InlineData("published-version", """UPDATE "umbracoDocumentVersion" SET published = FALSE WHERE id IN (SELECT id FROM "umbracoContentVersion" WHERE "nodeId" = {id})""")]
    [InlineData("culture", """DELETE FROM "umbracoContentVersionCultureVariation" WHERE "versionId" IN (SELECT v.id FROM "umbracoContentVersion" v JOIN "umbracoDocumentVersion" d ON d.id = v.id WHERE v."nodeId" = {id} AND d.published)""")]
    [InlineData("culture", """DELETE FROM "umbracoContentVersionCultureVariation" WHERE "versionId" IN (SELECT id FROM "umbracoContentVersion" WHERE "nodeId" = {id} AND current)""")]
    [InlineData("culture", """UPDATE "umbracoDocumentCultureVariation" SET published = FALSE WHERE "nodeId" = {id}""")]
    [InlineData("reference", """UPDATE "umbracoContentVersionCultureVariation" SET "languageId" = 99999 + "languageId" WHERE "versionId" IN (SELECT id FROM "umbracoContentVersion" WHERE "nodeId" = {id})""")]
    public async Task Damage_to_the_languages_of_a_document_is_found_and_mended(string check, string sql)
    {
        IContent document = await PublishVariantAsync();
        await site.Database.ExecuteAsync(sql.Replace("{id}", $"{document.Id}", StringComparison.Ordinal));

        IReadOnlyList<DoctorFinding> found = Doctor.Examine();
        IReadOnlyList<DoctorFinding> repaired = Doctor.Repair();

        Assert.Contains(found, x => x.Check == check && x.State == DoctorState.Repairable);
        Assert.All(repaired, x => Assert.Equal(DoctorState.Repaired, x.State));
        Assert.Empty(Doctor.Examine());
        await site.RestartAsync();
        Assert.NotNull(site.Get<IContentService>().GetById(document.Id));
    }

    [Fact]
    public async Task Damage_that_only_a_person_can_judge_is_named_and_left()
    {
        IContent one = await PublishAsync("Un");
        IContent two = await PublishAsync("Deux", one.Id);
        await site.Database.ExecuteAsync($"""UPDATE "umbracoNode" SET "parentId" = {two.Id} WHERE id = {one.Id}""");

        IReadOnlyList<DoctorFinding> left = Doctor.Repair();

        await site.Database.ExecuteAsync($"""UPDATE "umbracoNode" SET "parentId" = -1 WHERE id = {one.Id}""");
        Assert.Equal(2, left.Count);
        Assert.All(left, x => Assert.Equal(("tree", DoctorState.Left), (x.Check, x.State)));
        Assert.All(left, x => Assert.Contains("below itself", x.Message, StringComparison.Ordinal));
        Assert.Empty(Doctor.Examine());
    }

    [Fact]
    public void A_media_file_that_is_gone_is_named_and_one_that_nothing_refers_to_is_put_aside()
    {
        IMedia media = AddMedia("here.txt");
        string folder = Path.Combine(site.DataFolder, "media", media.Key.ToString());
        File.Delete(Path.Combine(folder, "here.txt"));
        File.WriteAllText(Path.Combine(folder, "orphan.txt"), "orphan");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "orphan.txt"), DateTime.UtcNow.AddDays(-1));
        File.WriteAllText(Path.Combine(folder, "uploading.txt"), "uploading");

        IReadOnlyList<DoctorFinding> findings = Doctor.Repair();

        Assert.Equal([DoctorState.Repaired, DoctorState.Left], findings.Select(x => x.State));
        Assert.Contains($"/media/{media.Key}/here.txt of the media item {media.Id}", findings[1].Message, StringComparison.Ordinal);
        Assert.Equal("orphan", File.ReadAllText(Path.Combine(site.DataFolder, "media-orphans", media.Key.ToString(), "orphan.txt")));
        Assert.True(File.Exists(Path.Combine(folder, "uploading.txt")));
        site.Get<IMediaService>().Delete(media);
    }

    [Fact]
    public async Task Memory_that_differs_from_the_database_is_found()
    {
        IContent document = await PublishAsync("Mémoire");
        await site.Database.ExecuteAsync($"""UPDATE "umbracoContentVersion" SET text = 'Autre' WHERE "nodeId" = {document.Id}""");

        IReadOnlyList<DoctorFinding> findings = site.Get<SnapshotCheck>().Examine();

        await site.RestartAsync();
        Assert.Equal($"the document {document.Id} in memory is not as in the database; restart the site", Assert.Single(findings).Message);
        Assert.Empty(site.Get<SnapshotCheck>().Examine());
    }

    [Fact]
    public async Task The_verb_looks_beside_a_serving_site_and_repairs_only_without_one()
    {
        var program = new SiteProgram(site.Database);
        await PublishAsync("Verbe");

        CommandResult look = await program.RunAsync("doctor");
        CommandResult refused = await program.RunAsync("doctor", "--repair");
        await site.Database.ExecuteAsync("""UPDATE "umbracoNode" SET level = 5 WHERE "parentId" = -1 AND id > 0""");
        CommandResult found = await program.RunAsync("doctor");
        Doctor.Repair();

        Assert.True(look.ExitCode == 0, look.Output);
        Assert.EndsWith("Nothing is wrong.\n", look.Output, StringComparison.Ordinal);
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(1, found.ExitCode);
        Assert.Matches(@"Repairable tree: \w+ \d+ "".*"" has path .*, level 5", found.Output);
    }

    private async Task<IContent> PublishAsync(string name, int parentId = Constants.System.Root)
    {
        var note = new Content(DocumentModel.Unique(name), parentId, await TypeAsync("contractNote"));
        note.SetValue(DocumentModel.Title, name);
        return Publish(note);
    }

    private async Task<IContent> PublishVariantAsync()
    {
        var page = new Content(null, Constants.System.Root, await TypeAsync("contractPage"));
        foreach (ILanguage language in (await site.Get<ILanguageService>().GetAllAsync()).Take(2))
        {
            page.SetCultureName(DocumentModel.Unique(language.IsoCode), language.IsoCode);
            page.SetValue(DocumentModel.Title, language.IsoCode, language.IsoCode);
        }

        return Publish(page);
    }

    private IContent Publish(IContent content)
    {
        IContentService service = site.Get<IContentService>();
        Assert.True(service.Save(content).Success);
        Assert.True(service.Publish(content, ["*"]).Success);
        return content;
    }

    // Made once in the database, and there after every restart.
    private async Task<IContentType> TypeAsync(string alias)
    {
        IContentTypeService types = site.Get<IContentTypeService>();
        if (types.Get(alias) is { } known)
        {
            return known;
        }

        await DocumentModel.OfAsync(site);
        return types.Get(alias)!;
    }

    private IMedia AddMedia(string file)
    {
        IMediaService service = site.Get<IMediaService>();
        IMedia media = service.CreateMedia("Fichier", Constants.System.Root, Constants.Conventions.MediaTypes.File);
        media.Key = Guid.NewGuid();
        string folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "media", media.Key.ToString())).FullName;
        File.WriteAllText(Path.Combine(folder, file), "text");
        media.SetValue(Constants.Conventions.Media.File, $"/media/{media.Key}/{file}");
        Assert.True(service.Save(media).Success);
        return media;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DoctorTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DoctorTests(site), IClassFixture<PostgresSiteFixture>;
}
