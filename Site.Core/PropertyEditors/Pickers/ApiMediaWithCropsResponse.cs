using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>The media item that was asked for in the Delivery API. What this class declares is written before what it inherits, as the contract has it.</summary>
internal sealed class ApiMediaWithCropsResponse(IApiMedia media, ImageFocalPoint? focalPoint, IEnumerable<ImageCrop>? crops)
    : ApiMediaWithCrops(media, focalPoint, crops), IApiMediaWithCropsResponse
{
    /// <inheritdoc />
    public required string Path { get; init; }

    /// <inheritdoc />
    public required DateTime CreateDate { get; init; }

    /// <inheritdoc />
    public required DateTime UpdateDate { get; init; }
}
