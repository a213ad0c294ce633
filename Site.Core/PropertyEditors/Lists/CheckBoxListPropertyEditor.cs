using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Lists;

/// <summary><c>Umbraco.CheckBoxList</c>: boxes to tick; any number of choices, stored as a JSON array of the chosen texts.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.CheckBoxList, ValueEditorIsReusable = true)]
internal sealed class CheckBoxListPropertyEditor : DataEditor
{
    private readonly IIOHelper _ioHelper;

    public CheckBoxListPropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<MultipleValueEditor>(Attribute!);

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new ValueListConfigurationEditor<ValueListConfiguration>(_ioHelper);
}
