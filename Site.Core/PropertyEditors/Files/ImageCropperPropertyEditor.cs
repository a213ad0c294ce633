using System.Diagnostics.CodeAnalysis;
using Site.Core.PropertyEditors.Models;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Files;

/// <summary><c>Umbraco.ImageCropper</c>: an image file with focal point and crops, stored as JSON.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.ImageCropper, ValueType = ValueTypes.Json, ValueEditorIsReusable = false)]
internal sealed class ImageCropperPropertyEditor : DataEditor, IMediaUrlGenerator
{
    private readonly IIOHelper _ioHelper;
    private readonly IJsonSerializer _jsonSerializer;

    public ImageCropperPropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper, IJsonSerializer jsonSerializer)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        _jsonSerializer = jsonSerializer;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    public override IPropertyIndexValueFactory PropertyIndexValueFactory { get; } = new NoopPropertyIndexValueFactory();

    /// <inheritdoc />
    public bool TryGetMediaPath(string? propertyEditorAlias, object? value, [NotNullWhen(true)] out string? mediaPath)
    {
        mediaPath = propertyEditorAlias == Alias ? ImageCropperValueReader.Read(_jsonSerializer, value)?.Src : null;
        return !string.IsNullOrEmpty(mediaPath);
    }

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ImageCropperValueEditor>(Attribute!);

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new ImageCropperConfigurationEditor(_ioHelper);

    private sealed class ImageCropperConfigurationEditor(IIOHelper ioHelper) : ConfigurationEditor<ImageCropperConfiguration>(ioHelper);
}
