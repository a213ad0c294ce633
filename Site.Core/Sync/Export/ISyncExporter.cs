namespace Site.Core.Sync.Export;

/// <summary>Describes the items of one kind as files.</summary>
internal interface ISyncExporter
{
    /// <summary>The kind of item.</summary>
    SyncKind Kind { get; }

    /// <summary>uSync's place of the kind in the order of an export.</summary>
    int Priority { get; }

    /// <summary>Every item, in an order that depends on nothing but the items: the first of a name gets the plain file name.</summary>
    IAsyncEnumerable<SyncEntry> ReadAllAsync();

    /// <summary>The item with this key; null when the site has none.</summary>
    async Task<SyncEntry?> ReadAsync(Guid key)
    {
        await foreach (SyncEntry entry in ReadAllAsync())
        {
            if (entry.Key == key)
            {
                return entry;
            }
        }

        return null;
    }
}
