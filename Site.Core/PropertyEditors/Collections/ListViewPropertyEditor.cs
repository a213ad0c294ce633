using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Collections;

/// <summary><c>Umbraco.ListView</c>: configuration of a collection view; it holds no value.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.ListView, ValueEditorIsReusable = true)]
internal sealed class ListViewPropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper)
    : DataEditor(dataValueEditorFactory)
{
    /// <inheritdoc />
    public override IPropertyIndexValueFactory PropertyIndexValueFactory { get; } = new NoopPropertyIndexValueFactory();

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new ListViewConfigurationEditor(ioHelper);
}
