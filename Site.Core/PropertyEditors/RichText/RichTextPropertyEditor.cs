using Site.Core.PropertyEditors.Blocks;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.RichText;

/// <summary><c>Umbraco.RichText</c>: formatted text with links, media and blocks, stored as JSON of markup and blocks.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.RichText, ValueType = ValueTypes.Text, ValueEditorIsReusable = false)]
internal sealed class RichTextPropertyEditor : BlockPropertyEditor<RichTextValueEditor>
{
    private readonly IIOHelper _ioHelper;

    public RichTextPropertyEditor(
        IDataValueEditorFactory dataValueEditorFactory,
        IIOHelper ioHelper,
        Lazy<IRichTextPropertyIndexValueFactory> indexValueFactory)
        : base(dataValueEditorFactory, () => indexValueFactory.Value)
    {
        _ioHelper = ioHelper;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new RichTextConfigurationEditor(_ioHelper);
}
