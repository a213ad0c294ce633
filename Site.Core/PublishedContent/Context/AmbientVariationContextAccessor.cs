using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.PublishedContent.Context;

/// <summary>
/// Holds the culture and segment in which content is read: with the request where there is one, so that what the router chose holds for
/// whoever comes after it, else with the logical thread of execution.
/// </summary>
/// <remarks>Work in a context outside a request reads the default culture unless it says another, as Umbraco's own context has it.</remarks>
internal sealed class AmbientVariationContextAccessor(AmbientUmbracoContextAccessor contexts) : IVariationContextAccessor
{
    private readonly AsyncLocal<VariationContext?> _outside = new();

    /// <inheritdoc />
    public VariationContext? VariationContext
    {
        get => contexts.Current switch
        {
            null => _outside.Value,
            { IsRequest: true } request => request.VariationContext,
            { } work => work.VariationContext ??= _outside.Value ?? new VariationContext(work.Domains.DefaultCulture),
        };
        set
        {
            if (contexts.Current is { } context)
            {
                context.VariationContext = value;
            }
            else
            {
                _outside.Value = value;
            }
        }
    }
}
