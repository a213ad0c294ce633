using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Hosting.Scoping;

/// <summary>Runs what was enlisted during a root scope, in order of priority, when the scope has ended.</summary>
internal sealed class ScopeContext : IScopeContext
{
    private readonly Dictionary<string, Enlisted> _enlisted = [];

    /// <inheritdoc />
    public Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc />
    public int CreatedThreadId { get; } = Environment.CurrentManagedThreadId;

    /// <inheritdoc />
    public void Enlist(string key, Action<bool> action, int priority = 100) =>
        Enlist<object>(key, static () => null!, (completed, _) => action(completed), priority);

    /// <inheritdoc />
    public T? Enlist<T>(string key, Func<T> creator, Action<bool, T?>? action = null, int priority = 100)
    {
        if (_enlisted.TryGetValue(key, out Enlisted? known))
        {
            return known.Item is T or null
                ? (T?)known.Item
                : throw new InvalidOperationException($"\"{key}\" is enlisted already, as {known.Item.GetType()}.");
        }

        T item = creator();
        _enlisted[key] = new Enlisted(item, priority, completed => action?.Invoke(completed, item));
        return item;
    }

    /// <inheritdoc />
    public T? GetEnlisted<T>(string key) =>
        _enlisted.TryGetValue(key, out Enlisted? known) ? (T?)known.Item : default;

    /// <inheritdoc />
    public void ScopeExit(bool completed)
    {
        List<Exception> failures = [];
        foreach (Enlisted enlisted in _enlisted.Values.OrderBy(x => x.Priority))
        {
            try
            {
                enlisted.Action(completed);
            }
            catch (Exception exception)
            {
                // One failing action must not keep the others, e.g. cache refreshes, from running.
                failures.Add(exception);
            }
        }

        _enlisted.Clear();
        if (failures.Count > 0)
        {
            throw new AggregateException("What had to follow the end of the scope failed.", failures);
        }
    }

    private sealed record Enlisted(object? Item, int Priority, Action<bool> Action);
}
