using Site.Core.PropertyEditors.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Site.Core.PropertyEditors.Files;

/// <summary>Writes crops and focal points for the Delivery API.</summary>
internal static class ApiImageCropperExtensions
{
    /// <summary>The focal point; <c>null</c> when none is set.</summary>
    public static ImageFocalPoint? ApiFocalPoint(this ImageCropperValue value)
        => value.FocalPoint is { } point ? new ImageFocalPoint(point.Left, point.Top) : null;

    /// <summary>The crops; coordinates are <c>null</c> where the focal point decides.</summary>
    public static ImageCrop[] ApiCrops(this ImageCropperValue value)
        => [.. value.Crops.Select(crop => new ImageCrop(
            crop.Alias,
            crop.Width,
            crop.Height,
            crop.Coordinates is { } part ? new ImageCropCoordinates(part.X1, part.Y1, part.X2, part.Y2) : null))];
}
