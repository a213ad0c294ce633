using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.PropertyEditors.Files;

/// <summary>Fills width, height, size and extension of a media item from its file whenever that was changed.</summary>
/// <remarks>Which properties are filled is Umbraco's setting <c>Content:Imaging:AutoFillImageProperties</c>.</remarks>
internal sealed class AutoFillFilePropertiesHandler(
    FilePropertyReader reader,
    UploadAutoFillProperties autoFill,
    MediaFileManager mediaFiles,
    IOptionsMonitor<ContentSettings> settings)
    : INotificationHandler<MediaSavingNotification>
{
    /// <inheritdoc />
    public void Handle(MediaSavingNotification notification)
    {
        foreach (IMedia media in notification.SavedEntities)
        {
            foreach (ImagingAutoFillUploadField field in settings.CurrentValue.Imaging.AutoFillImageProperties)
                Fill(media, field);
        }
    }

    private void Fill(IMedia media, ImagingAutoFillUploadField field)
    {
        if (!media.Properties.TryGetValue(field.Alias, out IProperty? property) || !property.IsDirty())
            return;

        foreach (IPropertyValue value in property.Values)
        {
            if (reader.Path(property.PropertyType.PropertyEditorAlias, value.EditedValue) is { } path)
                autoFill.Populate(media, field, mediaFiles.FileSystem.GetRelativePath(path), value.Culture, value.Segment);
            else
                autoFill.Reset(media, field, value.Culture, value.Segment);
        }
    }
}
