using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Caching;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;

namespace Site.Core.Persistence;

/// <summary>
/// A repository of few entities, all of which are cached together: languages, types, data types, domains, groups.
/// Queries are answered in memory.
/// </summary>
/// <typeparam name="TEntity">The entity's interface.</typeparam>
internal abstract class FullCacheRepository<TEntity>(AmbientDbContext database, AppCaches appCaches)
    : IReadWriteQueryRepository<int, TEntity>
    where TEntity : class, IEntity
{
    /// <summary>The context of the current scope.</summary>
    protected AmbientDbContext Database { get; } = database;

    /// <summary>The cached entities.</summary>
    protected EntityCache<TEntity> Cache { get; } = new(appCaches, database);

    /// <summary>Every entity; what it hands out are clones that the caller may change.</summary>
    protected EntitySet<TEntity> All => Cache.GetAll(LoadAll, Separate);

    /// <inheritdoc />
    public virtual TEntity? Get(int id) => All.Find(id);

    /// <inheritdoc />
    /// <remarks>No ids means all.</remarks>
    public virtual IEnumerable<TEntity> GetMany(params int[]? ids) =>
        ids is null or [] ? All.ToList() : All.Where(x => ids.Contains(x.Id));

    /// <inheritdoc />
    public bool Exists(int id) => Get(id) is not null;

    /// <inheritdoc />
    public virtual IEnumerable<TEntity> Get(IQuery<TEntity> query) => All.Where(Matches(query));

    /// <inheritdoc />
    public virtual int Count(IQuery<TEntity>? query) => All.Count(Matches(query));

    /// <inheritdoc />
    public virtual void Save(TEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        _ = Database.Write;
        EntityDates.Touch(entity);
        if (entity.HasIdentity)
        {
            PersistUpdated(entity);
        }
        else
        {
            PersistNew(entity);
        }

        Cache.Invalidate(entity);
    }

    /// <inheritdoc />
    public virtual void Delete(TEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        _ = Database.Write;
        PersistDeleted(entity);
        Cache.Invalidate(entity);
    }

    /// <summary>Gives a clone that is handed out a copy of what Core's own cloning shares.</summary>
    protected virtual void Separate(TEntity clone)
    {
    }

    /// <summary>Reads every entity, in the order in which lists show them.</summary>
    protected abstract IEnumerable<TEntity> LoadAll();

    /// <summary>Inserts the entity, gives it its id and resets its dirty properties (with memory).</summary>
    protected abstract void PersistNew(TEntity entity);

    /// <summary>Updates the entity and resets its dirty properties (with memory).</summary>
    protected abstract void PersistUpdated(TEntity entity);

    /// <summary>Deletes the entity and what depends on it.</summary>
    protected abstract void PersistDeleted(TEntity entity);

    private static Func<TEntity, bool> Matches(IQuery<TEntity>? query)
    {
        Func<TEntity, bool>[] predicates = query is null
            ? []
            : [.. ((Query<TEntity>)query).Predicates.Select(InMemoryPredicate.Compile)];
        return entity => predicates.All(x => x(entity));
    }
}
