using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Audit;

/// <summary>What Core expects of history and audit trail, on both engines.</summary>
public abstract class AuditTests(SiteFixture site)
{
    private IAuditService History => site.Get<IAuditService>();

    [Fact]
    public async Task What_was_done_to_an_item_is_told_newest_first()
    {
        NodeRow node = site.AddNode();
        await History.AddAsync(AuditType.New, Constants.Security.SuperUserKey, node.Id, "Document", "créé");
        await History.AddAsync(AuditType.Publish, Constants.Security.SuperUserKey, node.Id, "Document", "publié", "fr");
        await History.AddAsync(AuditType.Publish, Constants.Security.SuperUserKey, site.AddNode().Id, "Document");

        PagedModel<IAuditItem> all = await History.GetItemsByEntityAsync(node.Id, 0, 10);
        PagedModel<IAuditItem> published = await History.GetItemsByEntityAsync(node.Id, 0, 10, auditTypeFilter: [AuditType.Publish]);

        Assert.Equal(2, all.Total);
        Assert.Equal(["publié", "créé"], all.Items.Select(x => x.Comment));
        IAuditItem item = Assert.Single(published.Items);
        Assert.Equal(node.Id, item.Id);
        Assert.Equal(AuditType.Publish, item.AuditType);
        Assert.Equal("fr", item.Parameters);
        Assert.Equal("Document", item.EntityType);
        Assert.Equal(-1, item.UserId);
        Assert.Equal(DateTimeKind.Utc, item.CreateDate.Kind);
    }

    [Fact]
    public async Task History_is_asked_by_key_and_date()
    {
        NodeRow node = site.AddNode();
        await History.AddAsync(AuditType.Save, Constants.Security.SuperUserKey, node.Id, "Document");

        Assert.Equal(1, (await History.GetItemsByKeyAsync(node.UniqueId, UmbracoObjectTypes.Document, 0, 10, sinceDate: DateTimeOffset.UtcNow.AddHours(-1))).Total);
        Assert.Equal(0, (await History.GetItemsByKeyAsync(node.UniqueId, UmbracoObjectTypes.Document, 0, 10, sinceDate: DateTimeOffset.UtcNow.AddHours(1))).Total);
        Assert.True((await History.GetPagedItemsByUserAsync(Constants.Security.SuperUserKey, 0, 1)).Total >= 1);
    }

    [Fact]
    public void Cleaning_keeps_what_people_did()
    {
        NodeRow node = site.AddNode();
        DateTime old = DateTime.UtcNow.AddDays(-2);
        IAuditRepository repository = site.Get<IAuditRepository>();
        site.InScope(() =>
        {
            repository.Save(new AuditItem(node.Id, AuditType.Publish, -1, "Document", createDate: old));
            repository.Save(new AuditItem(node.Id, AuditType.Open, -1, "Document", createDate: old));
            repository.Save(new AuditItem(node.Id, AuditType.Open, -1, "Document"));
            repository.CleanLogs(24 * 60);
        });

        IEnumerable<IAuditItem> left = site.InScope(() => repository.GetMany()).Where(x => x.Id == node.Id);
        Assert.Equal([AuditType.Publish, AuditType.Open], left.Select(x => x.AuditType));
    }

    [Fact]
    public async Task The_audit_trail_keeps_who_did_what_to_whom()
    {
        IAuditEntry entry = await site.Get<IAuditEntryService>().WriteAsync(
            Constants.Security.SuperUserKey, "qui", "192.0.2.1", DateTime.UtcNow, Constants.Security.SuperUserKey, "à qui", "umbraco/user/save", "quoi");
        IAuditEntryRepository repository = site.Get<IAuditEntryRepository>();

        IAuditEntry read = site.InScope(() => repository.GetPage(0, 1, out _)).Single();

        Assert.Equal(entry.Id, read.Id);
        Assert.Equal(Constants.Security.SuperUserKey, read.PerformingUserKey);
        Assert.Equal("192.0.2.1", read.PerformingIp);
        Assert.Equal("à qui", read.AffectedDetails);
        Assert.Equal("umbraco/user/save", read.EventType);
        Assert.Equal("quoi", read.EventDetails);
        Assert.Throws<NotSupportedException>(() => site.InScope(() => repository.Save(read)));
        Assert.Throws<NotSupportedException>(() => site.InScope(() => repository.Delete(read)));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : AuditTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : AuditTests(site), IClassFixture<PostgresSiteFixture>;
}
