using Site.Core.PropertyEditors.Models;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Files;

/// <summary>Reads the value of an image cropper.</summary>
internal static class ImageCropperValueReader
{
    /// <summary>The value in <paramref name="source"/>: JSON, or a bare path as an upload field stores it; <c>null</c> without an image.</summary>
    public static ImageCropperValue? Read(IJsonSerializer jsonSerializer, object? source)
    {
        ImageCropperValue? value = source.Unwrap() switch
        {
            null => null,
            string text when !text.TrimStart().StartsWith('{') => new ImageCropperValue { Src = text.Trim() },
            { } json => jsonSerializer.TryDeserialize(json, out ImageCropperValue? read) ? read : null,
        };
        return value is { Src.Length: > 0 } ? value : null;
    }
}
