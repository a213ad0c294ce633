using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core.Web;

namespace Site.Core.PublishedContent.Context;

/// <summary>Holds the Umbraco context of the current logical thread of execution, in a request and outside of one.</summary>
internal sealed class AmbientUmbracoContextAccessor : IUmbracoContextAccessor
{
    private readonly AsyncLocal<IUmbracoContext?> _context = new();

    /// <summary>The current context, if it is one of ours.</summary>
    public SnapshotUmbracoContext? Current => _context.Value as SnapshotUmbracoContext;

    /// <inheritdoc />
    public bool TryGetUmbracoContext([MaybeNullWhen(false)] out IUmbracoContext umbracoContext)
    {
        umbracoContext = _context.Value;
        return umbracoContext is not null;
    }

    /// <inheritdoc />
    public void Clear() => _context.Value = null;

    /// <inheritdoc />
    public void Set(IUmbracoContext umbracoContext) => _context.Value = umbracoContext;
}
