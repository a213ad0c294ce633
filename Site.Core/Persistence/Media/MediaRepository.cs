using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;
using MediaItem = Umbraco.Cms.Core.Models.Media;

namespace Site.Core.Persistence.Media;

/// <summary>The media items. Each has one version, which is replaced when it is saved.</summary>
internal sealed class MediaRepository(
    ContentRepositoryServices services,
    IMediaTypeRepository mediaTypes,
    MediaUrlGeneratorCollection mediaUrls) : ContentRepository<IMedia>(services), IMediaRepository
{
    private static readonly PredicateTranslator<ContentProjection> _translator = new(
        new Dictionary<string, Expression<Func<ContentProjection, object?>>>
        {
            [nameof(IMedia.Id)] = x => x.Node.Id,
            [nameof(IMedia.Key)] = x => x.Node.UniqueId,
            [nameof(IMedia.ParentId)] = x => x.Node.ParentId,
            [nameof(IMedia.Level)] = x => x.Node.Level,
            [nameof(IMedia.Path)] = x => x.Node.Path,
            [nameof(IMedia.SortOrder)] = x => x.Node.SortOrder,
            [nameof(IMedia.Trashed)] = x => x.Node.Trashed,
            [nameof(IMedia.CreatorId)] = x => x.Node.NodeUser,
            [nameof(IMedia.CreateDate)] = x => x.Node.CreateDate,
            [nameof(IMedia.Name)] = x => x.Version.Text,
            [nameof(IMedia.UpdateDate)] = x => x.Version.VersionDate,
            [nameof(IMedia.WriterId)] = x => x.Version.UserId,
            [nameof(IMedia.VersionId)] = x => x.Version.Id,
            [nameof(IMedia.ContentTypeId)] = x => x.Content.ContentTypeId,
        });

    /// <inheritdoc />
    public override int RecycleBinId => Constants.System.RecycleBinMedia;

    /// <inheritdoc />
    protected override Guid ObjectType => Constants.ObjectTypes.Media;

    /// <inheritdoc />
    protected override PredicateTranslator<ContentProjection> Translator => _translator;

    /// <inheritdoc />
    public IMedia? GetMediaByPath(string mediaPath)
    {
        SiteDbContext context = Database.Read;
        int? id = context.Set<MediaVersionRow>()
            .Where(x => x.Path == mediaPath)
            .Join(context.Set<ContentVersionRow>().Where(x => x.Current), x => x.Id, x => x.Id, (media, version) => (int?)version.NodeId)
            .FirstOrDefault();
        return id is { } known ? Get(known) : null;
    }

    /// <inheritdoc />
    protected override IQueryable<ContentProjection> Versions(SiteDbContext context) =>
        from node in Nodes(context)
        join content in context.Set<ContentRow>() on node.Id equals content.NodeId
        join version in context.Set<ContentVersionRow>() on node.Id equals version.NodeId
        select new ContentProjection { Node = node, Content = content, Version = version };

    /// <inheritdoc />
    protected override List<IMedia> Build(SiteDbContext context, IReadOnlyList<ContentProjection> rows, string[]? propertyAliases)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        int[] typeIds = [.. rows.Select(x => x.Content.ContentTypeId).Distinct()];
        var types = mediaTypes.GetMany(typeIds).ToDictionary(x => x.Id, x => (Type: x, PropertyTypes: x.CompositionPropertyTypes.ToArray()));
        int[]? propertyTypeIds = propertyAliases is null
            ? null
            : [.. types.Values.SelectMany(x => x.PropertyTypes).Where(x => propertyAliases.InvariantContains(x.Alias)).Select(x => x.Id).Distinct()];
        int[] versionIds = [.. rows.Select(x => x.Version.Id)];
        var contents = VersionContents.Read(context, versionIds, propertyTypeIds, withCultures: false);
        var languages = LanguageCodes.From(Services.Languages);
        return [.. rows.Select(x =>
        {
            (IMediaType type, IPropertyType[] propertyTypes) = types[x.Content.ContentTypeId];
            return Create(x, type, PropertyDataMapper.ToProperties(propertyTypes, contents.PropertiesOf(x.Version.Id), [], languages));
        })];
    }

    /// <inheritdoc />
    protected override IPropertyType? FindPropertyType(string alias) =>
        mediaTypes.GetMany(Array.Empty<int>())
            .SelectMany(x => x.PropertyTypes)
            .FirstOrDefault(x => x.Alias.Equals(alias, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    protected override void PersistNew(SiteDbContext context, IMedia entity)
    {
        entity.AddingEntity();
        var languages = LanguageCodes.From(Services.Languages);
        ContentNames.Ensure(context, entity, ObjectType, languages);
        entity.SanitizeEntityPropertiesForXmlStorage();
        NodeTree.Insert(context, entity, entity.Trashed, ObjectType);
        context.Add(new ContentRow { NodeId = entity.Id, ContentTypeId = entity.ContentTypeId });
        ContentVersionRow version = context.Add(new ContentVersionRow { NodeId = entity.Id, Current = true }).Entity;
        Fill(version, entity);
        context.SaveChanges();
        entity.VersionId = version.Id;
        context.Add(new MediaVersionRow { Id = version.Id, Path = PathOf(entity) });
        PropertyDataChanges.Apply(context, version.Id, [], Services.Properties.ToRows(entity, published: false, languages));
        context.SaveChanges();
        Finish(context, entity, languages, isNew: true);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(SiteDbContext context, IMedia entity)
    {
        if (!entity.IsDirty())
        {
            return;
        }

        entity.UpdatingEntity();
        var languages = LanguageCodes.From(Services.Languages);
        if (!entity.IsMoving())
        {
            ContentNames.Ensure(context, entity, ObjectType, languages);
            entity.SanitizeEntityPropertiesForXmlStorage();
        }

        if (entity.IsPropertyDirty(nameof(ITreeEntity.ParentId)))
        {
            NodeTree.Move(context, entity, ObjectType);
        }

        int id = entity.Id;
        ContentVersionRow version = context.Set<ContentVersionRow>().AsTracking().FirstOrDefault(x => x.NodeId == id && x.Current)
            ?? throw new InvalidOperationException($"The media item {id} was deleted meanwhile and cannot be saved.");
        Fill(version, entity);
        entity.VersionId = version.Id;
        NodeTree.Update(context, entity, entity.Trashed, ObjectType);
        context.Update(new ContentRow { NodeId = id, ContentTypeId = entity.ContentTypeId });
        context.Update(new MediaVersionRow { Id = version.Id, Path = PathOf(entity) });
        List<PropertyDataRow> stored = [.. context.Set<PropertyDataRow>().AsTracking().Where(x => x.VersionId == version.Id)];
        PropertyDataChanges.Apply(context, version.Id, stored, Services.Properties.ToRows(entity, published: false, languages));
        context.SaveChanges();
        Finish(context, entity, languages, isNew: false);
    }

    private static MediaItem Create(ContentProjection row, IMediaType type, PropertyCollection properties)
    {
        var media = new MediaItem(row.Version.Text, row.Node.ParentId, type, properties);
        media.DisableChangeTracking();
        try
        {
            media.Id = row.Node.Id;
            media.Key = row.Node.UniqueId;
            media.VersionId = row.Version.Id;
            media.Path = row.Node.Path;
            media.Level = row.Node.Level;
            media.SortOrder = row.Node.SortOrder;
            media.Trashed = row.Node.Trashed;
            media.CreatorId = row.Node.NodeUser ?? Constants.Security.UnknownUserId;
            media.WriterId = row.Version.UserId ?? Constants.Security.UnknownUserId;
            media.CreateDate = row.Node.CreateDate;
            media.UpdateDate = row.Version.VersionDate;
            media.ResetDirtyProperties(false);
            return media;
        }
        finally
        {
            media.EnableChangeTracking();
        }
    }

    private static void Fill(ContentVersionRow version, IMedia entity)
    {
        version.VersionDate = entity.UpdateDate;
        version.UserId = entity.WriterId;
        version.Text = entity.Name;
    }

    private string? PathOf(IMedia entity) =>
        entity.TryGetMediaPath(Constants.Conventions.Media.File, mediaUrls, out string? path) ? path : null;

    private void Finish(SiteDbContext context, IMedia entity, LanguageCodes languages, bool isNew)
    {
        context.ChangeTracker.Clear();
        Services.Tags.Save(entity, published: false, languages);
        Services.References.Save(context, entity, isNew, trackPublishedValues: false);
#pragma warning disable CS0618 // Listeners of stock Umbraco still get it.
        Services.Events.Publish(new MediaRefreshNotification(entity, new EventMessages()));
#pragma warning restore CS0618
        entity.ResetDirtyProperties();
    }
}
