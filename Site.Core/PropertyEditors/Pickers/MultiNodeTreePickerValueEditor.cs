using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Stores, shows and validates the picks of a tree picker.</summary>
internal sealed class MultiNodeTreePickerValueEditor : DataValueEditor, IDataValueReference
{
    public MultiNodeTreePickerValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        TreePickerValidator validator)
        : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
        => Validators.Add(validator);

    /// <inheritdoc />
    public override IValueRequiredValidator RequiredValidator { get; } = new ListRequiredValidator(value => PickedEntity.Read(value).Length);

    /// <inheritdoc />
    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
        => PickedEntity.Read(editorValue.Value) is { Length: > 0 } picks
            ? string.Join(',', picks.Select(pick => pick.ToUdi().ToString()))
            : null;

    /// <inheritdoc />
    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
        => PickedEntity.Read(property.GetValue(culture, segment)) is { Length: > 0 } picks ? picks : null;

    /// <inheritdoc />
    public IEnumerable<UmbracoEntityReference> GetReferences(object? value)
        => PickedEntity.Read(value).Select(pick => EntityReference.To(pick.ToUdi())).OfType<UmbracoEntityReference>().Distinct();
}
