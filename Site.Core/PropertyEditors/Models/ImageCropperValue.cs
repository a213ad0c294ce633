using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Models;

/// <summary>An image file with its focal point and crops, as <c>Umbraco.ImageCropper</c> stores it.</summary>
public sealed class ImageCropperValue : IHtmlEncodedString
{
    /// <summary>The path of the file, e.g. <c>/media/a1b2c3d4/harbour.png</c>.</summary>
    public string? Src { get; set; }

    /// <summary>The point that a crop keeps in view; <c>null</c> for the centre.</summary>
    public ImageCropperFocalPoint? FocalPoint { get; set; }

    /// <summary>The named crops; after <see cref="WithConfiguration"/> these are the configured ones.</summary>
    public IReadOnlyList<ImageCropperCrop> Crops { get; set; } = [];

    /// <summary>The crop with an alias, without regard to case; <c>null</c> when there is none. An empty alias gives the first crop.</summary>
    public ImageCropperCrop? GetCrop(string? alias)
        => string.IsNullOrEmpty(alias)
            ? Crops.Count > 0 ? Crops[0] : null
            : Crops.FirstOrDefault(crop => string.Equals(crop.Alias, alias, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a crop of this name exists.</summary>
    public bool HasCrop(string? alias) => Crops.Any(crop => string.Equals(crop.Alias, alias, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the focal point is set to anything but the centre.</summary>
    public bool HasFocalPoint() => FocalPoint is { } point && (point.Left != 0.5m || point.Top != 0.5m);

    /// <summary>Whether an image is there.</summary>
    public bool HasImage() => !string.IsNullOrEmpty(Src);

    /// <summary>This value with exactly the configured crops and their sizes, keeping the coordinates that an editor chose.</summary>
    /// <param name="configured">The crops of the data type.</param>
    public ImageCropperValue WithConfiguration(IEnumerable<ImageCropperCrop>? configured)
        => new()
        {
            Src = Src,
            FocalPoint = FocalPoint,
            Crops = [.. (configured ?? []).Select(crop => new ImageCropperCrop
            {
                Alias = crop.Alias,
                Width = crop.Width,
                Height = crop.Height,
                Coordinates = string.IsNullOrEmpty(crop.Alias) ? null : GetCrop(crop.Alias)?.Coordinates,
            })],
        };

    /// <summary>This value with the crops and the focal point of another where it has none of its own.</summary>
    /// <param name="other">The value of the media item, when this is the local one of a picker.</param>
    public ImageCropperValue Merge(ImageCropperValue? other)
    {
        if (other is null)
            return this;

        IEnumerable<ImageCropperCrop> own = Crops.Select(crop => crop.Coordinates is not null || other.GetNamed(crop.Alias) is not { } inherited
            ? crop
            : new ImageCropperCrop { Alias = crop.Alias, Width = crop.Width, Height = crop.Height, Coordinates = inherited.Coordinates });
        return new ImageCropperValue
        {
            Src = Src ?? other.Src,
            FocalPoint = HasFocalPoint() ? FocalPoint : other.FocalPoint ?? FocalPoint,
            Crops = [.. own, .. other.Crops.Where(crop => GetNamed(crop.Alias) is null)],
        };
    }

    /// <inheritdoc />
    public string ToHtmlString() => Src ?? string.Empty;

    /// <inheritdoc />
    public override string ToString() => Src ?? string.Empty;

    private ImageCropperCrop? GetNamed(string? alias) => string.IsNullOrEmpty(alias) ? null : GetCrop(alias);
}
