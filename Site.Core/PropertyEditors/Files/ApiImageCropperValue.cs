using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Site.Core.PropertyEditors.Files;

/// <summary>An image cropper's value in the Delivery API; the order of the members is the order on the wire.</summary>
/// <param name="Url">The path of the image.</param>
/// <param name="FocalPoint">Where it is cropped around; <c>null</c> for the centre.</param>
/// <param name="Crops">The configured crops.</param>
internal sealed record ApiImageCropperValue(string Url, ImageFocalPoint? FocalPoint, IEnumerable<ImageCrop> Crops);
