using Site.Core.PropertyEditors.Models;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>One picked media item as <c>Umbraco.MediaPicker3</c> stores it.</summary>
internal sealed class MediaPicker3Item
{
    /// <summary>Key of this pick, so that the same item may be picked twice with different crops.</summary>
    public Guid Key { get; set; }

    /// <summary>Key of the media item.</summary>
    public Guid MediaKey { get; set; }

    /// <summary>Alias of the media item's type.</summary>
    public string MediaTypeAlias { get; set; } = string.Empty;

    /// <summary>Crops that were moved for this pick.</summary>
    public IReadOnlyList<ImageCropperCrop> Crops { get; set; } = [];

    /// <summary>Focal point that was set for this pick.</summary>
    public ImageCropperFocalPoint? FocalPoint { get; set; }

    /// <summary>Reads what was stored or posted; lists of UDIs, as older media pickers stored, are read too.</summary>
    public static IReadOnlyList<MediaPicker3Item> Read(IJsonSerializer jsonSerializer, object? source)
    {
        object? value = source.Unwrap();
        if (value is string text && text.StartsWith("umb://", StringComparison.Ordinal))
            return [.. FromUdis(text)];

        return value is not null && jsonSerializer.TryDeserialize(value, out List<MediaPicker3Item>? items)
            ? [.. items.Where(item => item is not null && item.MediaKey != Guid.Empty)]
            : [];
    }

    private static IEnumerable<MediaPicker3Item> FromUdis(string text)
        => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => UdiParser.TryParse(part, out GuidUdi? udi) ? udi : null)
            .OfType<GuidUdi>()
            .Select(udi => new MediaPicker3Item { Key = udi.Guid, MediaKey = udi.Guid });
}
