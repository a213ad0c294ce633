using System.Collections.Frozen;
using Umbraco.Cms.Core.Models.Entities;

namespace Site.Core.Persistence.Caching;

/// <summary>All entities of a type, kept together; each one that is handed out is a deep clone.</summary>
/// <typeparam name="TEntity">The entity's interface.</typeparam>
internal sealed class EntitySet<TEntity>
    where TEntity : class, IEntity
{
    private readonly TEntity[] _entities;
    private readonly FrozenDictionary<int, TEntity> _byId;
    private readonly Action<TEntity>? _separate;

    /// <summary>Takes the entities over; nobody else may change them afterwards.</summary>
    /// <param name="entities">The entities, in the order in which lists show them.</param>
    /// <param name="separate">Gives a clone a copy of what the entity's own cloning shares.</param>
    public EntitySet(IEnumerable<TEntity> entities, Action<TEntity>? separate = null)
    {
        _separate = separate;
        _entities = [.. entities];
        _byId = _entities.ToFrozenDictionary(x => x.Id);
    }

    /// <summary>The entity with this id.</summary>
    public TEntity? Find(int id) => _byId.TryGetValue(id, out TEntity? entity) ? Clone(entity) : null;

    /// <summary>The first entity for which <paramref name="predicate"/>, which must not change it, holds.</summary>
    public TEntity? Find(Func<TEntity, bool> predicate) => Array.Find(_entities, new Predicate<TEntity>(predicate)) is { } entity ? Clone(entity) : null;

    /// <summary>The entities for which <paramref name="predicate"/>, which must not change them, holds, in the order of the set.</summary>
    public List<TEntity> Where(Func<TEntity, bool> predicate) => [.. _entities.Where(predicate).Select(Clone)];

    /// <summary>Every entity, in the order of the set.</summary>
    public List<TEntity> ToList() => [.. _entities.Select(Clone)];

    /// <summary>How many entities there are for which <paramref name="predicate"/>, which must not change them, holds.</summary>
    public int Count(Func<TEntity, bool> predicate) => _entities.Count(predicate);

    /// <summary>Reads something of every entity without cloning it; <paramref name="selector"/> must not hand the entity out.</summary>
    public IEnumerable<TResult> Select<TResult>(Func<TEntity, TResult> selector) => _entities.Select(selector);

    private TEntity Clone(TEntity entity)
    {
        var clone = (TEntity)entity.DeepClone();
        _separate?.Invoke(clone);
        return clone;
    }
}
