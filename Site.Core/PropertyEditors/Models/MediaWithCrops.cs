using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.PropertyEditors.Models;

/// <summary>A picked media item together with the crops and the focal point that were set where it was picked.</summary>
/// <param name="content">The media item.</param>
/// <param name="publishedValueFallback">Needed by the base class.</param>
/// <param name="localCrops">The picker's own crops and focal point, merged over nothing: see <see cref="ImageCropperValue.Merge"/>.</param>
public sealed class MediaWithCrops(IPublishedContent content, IPublishedValueFallback publishedValueFallback, ImageCropperValue localCrops)
    : PublishedContentWrapped(content, publishedValueFallback)
{
    /// <summary>The media item.</summary>
    public IPublishedContent Content => Unwrap();

    /// <summary>The crops and the focal point set where the item was picked.</summary>
    public ImageCropperValue LocalCrops { get; } = localCrops;
}
