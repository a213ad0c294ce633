using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.PropertyEditors.Files;

/// <summary>Deletes the files of an item that was deleted for good. Files that belong to another item, which a copy may share, stay.</summary>
internal sealed class DeletedFilesHandler(FilePropertyReader reader, MediaFileManager mediaFiles)
    : INotificationHandler<MediaDeletedNotification>, INotificationHandler<ContentDeletedNotification>
{
    /// <inheritdoc />
    public void Handle(MediaDeletedNotification notification) => Delete(notification.DeletedEntities);

    /// <inheritdoc />
    public void Handle(ContentDeletedNotification notification) => Delete(notification.DeletedEntities);

    private void Delete(IEnumerable<IContentBase> items)
    {
        string[] files = [.. items.SelectMany(item => item.Properties.SelectMany(property => OwnFiles(item, property)))];
        if (files.Length > 0)
            mediaFiles.DeleteMediaFiles(files);
    }

    private IEnumerable<string> OwnFiles(IContentBase item, IProperty property)
        => reader.Paths(property)
            .Where(path => mediaFiles.IsFileOwnedBy(path, item.Key, property.PropertyType.Key))
            .Select(mediaFiles.FileSystem.GetRelativePath);
}
