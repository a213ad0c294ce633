using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Sliders;

/// <summary><c>Umbraco.Slider</c>: a number, or a range of numbers (<c>enableRange</c>), stored as <c>5</c> or <c>5,10</c>.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.Slider, ValueEditorIsReusable = true)]
internal sealed class SliderPropertyEditor : DataEditor
{
    private readonly IIOHelper _ioHelper;

    public SliderPropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<SliderValueEditor>(Attribute!);

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new SliderConfigurationEditor(_ioHelper);

    internal sealed class SliderValueEditor : DataValueEditor
    {
        public SliderValueEditor(
            DataEditorAttribute attribute,
            ILocalizedTextService localizedTextService,
            IShortStringHelper shortStringHelper,
            IJsonSerializer jsonSerializer,
            IIOHelper ioHelper)
            : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
            => Validators.Add(new SliderValidator(localizedTextService));

        /// <inheritdoc />
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) => SliderValue.Read(editorValue.Value)?.ToString();

        /// <inheritdoc />
        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
            => SliderValue.Read(property.GetValue(culture, segment));
    }
}
