using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.Sync.Export;

/// <summary>What a notification says was changed.</summary>
internal static class SavedItems
{
    /// <summary>The kind and the keys; no keys for kinds of which there are few and whose items are known by other names.</summary>
    public static (SyncKind Kind, IReadOnlyCollection<Guid>? Keys) Of(INotification notification) => notification switch
    {
        ContentSavedNotification saved => (SyncKind.Content, Keys(saved.SavedEntities)),
        ContentPublishedNotification published => (SyncKind.Content, Keys(published.PublishedEntities)),
        ContentUnpublishedNotification unpublished => (SyncKind.Content, Keys(unpublished.UnpublishedEntities)),
        ContentSortedNotification sorted => (SyncKind.Content, Keys(sorted.SortedEntities)),
        ContentMovedNotification moved => (SyncKind.Content, Keys(moved.MoveInfoCollection.Select(info => info.Entity))),
        ContentMovedToRecycleBinNotification binned => (SyncKind.Content, Keys(binned.MoveInfoCollection.Select(info => info.Entity))),
        ContentDeletedNotification deleted => (SyncKind.Content, Keys(deleted.DeletedEntities)),
        MediaSavedNotification saved => (SyncKind.Media, Keys(saved.SavedEntities)),
        MediaMovedNotification moved => (SyncKind.Media, Keys(moved.MoveInfoCollection.Select(info => info.Entity))),
        MediaMovedToRecycleBinNotification binned => (SyncKind.Media, Keys(binned.MoveInfoCollection.Select(info => info.Entity))),
        MediaDeletedNotification deleted => (SyncKind.Media, Keys(deleted.DeletedEntities)),
        _ => OfSchema(notification),
    };

    private static (SyncKind Kind, IReadOnlyCollection<Guid>? Keys) OfSchema(INotification notification) => notification switch
    {
        ContentTypeSavedNotification saved => (SyncKind.ContentType, Keys(saved.SavedEntities)),
        ContentTypeMovedNotification moved => (SyncKind.ContentType, Keys(moved.MoveInfoCollection.Select(info => info.Entity))),
        ContentTypeDeletedNotification deleted => (SyncKind.ContentType, Keys(deleted.DeletedEntities)),
        MediaTypeSavedNotification saved => (SyncKind.MediaType, Keys(saved.SavedEntities)),
        MediaTypeMovedNotification moved => (SyncKind.MediaType, Keys(moved.MoveInfoCollection.Select(info => info.Entity))),
        MediaTypeDeletedNotification deleted => (SyncKind.MediaType, Keys(deleted.DeletedEntities)),
        DataTypeSavedNotification saved => (SyncKind.DataType, Keys(saved.SavedEntities)),
        DataTypeMovedNotification moved => (SyncKind.DataType, Keys(moved.MoveInfoCollection.Select(info => info.Entity))),
        DataTypeDeletedNotification deleted => (SyncKind.DataType, Keys(deleted.DeletedEntities)),
        TemplateSavedNotification saved => (SyncKind.Template, Keys(saved.SavedEntities)),
        TemplateDeletedNotification deleted => (SyncKind.Template, Keys(deleted.DeletedEntities)),
        DictionaryItemSavedNotification saved => (SyncKind.Dictionary, Keys(saved.SavedEntities)),
        DictionaryItemMovedNotification moved => (SyncKind.Dictionary, Keys(moved.MoveInfoCollection.Select(info => info.Entity))),
        DictionaryItemDeletedNotification deleted => (SyncKind.Dictionary, Keys(deleted.DeletedEntities)),
        ContentSavedBlueprintNotification saved => (SyncKind.Blueprint, [saved.SavedBlueprint.Key]),
        ContentDeletedBlueprintNotification deleted => (SyncKind.Blueprint, Keys(deleted.DeletedBlueprints)),
        RelationTypeSavedNotification saved => (SyncKind.RelationType, Keys(saved.SavedEntities)),
        RelationTypeDeletedNotification deleted => (SyncKind.RelationType, Keys(deleted.DeletedEntities)),
        WebhookSavedNotification saved => (SyncKind.Webhook, Keys(saved.SavedEntities)),
        WebhookDeletedNotification deleted => (SyncKind.Webhook, Keys(deleted.DeletedEntities)),
        LanguageSavedNotification or LanguageDeletedNotification => (SyncKind.Language, null),
        DomainSavedNotification or DomainDeletedNotification => (SyncKind.Domain, null),
        _ => throw new ArgumentException($"{notification.GetType()} is not a notification of a kind that is exported.", nameof(notification)),
    };

    private static Guid[] Keys(IEnumerable<IEntity> entities) => [.. entities.Select(entity => entity.Key)];
}
