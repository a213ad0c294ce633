namespace Site.Core.Sync;

/// <summary>Tells the handlers of export on save which saves come from an import, and must not be written back.</summary>
public sealed class SyncActivity
{
    private readonly AsyncLocal<int> _imports = new();

    /// <summary>Whether the current flow of execution is that of an import.</summary>
    public bool IsImporting => _imports.Value > 0;

    /// <summary>Marks the current flow as an import until the result is disposed.</summary>
    internal IDisposable BeginImport()
    {
        _imports.Value++;
        return new End(this);
    }

    private sealed class End(SyncActivity activity) : IDisposable
    {
        public void Dispose() => activity._imports.Value--;
    }
}
