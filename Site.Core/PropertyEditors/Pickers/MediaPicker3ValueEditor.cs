using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Stores, shows and validates picked media.</summary>
internal sealed class MediaPicker3ValueEditor : DataValueEditor, IDataValueReference
{
    private readonly IJsonSerializer _jsonSerializer;
    private readonly IMediaService _mediaService;

    public MediaPicker3ValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        ILocalizedTextService localizedTextService,
        IMediaService mediaService,
        IMediaNavigationQueryService mediaNavigation)
        : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
    {
        _jsonSerializer = jsonSerializer;
        _mediaService = mediaService;
        Validators.Add(new MediaPicker3Validator(jsonSerializer, localizedTextService, mediaService, mediaNavigation));
    }

    /// <inheritdoc />
    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        IReadOnlyList<MediaPicker3Item> items = MediaPicker3Item.Read(_jsonSerializer, editorValue.Value);
        if (items.Count == 0)
            return null;

        Complete(items, (editorValue.DataTypeConfiguration as MediaPicker3Configuration)?.EnableLocalFocalPoint ?? true);
        return _jsonSerializer.Serialize(items);
    }

    /// <inheritdoc />
    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        IReadOnlyList<MediaPicker3Item> items = MediaPicker3Item.Read(_jsonSerializer, property.GetValue(culture, segment));
        Complete(items, keepFocalPoint: true);
        return items;
    }

    /// <inheritdoc />
    public IEnumerable<UmbracoEntityReference> GetReferences(object? value)
        => MediaPicker3Item.Read(_jsonSerializer, value)
            .Select(item => EntityReference.To(new GuidUdi(Constants.UdiEntityType.Media, item.MediaKey)))
            .OfType<UmbracoEntityReference>()
            .Distinct();

    private void Complete(IReadOnlyList<MediaPicker3Item> items, bool keepFocalPoint)
    {
        Guid[] nameless = [.. items.Where(item => string.IsNullOrEmpty(item.MediaTypeAlias)).Select(item => item.MediaKey).Distinct()];
        Dictionary<Guid, string> aliases = nameless.Length == 0
            ? []
            : _mediaService.GetByIds(nameless).ToDictionary(media => media.Key, media => media.ContentType.Alias);
        foreach (MediaPicker3Item item in items)
        {
            item.Key = item.Key == Guid.Empty ? Guid.NewGuid() : item.Key;
            item.MediaTypeAlias = aliases.GetValueOrDefault(item.MediaKey, item.MediaTypeAlias);
            item.Crops = [.. (item.Crops ?? []).Where(crop => crop.Coordinates is not null)];
            item.FocalPoint = keepFocalPoint ? item.FocalPoint : null;
        }
    }
}
