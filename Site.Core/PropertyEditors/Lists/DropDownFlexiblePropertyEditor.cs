using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Lists;

/// <summary><c>Umbraco.DropDown.Flexible</c>: a drop-down list; one or several choices (<c>multiple</c>), stored as a JSON array of the chosen texts.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.DropDownListFlexible, ValueEditorIsReusable = true)]
internal sealed class DropDownFlexiblePropertyEditor : DataEditor
{
    private readonly IIOHelper _ioHelper;

    public DropDownFlexiblePropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<MultipleValueEditor>(Attribute!);

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new ValueListConfigurationEditor<DropDownFlexibleConfiguration>(_ioHelper);
}
