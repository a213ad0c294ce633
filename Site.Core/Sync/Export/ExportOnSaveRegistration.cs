using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.Sync.Export;

/// <summary>Listens to every change of what is exported.</summary>
internal static class ExportOnSaveRegistration
{
    /// <summary>Adds the handlers; whether they write is decided by the settings at each save.</summary>
    public static IUmbracoBuilder AddExportOnSave(this IUmbracoBuilder builder) => builder
        .On<ContentSavedNotification>()
        .On<ContentPublishedNotification>()
        .On<ContentUnpublishedNotification>()
        .On<ContentSortedNotification>()
        .On<ContentMovedNotification>()
        .On<ContentMovedToRecycleBinNotification>()
        .On<ContentDeletedNotification>()
        .On<MediaSavedNotification>()
        .On<MediaMovedNotification>()
        .On<MediaMovedToRecycleBinNotification>()
        .On<MediaDeletedNotification>()
        .OnSchema();

    private static IUmbracoBuilder OnSchema(this IUmbracoBuilder builder) => builder
        .On<ContentTypeSavedNotification>()
        .On<ContentTypeMovedNotification>()
        .On<ContentTypeDeletedNotification>()
        .On<MediaTypeSavedNotification>()
        .On<MediaTypeMovedNotification>()
        .On<MediaTypeDeletedNotification>()
        .On<DataTypeSavedNotification>()
        .On<DataTypeMovedNotification>()
        .On<DataTypeDeletedNotification>()
        .On<TemplateSavedNotification>()
        .On<TemplateDeletedNotification>()
        .On<DictionaryItemSavedNotification>()
        .On<DictionaryItemMovedNotification>()
        .On<DictionaryItemDeletedNotification>()
        .On<ContentSavedBlueprintNotification>()
        .On<ContentDeletedBlueprintNotification>()
        .On<RelationTypeSavedNotification>()
        .On<RelationTypeDeletedNotification>()
        .On<WebhookSavedNotification>()
        .On<WebhookDeletedNotification>()
        .On<LanguageSavedNotification>()
        .On<LanguageDeletedNotification>()
        .On<DomainSavedNotification>()
        .On<DomainDeletedNotification>();

    private static IUmbracoBuilder On<TNotification>(this IUmbracoBuilder builder)
        where TNotification : INotification =>
        builder.AddNotificationAsyncHandler<TNotification, ExportOnSaveHandler<TNotification>>();
}
