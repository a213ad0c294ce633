using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary><c>Umbraco.BlockList</c>: a list of blocks, each with contents and perhaps settings of configured element types.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.BlockList, ValueType = ValueTypes.Json, ValueEditorIsReusable = false)]
internal sealed class BlockListPropertyEditor(
    IDataValueEditorFactory dataValueEditorFactory,
    IIOHelper ioHelper,
    Lazy<IBlockValuePropertyIndexValueFactory> indexValueFactory)
    : DataEditor(dataValueEditorFactory)
{
    /// <inheritdoc />
    /// <remarks>Made when it is asked for: it needs element types, whose repositories need the list of editors.</remarks>
    public override IPropertyIndexValueFactory PropertyIndexValueFactory => indexValueFactory.Value;

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
        BlockListValueEditor editor = ValueEditor();
        object? merged = canUpdateInvariantData ? editor.Merge(sourceValue, targetValue, null) : targetValue;
        return allowedCultures.Aggregate(merged, (target, culture) => editor.Merge(sourceValue, target, culture));
    }

    /// <inheritdoc />
    public override IEnumerable<string> GetChangedCulturesForPartialPropertyValues(object? sourceValue, object? targetValue, string defaultCulture)
        => ValueEditor().ChangedCultures(sourceValue, targetValue, defaultCulture);

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => ValueEditor();

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new BlockListConfigurationEditor(ioHelper);

    private BlockListValueEditor ValueEditor() => DataValueEditorFactory.Create<BlockListValueEditor>(Attribute!);

    private sealed class BlockListConfigurationEditor(IIOHelper ioHelper) : ConfigurationEditor<BlockListConfiguration>(ioHelper);
}
