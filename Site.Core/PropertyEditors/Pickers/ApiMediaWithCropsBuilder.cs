using Site.Core.PropertyEditors.Files;
using Site.Core.PropertyEditors.Models;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Writes picked media for the Delivery API: crops and focal point of the pick over those of the media item.</summary>
internal sealed class ApiMediaWithCropsBuilder(IApiMediaBuilder mediaBuilder)
{
    /// <summary>The Delivery shape of a pick. Items that are no images and have no crops get <c>null</c> for both.</summary>
    public IApiMediaWithCrops Build(MediaWithCrops media)
    {
        ImageCropperValue? own = Own(media.Content);
        ImageCropperValue merged = media.LocalCrops.Merge(own);
        bool isImage = own is not null || merged.Crops.Count > 0;
        return new ApiMediaWithCrops(mediaBuilder.Build(media.Content), merged.ApiFocalPoint(), isImage ? merged.ApiCrops() : null);
    }

    /// <summary>The Delivery shape of a media item that was asked for itself, with its own crops and focal point.</summary>
    /// <param name="media">The item.</param>
    /// <param name="path">The names of its ancestors and its own.</param>
    public IApiMediaWithCropsResponse BuildResponse(IPublishedContent media, string path)
    {
        ImageCropperValue? own = Own(media);
        return new ApiMediaWithCropsResponse(mediaBuilder.Build(media), own?.ApiFocalPoint(), own?.ApiCrops())
        {
            Path = path,
            CreateDate = media.CreateDate,
            UpdateDate = media.UpdateDate,
        };
    }

    private static ImageCropperValue? Own(IPublishedContent media) => media.GetProperty(Constants.Conventions.Media.File)?.GetValue() as ImageCropperValue;
}
