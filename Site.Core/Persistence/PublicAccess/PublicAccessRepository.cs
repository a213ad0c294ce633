using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.PublicAccess;

/// <summary>Which documents are not public, and for whom they are. Asked at every request, so all of it is cached.</summary>
internal sealed class PublicAccessRepository(AmbientDbContext database, AppCaches appCaches)
    : FullCacheRepository<PublicAccessEntry>(database, appCaches), IPublicAccessRepository
{
    /// <inheritdoc />
    public PublicAccessEntry? Get(Guid id) => All.Find(x => x.Key == id);

    /// <inheritdoc />
    /// <remarks>No keys means all.</remarks>
    public IEnumerable<PublicAccessEntry> GetMany(params Guid[]? ids) =>
        ids is null or [] ? All.ToList() : All.Where(x => ids.Contains(x.Key));

    /// <inheritdoc />
    public bool Exists(Guid id) => Get(id) is not null;

    /// <inheritdoc />
    protected override IEnumerable<PublicAccessEntry> LoadAll()
    {
        SiteDbContext context = Database.Read;
        ILookup<Guid, AccessRuleRow> rules = context.Set<AccessRuleRow>().OrderBy(x => x.CreateDate).ThenBy(x => x.Id).ToLookup(x => x.AccessId);
        return context.Set<AccessRow>().OrderBy(x => x.CreateDate).ThenBy(x => x.Id).AsEnumerable().Select(x => ToEntity(x, rules[x.Id]));
    }

    /// <inheritdoc />
    protected override void PersistNew(PublicAccessEntry entity) => Persist(entity);

    /// <inheritdoc />
    /// <remarks>An entry has an identity from its constructor on, so a new one comes here too.</remarks>
    protected override void PersistUpdated(PublicAccessEntry entity) => Persist(entity);

    /// <inheritdoc />
    protected override void PersistDeleted(PublicAccessEntry entity) =>
        Database.Write.Set<AccessRow>().Where(x => x.Id == entity.Key).ExecuteDelete();

    private static void WriteRules(SiteDbContext context, PublicAccessEntry entity)
    {
        Guid[] wanted = [.. entity.Rules.Select(x => x.Key)];
        context.Set<AccessRuleRow>().Where(x => x.AccessId == entity.Key && !wanted.Contains(x.Id)).ExecuteDelete();
        Dictionary<Guid, AccessRuleRow> stored = context.Set<AccessRuleRow>().AsTracking().Where(x => x.AccessId == entity.Key).ToDictionary(x => x.Id);
        foreach (PublicAccessRule rule in entity.Rules)
        {
            EntityDates.Touch(rule);
            if (!stored.TryGetValue(rule.Key, out AccessRuleRow? row))
            {
                row = context.Add(new AccessRuleRow { Id = rule.Key, AccessId = entity.Key, CreateDate = rule.CreateDate }).Entity;
            }

            row.RuleType = rule.RuleType;
            row.RuleValue = rule.RuleValue;
            row.UpdateDate = rule.UpdateDate;
        }
    }

    private static PublicAccessEntry ToEntity(AccessRow row, IEnumerable<AccessRuleRow> ruleRows)
    {
        PublicAccessRule[] rules = [.. ruleRows.Select(ToEntity)];
        var entry = new PublicAccessEntry(row.Id, row.NodeId, row.LoginNodeId, row.NoAccessNodeId, rules);
        entry.DisableChangeTracking();
        entry.CreateDate = row.CreateDate;
        entry.UpdateDate = row.UpdateDate;
        entry.ResetDirtyProperties(false);
        entry.EnableChangeTracking();
        return entry;
    }

    private static PublicAccessRule ToEntity(AccessRuleRow row)
    {
        var rule = new PublicAccessRule(row.Id, row.AccessId);
        rule.DisableChangeTracking();
        rule.RuleType = row.RuleType;
        rule.RuleValue = row.RuleValue;
        rule.CreateDate = row.CreateDate;
        rule.UpdateDate = row.UpdateDate;
        rule.ResetDirtyProperties(false);
        rule.EnableChangeTracking();
        return rule;
    }

    private void Persist(PublicAccessEntry entity)
    {
        SiteDbContext context = Database.Write;
        if (entity.CreateDate == default)
        {
            entity.CreateDate = DateTime.UtcNow;
        }

        AccessRow row = context.Set<AccessRow>().AsTracking().SingleOrDefault(x => x.Id == entity.Key)
            ?? context.Add(new AccessRow { Id = entity.Key, CreateDate = entity.CreateDate }).Entity;
        row.NodeId = entity.ProtectedNodeId;
        row.LoginNodeId = entity.LoginNodeId;
        row.NoAccessNodeId = entity.NoAccessNodeId;
        row.UpdateDate = entity.UpdateDate;
        WriteRules(context, entity);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.ResetDirtyProperties();
    }
}
