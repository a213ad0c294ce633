using System.Text.Json.Nodes;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Files;

/// <summary>Stores an uploaded file and keeps its path.</summary>
internal sealed class FileUploadValueEditor : DataValueEditor
{
    private readonly UploadedFiles _files;

    public FileUploadValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        UploadedFiles files)
        : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
    {
        _files = files;
        Validators.Add(new UploadValidator(files));
    }

    /// <inheritdoc />
    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        PostedFile posted = PostedFile.Read(editorValue.Value);
        return posted.TemporaryFileId is { } temporaryFile
            ? _files.Store(temporaryFile, editorValue.ContentKey, editorValue.PropertyTypeKey)
            : posted.Source is { } source && (source == currentValue as string || UploadedFiles.IsMediaPath(source)) ? source : null;
    }

    /// <inheritdoc />
    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
        => property.GetValue(culture, segment) is string { Length: > 0 } source ? new JsonObject { ["src"] = source } : null;
}
