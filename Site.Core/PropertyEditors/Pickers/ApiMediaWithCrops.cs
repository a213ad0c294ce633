using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>A picked media item in the Delivery API; the order of the members is the order on the wire.</summary>
internal class ApiMediaWithCrops(IApiMedia media, ImageFocalPoint? focalPoint, IEnumerable<ImageCrop>? crops) : IApiMediaWithCrops
{
    /// <inheritdoc />
    public ImageFocalPoint? FocalPoint { get; } = focalPoint;

    /// <inheritdoc />
    public IEnumerable<ImageCrop>? Crops { get; } = crops;

    /// <inheritdoc />
    public Guid Id => media.Id;

    /// <inheritdoc />
    public string Name => media.Name;

    /// <inheritdoc />
    public string MediaType => media.MediaType;

    /// <inheritdoc />
    public string Url => media.Url;

    /// <inheritdoc />
    public string? Extension => media.Extension;

    /// <inheritdoc />
    public int? Width => media.Width;

    /// <inheritdoc />
    public int? Height => media.Height;

    /// <inheritdoc />
    public int? Bytes => media.Bytes;

    /// <inheritdoc />
    public IDictionary<string, object?> Properties => media.Properties;
}
