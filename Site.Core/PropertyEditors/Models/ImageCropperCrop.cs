namespace Site.Core.PropertyEditors.Models;

/// <summary>A named crop: its size in pixels and, when an editor moved it, the part of the image that it shows.</summary>
public sealed class ImageCropperCrop
{
    /// <summary>The name by which templates ask for the crop.</summary>
    public string? Alias { get; set; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; set; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; set; }

    /// <summary>The chosen part; <c>null</c> to crop around the focal point.</summary>
    public ImageCropperCropCoordinates? Coordinates { get; set; }
}
