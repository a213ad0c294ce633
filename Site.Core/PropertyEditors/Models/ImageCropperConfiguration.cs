using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Models;

/// <summary>Configuration of <c>Umbraco.ImageCropper</c>: the crops that it offers.</summary>
public sealed class ImageCropperConfiguration
{
    /// <summary>The crops; <c>null</c> for none.</summary>
    [ConfigurationField("crops")]
    public IReadOnlyList<ImageCropperCrop>? Crops { get; set; }
}
