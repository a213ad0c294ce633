namespace Site.Core.PropertyEditors.Models;

/// <summary>The point of an image that every crop keeps in view, in fractions of its size (0 to 1).</summary>
public sealed class ImageCropperFocalPoint
{
    /// <summary>Distance from the left edge.</summary>
    public decimal Left { get; set; }

    /// <summary>Distance from the upper edge.</summary>
    public decimal Top { get; set; }
}
