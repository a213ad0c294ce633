using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Lists;

/// <summary>Value of a drop-down or checkbox list: a JSON array of the chosen texts, each of which must be on the configured list.</summary>
internal sealed class MultipleValueEditor : DataValueEditor
{
    private readonly IJsonSerializer _jsonSerializer;

    public MultipleValueEditor(
        DataEditorAttribute attribute,
        ILocalizedTextService localizedTextService,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper)
        : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
    {
        _jsonSerializer = jsonSerializer;
        Validators.Add(new ListedValidator(new MultipleValueValidator(localizedTextService)));
    }

    /// <inheritdoc />
    public override IValueRequiredValidator RequiredValidator { get; } = new ListRequiredValidator(value => EditorStrings.Read(value)?.Length ?? 0);

    /// <inheritdoc />
    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
        => EditorStrings.Read(property.GetValue(culture, segment)) ?? [];

    /// <inheritdoc />
    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
        => EditorStrings.Read(editorValue.Value) is { Length: > 0 } chosen ? _jsonSerializer.Serialize(chosen) : null;
}
