using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Files;

/// <summary><c>Umbraco.UploadField</c>: one file, stored as its path, e.g. <c>/media/a1b2c3d4/report.pdf</c>.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.UploadField, ValueEditorIsReusable = true)]
internal sealed class FileUploadPropertyEditor : DataEditor, IMediaUrlGenerator
{
    private readonly IIOHelper _ioHelper;

    public FileUploadPropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    public override IPropertyIndexValueFactory PropertyIndexValueFactory { get; } = new NoopPropertyIndexValueFactory();

    /// <inheritdoc />
    public bool TryGetMediaPath(string? propertyEditorAlias, object? value, [NotNullWhen(true)] out string? mediaPath)
    {
        mediaPath = propertyEditorAlias == Alias ? value?.ToString() : null;
        return !string.IsNullOrEmpty(mediaPath);
    }

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<FileUploadValueEditor>(Attribute!);

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new FileUploadConfigurationEditor(_ioHelper);
}
