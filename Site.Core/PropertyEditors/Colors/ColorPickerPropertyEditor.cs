using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Colors;

/// <summary><c>Umbraco.ColorPicker</c>: one of the configured colours, stored as JSON of colour and label.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.ColorPicker, ValueEditorIsReusable = true)]
internal sealed class ColorPickerPropertyEditor : DataEditor
{
    private readonly IIOHelper _ioHelper;

    public ColorPickerPropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ColorPickerValueEditor>(Attribute!);

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new ColorPickerConfigurationEditor(_ioHelper);

    internal sealed class ColorPickerValueEditor : DataValueEditor
    {
        private readonly IJsonSerializer _jsonSerializer;

        public ColorPickerValueEditor(
            DataEditorAttribute attribute,
            ILocalizedTextService localizedTextService,
            IShortStringHelper shortStringHelper,
            IJsonSerializer jsonSerializer,
            IIOHelper ioHelper)
            : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
        {
            _jsonSerializer = jsonSerializer;
            Validators.Add(new ConfiguredColorValidator(localizedTextService));
        }

        /// <inheritdoc />
        public override IValueRequiredValidator RequiredValidator { get; } = new ListRequiredValidator(value => StoredColor.Read(value) is null ? 0 : 1);

        /// <inheritdoc />
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
            => StoredColor.Read(editorValue.Value) is { } color ? _jsonSerializer.Serialize(color) : null;

        /// <inheritdoc />
        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
            => StoredColor.Read(property.GetValue(culture, segment));
    }
}
