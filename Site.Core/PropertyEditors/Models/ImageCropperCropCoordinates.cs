namespace Site.Core.PropertyEditors.Models;

/// <summary>The part of an image that a crop shows, as distances from its edges in fractions of its size (0 to 1).</summary>
public sealed class ImageCropperCropCoordinates
{
    /// <summary>Distance from the left edge.</summary>
    public decimal X1 { get; set; }

    /// <summary>Distance from the upper edge.</summary>
    public decimal Y1 { get; set; }

    /// <summary>Distance from the right edge.</summary>
    public decimal X2 { get; set; }

    /// <summary>Distance from the lower edge.</summary>
    public decimal Y2 { get; set; }
}
