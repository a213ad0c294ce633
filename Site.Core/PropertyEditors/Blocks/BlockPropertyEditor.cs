using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>What the editors of blocks have in common: merging by culture, and text for the search index.</summary>
/// <param name="dataValueEditorFactory">Makes the value editor.</param>
/// <param name="indexValueFactory">Called when it is needed: it asks for element types, whose repositories ask for the list of editors.</param>
internal abstract class BlockPropertyEditor<TValueEditor>(
    IDataValueEditorFactory dataValueEditorFactory,
    Func<IPropertyIndexValueFactory> indexValueFactory)
    : DataEditor(dataValueEditorFactory)
    where TValueEditor : class, IBlockValueEditor
{
    /// <inheritdoc />
    public override IPropertyIndexValueFactory PropertyIndexValueFactory => indexValueFactory();

    /// <inheritdoc />
    public override bool SupportsConfigurableElements => true;

    /// <inheritdoc />
    public override bool CanMergePartialPropertyValues(IPropertyType propertyType) => !propertyType.VariesByCulture();

    /// <inheritdoc />
    public override object? MergePartialPropertyValueForCulture(object? sourceValue, object? targetValue, string? culture)
        => ValueEditor().Merge(sourceValue, targetValue, culture);

    /// <inheritdoc />
    /// <remarks>Here Core calls the stored value the source and what was posted the target: the other way round than when it publishes.</remarks>
    public override object? MergeVariantInvariantPropertyValue(
        object? sourceValue,
        object? targetValue,
        bool canUpdateInvariantData,
        HashSet<string> allowedCultures)
    {
        TValueEditor editor = ValueEditor();
        object? merged = canUpdateInvariantData ? editor.Merge(targetValue, sourceValue, null) : sourceValue;
        return allowedCultures.Aggregate(merged, (stored, culture) => editor.Merge(targetValue, stored, culture));
    }

    /// <inheritdoc />
    public override IEnumerable<string> GetChangedCulturesForPartialPropertyValues(object? sourceValue, object? targetValue, string defaultCulture)
        => ValueEditor().ChangedCultures(sourceValue, targetValue, defaultCulture);

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => ValueEditor();

    private TValueEditor ValueEditor() => DataValueEditorFactory.Create<TValueEditor>(Attribute!);
}
