using Site.Core.PropertyEditors.Files;
using Site.Core.PropertyEditors.Models;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Writes picked media for the Delivery API: crops and focal point of the pick over those of the media item.</summary>
internal sealed class ApiMediaWithCropsBuilder(IApiMediaBuilder mediaBuilder)
{
    /// <summary>The Delivery shape of a pick. Items that are no images and have no crops get <c>null</c> for both.</summary>
    public IApiMediaWithCrops Build(MediaWithCrops media)
    {
        var own = media.Content.GetProperty(Constants.Conventions.Media.File)?.GetValue() as ImageCropperValue;
        ImageCropperValue merged = media.LocalCrops.Merge(own);
        bool isImage = own is not null || merged.Crops.Count > 0;
        return new ApiMediaWithCrops(mediaBuilder.Build(media.Content), merged.ApiFocalPoint(), isImage ? merged.ApiCrops() : null);
    }
}
