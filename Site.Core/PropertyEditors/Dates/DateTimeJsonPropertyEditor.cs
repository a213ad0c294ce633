using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Dates;

/// <summary>What the date editors of Umbraco 17 have in common.</summary>
internal abstract class DateTimeJsonPropertyEditor : DataEditor
{
    private readonly IIOHelper _ioHelper;

    /// <summary>Initializes an editor.</summary>
    protected DateTimeJsonPropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper, IPropertyIndexValueFactory indexValueFactory)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        PropertyIndexValueFactory = indexValueFactory;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    public sealed override IPropertyIndexValueFactory PropertyIndexValueFactory { get; }

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<DateTimeJsonValueEditor>(Attribute!);

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new DateTimeConfigurationEditor(_ioHelper);
}
