using Umbraco.Cms.Core.Cache;

namespace Site.Core.Hosting.Caching;

/// <summary>
/// The cache of one entity type. It hands out deep clones and remembers when something was last removed, so that an entity
/// read before a removal is never put back after it.
/// </summary>
/// <remarks>
/// Without that, a reader whose transaction began before a writer's commit could store the old entity after the writer
/// had cleared it, and keep it there until the next save.
/// </remarks>
public sealed class RepositoryAppCache(CacheClock clock) : IAppPolicyCache, IDisposable
{
    /// <summary>
    /// When more than this was stored since all was removed last, the entries are not looked through for some of them: reading all again is
    /// cheaper than doing so at every save.
    /// </summary>
    private const int MaximumSearched = 500;

    private static readonly TimeSpan _slidingExpiration = TimeSpan.FromMinutes(5);

    private readonly DeepCloneAppCache _inner = new(new ObjectCacheAppCache());
    private readonly Lock _lock = new();
    private long _lastRemoval;
    private int _inserted;

    /// <summary>Stores <paramref name="value"/> unless something was removed after <paramref name="readAt"/>.</summary>
    /// <param name="key">The cache key.</param>
    /// <param name="value">The entity, or a list of entities.</param>
    /// <param name="readAt">What <see cref="CacheClock.Now"/> said before the value's transaction began.</param>
    /// <returns>Whether it was stored.</returns>
    public bool TryInsert(string key, object value, long readAt)
    {
        lock (_lock)
        {
            if (_lastRemoval > readAt)
            {
                return false;
            }

            _inner.Insert(key, () => value, _slidingExpiration, isSliding: true);
            _inserted++;
            return true;
        }
    }

    /// <inheritdoc />
    public object? Get(string key) => _inner.Get(key);

    /// <inheritdoc />
    public object? Get(string key, Func<object?> factory) => _inner.Get(key, factory);

    /// <inheritdoc />
    public object? Get(string key, Func<object?> factory, TimeSpan? timeout, bool isSliding = false) =>
        _inner.Get(key, factory, timeout, isSliding);

    /// <inheritdoc />
    public void Insert(string key, Func<object?> factory, TimeSpan? timeout = null, bool isSliding = false) =>
        _inner.Insert(key, factory, timeout, isSliding);

    /// <inheritdoc />
    public IEnumerable<object?> SearchByKey(string keyStartsWith) => _inner.SearchByKey(keyStartsWith);

    /// <inheritdoc />
    public IEnumerable<object?> SearchByRegex(string regex) => _inner.SearchByRegex(regex);

    /// <inheritdoc />
    public void Clear() => Remove(ClearAll);

    /// <inheritdoc />
    /// <remarks>A list of all entities goes with each of them: some refreshers name no other key than that of the entity.</remarks>
    public void Clear(string key) => Remove(() =>
    {
        _inner.Clear(key);
        _inner.Clear(key[..(key.LastIndexOf('_') + 1)]);
    });

    /// <inheritdoc />
    public void ClearOfType(Type type) => Remove(() => _inner.ClearOfType(type));

    /// <inheritdoc />
    public void ClearOfType<T>() => Remove(_inner.ClearOfType<T>);

    /// <inheritdoc />
    /// <remarks>Of many (<see cref="MaximumSearched"/>) it takes all.</remarks>
    public void ClearOfType<T>(Func<string, T, bool> predicate) => Remove(() =>
    {
        if (_inserted > MaximumSearched)
        {
            ClearAll();
        }
        else
        {
            _inner.ClearOfType(predicate);
        }
    });

    /// <inheritdoc />
    public void ClearByKey(string keyStartsWith) => Remove(() => _inner.ClearByKey(keyStartsWith));

    /// <inheritdoc />
    public void ClearByRegex(string regex) => Remove(() => _inner.ClearByRegex(regex));

    /// <inheritdoc />
    public void Dispose() => _inner.Dispose();

    private void ClearAll()
    {
        _inner.Clear();
        _inserted = 0;
    }

    private void Remove(Action remove)
    {
        lock (_lock)
        {
            _lastRemoval = clock.Tick();
            remove();
        }
    }
}
