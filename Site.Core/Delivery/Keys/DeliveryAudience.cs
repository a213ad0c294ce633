using Site.Core.PublishedContent.Context;

namespace Site.Core.Delivery.Keys;

/// <summary>Who reads what is being written: the one question that whatever keeps rendered items must ask before it gives or takes one.</summary>
internal sealed class DeliveryAudience(AmbientUmbracoContextAccessor contexts)
{
    /// <summary>
    /// Whether the current request sees what everybody sees: no drafts, and nothing hidden from it. If not, an item may render to something
    /// else for it than for any other request: nothing that was kept may be given to it, and what it gets may not be kept.
    /// </summary>
    public bool IsEverybody => contexts.Current is null or { InPreviewMode: false, Visibility: null };
}
