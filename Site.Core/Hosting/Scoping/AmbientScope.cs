namespace Site.Core.Hosting.Scoping;

/// <summary>Holds the innermost open scope of the current logical thread of execution.</summary>
public sealed class AmbientScope
{
    private readonly AsyncLocal<SiteScope?> _current = new();

    /// <summary>The innermost open scope, or <c>null</c> outside every scope.</summary>
    public SiteScope? Current
    {
        get => _current.Value;
        internal set => _current.Value = value;
    }

    /// <summary>The innermost open scope.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public SiteScope Required => Current ?? throw new InvalidOperationException(
        "A repository was called outside a scope. Create one with ICoreScopeProvider.CreateCoreScope() first.");
}
