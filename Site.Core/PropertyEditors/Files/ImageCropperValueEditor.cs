using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Models;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Files;

/// <summary>Stores an uploaded image with its focal point and crops.</summary>
internal sealed class ImageCropperValueEditor : DataValueEditor
{
    private readonly IJsonSerializer _jsonSerializer;
    private readonly UploadedFiles _files;

    public ImageCropperValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        UploadedFiles files)
        : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
    {
        _jsonSerializer = jsonSerializer;
        _files = files;
        Validators.Add(new UploadValidator(files));
    }

    /// <inheritdoc />
    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        PostedFile posted = PostedFile.Read(editorValue.Value);
        string? source = posted.TemporaryFileId is { } temporaryFile
            ? _files.Store(temporaryFile, editorValue.ContentKey, editorValue.PropertyTypeKey)
            : posted.Source is { } path && (path == ImageCropperValueReader.Read(_jsonSerializer, currentValue)?.Src || UploadedFiles.IsMediaPath(path))
                ? path
                : null;
        if (source is null)
            return null;

        ImageCropperValue value = Posted(editorValue.Value) ?? new ImageCropperValue();
        value.Src = source;
        return _jsonSerializer.Serialize(value);
    }

    /// <inheritdoc />
    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        ImageCropperValue? value = ImageCropperValueReader.Read(_jsonSerializer, property.GetValue(culture, segment));
        return ConfigurationObject is ImageCropperConfiguration configuration ? value?.WithConfiguration(configuration.Crops) : value;
    }

    // A fresh upload has no path yet, so the reader that asks for one is of no use here.
    private ImageCropperValue? Posted(object? value)
        => value.Unwrap() is JsonObject or string && _jsonSerializer.TryDeserialize(value!, out ImageCropperValue? read) ? read : null;
}
