namespace Site.Core.Persistence.Caching;

/// <summary>Which entities a session has changed, by type: some of them, or all when a change concerns many.</summary>
internal sealed class ChangedEntities
{
    private readonly Dictionary<Type, HashSet<int>> _ids = [];
    private readonly HashSet<Type> _whole = [];

    /// <summary>Whether any entity of the type was changed.</summary>
    public bool Contains(Type type) => _whole.Contains(type) || _ids.ContainsKey(type);

    /// <summary>Whether this entity was, or may have been, changed.</summary>
    public bool Contains(Type type, int id) => _whole.Contains(type) || (_ids.TryGetValue(type, out HashSet<int>? ids) && ids.Contains(id));

    /// <summary>Notes that all entities of the type may have changed.</summary>
    public void Add(Type type) => _whole.Add(type);

    /// <summary>Notes that an entity has changed, and none with it.</summary>
    public void Add(Type type, int id)
    {
        if (!_ids.TryGetValue(type, out HashSet<int>? ids))
        {
            _ids.Add(type, ids = []);
        }

        ids.Add(id);
    }
}
