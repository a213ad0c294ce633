using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Text;

/// <summary><c>Umbraco.TextBox</c>: one line of text, stored as it stands; <c>maxChars</c> limits its length.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.TextBox, ValueEditorIsReusable = true)]
internal sealed class TextBoxPropertyEditor : DataEditor
{
    private readonly IIOHelper _ioHelper;

    public TextBoxPropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<TextOnlyValueEditor>(Attribute!);

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new TextboxConfigurationEditor(_ioHelper);
}
