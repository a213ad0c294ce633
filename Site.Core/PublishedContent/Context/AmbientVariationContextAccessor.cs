using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.PublishedContent.Context;

/// <summary>
/// Holds the culture and segment in which content is read: with the request where there is one, so that what the router chose holds for
/// whoever comes after it, else with the logical thread of execution.
/// </summary>
internal sealed class AmbientVariationContextAccessor(AmbientUmbracoContextAccessor contexts) : IVariationContextAccessor
{
    private readonly AsyncLocal<VariationContext?> _outside = new();

    /// <inheritdoc />
    public VariationContext? VariationContext
    {
        get => contexts.Current is { } context ? context.VariationContext : _outside.Value;
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
