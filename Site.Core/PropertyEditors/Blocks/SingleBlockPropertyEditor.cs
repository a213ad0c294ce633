using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary><c>Umbraco.SingleBlock</c>: one block, stored like a list of blocks.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.SingleBlock, ValueType = ValueTypes.Json, ValueEditorIsReusable = false)]
internal sealed class SingleBlockPropertyEditor(
    IDataValueEditorFactory dataValueEditorFactory,
    IIOHelper ioHelper,
    Lazy<IBlockValuePropertyIndexValueFactory> indexValueFactory)
    : BlockPropertyEditor<SingleBlockValueEditor>(dataValueEditorFactory, () => indexValueFactory.Value)
{
    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new SingleBlockConfigurationEditor(ioHelper);

    private sealed class SingleBlockConfigurationEditor(IIOHelper ioHelper) : ConfigurationEditor<SingleBlockConfiguration>(ioHelper);
}
