using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.RichText;

/// <summary><c>Umbraco.RichText</c>: formatted text with links, media and blocks, stored as JSON of markup and blocks.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.RichText, ValueType = ValueTypes.Text, ValueEditorIsReusable = false)]
internal sealed class RichTextPropertyEditor : DataEditor
{
    private readonly IIOHelper _ioHelper;
    private readonly Lazy<IRichTextPropertyIndexValueFactory> _indexValueFactory;

    public RichTextPropertyEditor(
        IDataValueEditorFactory dataValueEditorFactory,
        IIOHelper ioHelper,
        Lazy<IRichTextPropertyIndexValueFactory> indexValueFactory)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        _indexValueFactory = indexValueFactory;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    /// <remarks>Made when it is asked for: it needs element types, whose repositories need the list of editors.</remarks>
    public override IPropertyIndexValueFactory PropertyIndexValueFactory => _indexValueFactory.Value;

    /// <inheritdoc />
    public override bool SupportsConfigurableElements => true;

    /// <inheritdoc />
    public override bool CanMergePartialPropertyValues(IPropertyType propertyType) => !propertyType.VariesByCulture();

    /// <inheritdoc />
    public override object? MergePartialPropertyValueForCulture(object? sourceValue, object? targetValue, string? culture)
        => ValueEditor().Merge(sourceValue, targetValue, culture);

    /// <inheritdoc />
    public override object? MergeVariantInvariantPropertyValue(
        object? sourceValue,
        object? targetValue,
        bool canUpdateInvariantData,
        HashSet<string> allowedCultures)
    {
        RichTextValueEditor editor = ValueEditor();
        object? merged = canUpdateInvariantData ? editor.Merge(sourceValue, targetValue, null) : targetValue;
        return allowedCultures.Aggregate(merged, (target, culture) => editor.Merge(sourceValue, target, culture));
    }

    /// <inheritdoc />
    public override IEnumerable<string> GetChangedCulturesForPartialPropertyValues(object? sourceValue, object? targetValue, string defaultCulture)
        => ValueEditor().ChangedCultures(sourceValue, targetValue, defaultCulture);

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => ValueEditor();

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new RichTextConfigurationEditor(_ioHelper);

    private RichTextValueEditor ValueEditor() => DataValueEditorFactory.Create<RichTextValueEditor>(Attribute!);
}
