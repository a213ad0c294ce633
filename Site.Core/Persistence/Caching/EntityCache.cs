using Site.Core.Hosting.Caching;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Caching;

/// <summary>
/// The cached entities of one repository, under the keys that Core's cache refreshers clear (<see cref="RepositoryCacheKeys"/>).
/// </summary>
/// <remarks>
/// A scope that has changed an entity reads what it may have changed from its own transaction until it ends; the changed
/// entities leave the cache when it has ended. What is handed out is a deep clone.
/// </remarks>
/// <typeparam name="TEntity">The entity's interface, as Core's refreshers name it, e.g. <c>IContent</c>.</typeparam>
/// <param name="appCaches">Where the entities are kept.</param>
/// <param name="database">The session of the current scope.</param>
/// <param name="areIndependent">
/// Whether saving an entity changes that one alone, as with documents, of which one scope may save many; else its whole type counts as changed.
/// </param>
internal sealed class EntityCache<TEntity>(AppCaches appCaches, AmbientDbContext database, bool areIndependent = false)
    where TEntity : class, IEntity
{
    private static readonly string _allKey = RepositoryCacheKeys.GetKey<TEntity>();

    private RepositoryAppCache Cache => (RepositoryAppCache)appCaches.IsolatedCaches.GetOrCreate<TEntity>();

    /// <summary>The entity with this id, from the cache or from <paramref name="load"/>.</summary>
    public TEntity? Get(int id, Func<int, TEntity?> load)
    {
        if (!IsBypassed(id) && Cache.Get(IdKey(id)) is TEntity cached)
        {
            return cached;
        }

        TEntity? entity = load(id);
        Insert(entity);
        return entity;
    }

    /// <summary>The entities with these ids, in their order, unknown ones left out; <paramref name="load"/> gets those that are not cached.</summary>
    public IReadOnlyList<TEntity> GetMany(IReadOnlyCollection<int> ids, Func<IReadOnlyCollection<int>, IEnumerable<TEntity>> load)
    {
        Dictionary<int, TEntity> found = [];
        foreach (int id in ids)
        {
            if (!IsBypassed(id) && Cache.Get(IdKey(id)) is TEntity cached)
            {
                found[id] = cached;
            }
        }

        int[] missing = [.. ids.Where(id => !found.ContainsKey(id)).Distinct()];
        if (missing.Length > 0)
        {
            foreach (TEntity entity in load(missing))
            {
                Insert(entity);
                found[entity.Id] = entity;
            }
        }

        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>Every entity, from the cache or from <paramref name="load"/>: for types of which there are few.</summary>
    /// <param name="load">Reads them.</param>
    /// <param name="separate">Gives a clone a copy of what the entity's own cloning shares.</param>
    public EntitySet<TEntity> GetAll(Func<IEnumerable<TEntity>> load, Action<TEntity>? separate = null)
    {
        DatabaseSession session = database.Session;
        if (session.Changed.Contains(typeof(TEntity)))
        {
            if (!session.Items.TryGetValue(typeof(EntitySet<TEntity>), out object? own))
            {
                session.Items[typeof(EntitySet<TEntity>)] = own = new EntitySet<TEntity>(load(), separate);
            }

            return (EntitySet<TEntity>)own;
        }

        if (Cache.Get(_allKey) is EntitySet<TEntity> cached)
        {
            return cached;
        }

        _ = database.Read;
        var all = new EntitySet<TEntity>(load(), separate);
        Cache.TryInsert(_allKey, all, session.ReadAt);
        return all;
    }

    /// <summary>Offers an entity that was read anyway to the cache.</summary>
    public void Insert(TEntity? entity)
    {
        if (entity is { HasIdentity: true } && !IsBypassed(entity.Id))
        {
            Cache.TryInsert(IdKey(entity.Id), entity, database.Session.ReadAt);
        }
    }

    /// <summary>Takes the entity, and the list of all, out of the cache for this scope now and for everybody when it has ended.</summary>
    public void Invalidate(TEntity entity)
    {
        int id = entity.Id;
        Guid key = entity.Key;
        if (areIndependent)
        {
            database.Session.Changed.Add(typeof(TEntity), id);
        }
        else
        {
            database.Session.Changed.Add(typeof(TEntity));
        }

        ClearAtEnd(cache =>
        {
            cache.Clear(RepositoryCacheKeys.GetKey<TEntity, int>(id));
            cache.Clear(RepositoryCacheKeys.GetKey<TEntity, Guid>(key));
            cache.Clear(_allKey);
        });
    }

    /// <summary>Takes all entities of the type out of the cache, for changes that concern many.</summary>
    public void InvalidateAll()
    {
        database.Session.Changed.Add(typeof(TEntity));
        ClearAtEnd(cache => cache.Clear());
    }

    private static string IdKey(int id) => RepositoryCacheKeys.GetKey<TEntity, int>(id);

    private bool IsBypassed(int id) => database.Session.Changed.Contains(typeof(TEntity), id);

    private void ClearAtEnd(Action<RepositoryAppCache> clear)
    {
        DatabaseSession session = database.Session;
        session.Items.Remove(typeof(EntitySet<TEntity>));
        session.OnEnded(_ => clear(Cache));
    }
}
