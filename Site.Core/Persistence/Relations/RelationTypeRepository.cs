using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Relations;

/// <summary>The kinds of relations between nodes.</summary>
internal sealed class RelationTypeRepository(AmbientDbContext database, AppCaches appCaches)
    : FullCacheRepository<IRelationType>(database, appCaches), IRelationTypeRepository
{
    /// <inheritdoc />
    public IRelationType? Get(Guid id) => All.Find(x => x.Key == id);

    /// <inheritdoc />
    /// <remarks>No keys means all.</remarks>
    public IEnumerable<IRelationType> GetMany(params Guid[]? ids) =>
        ids is null or [] ? All.ToList() : All.Where(x => ids.Contains(x.Key));

    /// <inheritdoc />
    public bool Exists(Guid id) => Get(id) is not null;

    /// <inheritdoc />
    protected override IEnumerable<IRelationType> LoadAll() =>
        Database.Read.Set<RelationTypeRow>().OrderBy(x => x.Id).AsEnumerable().Select(ToEntity);

    /// <inheritdoc />
    protected override void PersistNew(IRelationType entity)
    {
        var row = new RelationTypeRow { UniqueId = entity.Key };
        Fill(row, entity);
        SiteDbContext context = Database.Write;
        context.Add(row);
        Save(context, entity);
        entity.Id = row.Id;
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    protected override void PersistUpdated(IRelationType entity)
    {
        SiteDbContext context = Database.Write;
        RelationTypeRow row = context.Set<RelationTypeRow>().AsTracking().SingleOrDefault(x => x.Id == entity.Id)
            ?? throw new InvalidOperationException($"There is no relation type {entity.Id} any more.");
        Fill(row, entity);
        Save(context, entity);
    }

    /// <inheritdoc />
    protected override void PersistDeleted(IRelationType entity) =>
        Database.Write.Set<RelationTypeRow>().Where(x => x.Id == entity.Id).ExecuteDelete();

    private static void Save(SiteDbContext context, IRelationType entity)
    {
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.ResetDirtyProperties();
    }

    private static void Fill(RelationTypeRow row, IRelationType entity)
    {
        row.Alias = entity.Alias;
        row.Name = entity.Name ?? entity.Alias;
        row.Dual = entity.IsBidirectional;
        row.ParentObjectType = entity.ParentObjectType;
        row.ChildObjectType = entity.ChildObjectType;
        row.IsDependency = entity is IRelationTypeWithIsDependency { IsDependency: true };
    }

    private static RelationType ToEntity(RelationTypeRow row)
    {
        var type = new RelationType(row.Name, row.Alias, row.Dual, row.ParentObjectType, row.ChildObjectType, row.IsDependency, row.UniqueId);
        type.DisableChangeTracking();
        type.Id = row.Id;
        type.ResetDirtyProperties(false);
        type.EnableChangeTracking();
        return type;
    }
}
