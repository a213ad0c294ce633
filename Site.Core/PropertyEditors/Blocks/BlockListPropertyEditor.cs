using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary><c>Umbraco.BlockList</c>: a list of blocks, each with contents and perhaps settings of configured element types.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.BlockList, ValueType = ValueTypes.Json, ValueEditorIsReusable = false)]
internal sealed class BlockListPropertyEditor(
    IDataValueEditorFactory dataValueEditorFactory,
    IIOHelper ioHelper,
    Lazy<IBlockValuePropertyIndexValueFactory> indexValueFactory)
    : BlockPropertyEditor<BlockListValueEditor>(dataValueEditorFactory, () => indexValueFactory.Value)
{
    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new BlockListConfigurationEditor(ioHelper);

    private sealed class BlockListConfigurationEditor(IIOHelper ioHelper) : ConfigurationEditor<BlockListConfiguration>(ioHelper);
}
