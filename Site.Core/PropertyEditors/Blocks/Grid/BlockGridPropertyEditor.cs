using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Blocks.Grid;

/// <summary><c>Umbraco.BlockGrid</c>: blocks in columns and rows, with areas that hold blocks again.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.BlockGrid, ValueType = ValueTypes.Json, ValueEditorIsReusable = false)]
internal sealed class BlockGridPropertyEditor(
    IDataValueEditorFactory dataValueEditorFactory,
    IIOHelper ioHelper,
    Lazy<IBlockValuePropertyIndexValueFactory> indexValueFactory)
    : BlockPropertyEditor<BlockGridValueEditor>(dataValueEditorFactory, () => indexValueFactory.Value)
{
    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new BlockGridConfigurationEditor(ioHelper);
}
