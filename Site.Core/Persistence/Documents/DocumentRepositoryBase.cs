using System.Linq.Expressions;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Site.Core.Persistence.Documents;

/// <summary>What documents and blueprints share: the table of documents, told apart by the type of their nodes.</summary>
internal abstract partial class DocumentRepositoryBase(
    ContentRepositoryServices services,
    IContentTypeRepository contentTypes,
    DocumentSchedules schedules,
    DocumentPermissions permissions) : ContentRepository<IContent>(services), IDocumentRepository
{
    private static readonly PredicateTranslator<ContentProjection> _translator = new(
        new Dictionary<string, Expression<Func<ContentProjection, object?>>>
        {
            [nameof(IContent.Id)] = x => x.Node.Id,
            [nameof(IContent.Key)] = x => x.Node.UniqueId,
            [nameof(IContent.ParentId)] = x => x.Node.ParentId,
            [nameof(IContent.Level)] = x => x.Node.Level,
            [nameof(IContent.Path)] = x => x.Node.Path,
            [nameof(IContent.SortOrder)] = x => x.Node.SortOrder,
            [nameof(IContent.Trashed)] = x => x.Node.Trashed,
            [nameof(IContent.CreatorId)] = x => x.Node.NodeUser,
            [nameof(IContent.CreateDate)] = x => x.Node.CreateDate,
            [nameof(IContent.Name)] = x => x.Version.Text,
            [nameof(IContent.UpdateDate)] = x => x.Version.VersionDate,
            [nameof(IContent.WriterId)] = x => x.Version.UserId,
            [nameof(IContent.VersionId)] = x => x.Version.Id,
            [nameof(IContent.ContentTypeId)] = x => x.Content.ContentTypeId,
            [nameof(IContent.TemplateId)] = x => x.DocumentVersion!.TemplateId,
            [nameof(IContent.Published)] = x => x.Document!.Published,
            [nameof(IContent.Edited)] = x => x.Document!.Edited,
        });

    /// <inheritdoc />
    public override int RecycleBinId => Constants.System.RecycleBinContent;

    /// <inheritdoc />
    protected override PredicateTranslator<ContentProjection> Translator => _translator;

    /// <summary>Whether the entities are blueprints, which may share their names and are neither published nor tracked.</summary>
    protected abstract bool IsBlueprint { get; }

    /// <inheritdoc />
    protected override IQueryable<ContentProjection> Versions(SiteDbContext context) =>
        from node in Nodes(context)
        join content in context.Set<ContentRow>() on node.Id equals content.NodeId
        join version in context.Set<ContentVersionRow>() on node.Id equals version.NodeId
        join document in context.Set<DocumentRow>() on node.Id equals document.NodeId
        join documentVersion in context.Set<DocumentVersionRow>() on version.Id equals documentVersion.Id
        select new ContentProjection
        {
            Node = node,
            Content = content,
            Version = version,
            Document = document,
            DocumentVersion = documentVersion,
        };

    /// <inheritdoc />
    protected override IQueryable<ContentVersionRow> Deletable(SiteDbContext context) =>
        base.Deletable(context).Where(x => !context.Set<DocumentVersionRow>().Any(d => d.Id == x.Id && d.Published));

    /// <inheritdoc />
    protected override List<IContent> Build(SiteDbContext context, IReadOnlyList<ContentProjection> rows, string[]? propertyAliases)
    {
        int[] typeIds = [.. rows.Select(x => x.Content.ContentTypeId).Distinct()];
        Dictionary<int, IContentType> types = typeIds.Length == 0 ? [] : contentTypes.GetMany(typeIds).ToDictionary(x => x.Id);
        return new DocumentFactory(context, types, LanguageCodes.From(Services.Languages), IsBlueprint).Create(rows, propertyAliases);
    }

    /// <inheritdoc />
    protected override bool IsOwn(IContent entity) => entity.Blueprint == IsBlueprint;

    /// <inheritdoc />
    protected override IPropertyType? FindPropertyType(string alias) =>
        contentTypes.GetMany(Array.Empty<int>())
            .SelectMany(x => x.PropertyTypes)
            .FirstOrDefault(x => x.Alias.Equals(alias, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    protected override void PersistNew(SiteDbContext context, IContent entity)
    {
        entity.AddingEntity();
        entity.TemplateId ??= entity.ContentType.DefaultTemplate?.Id;
        var languages = LanguageCodes.From(Services.Languages);
        Prepare(context, entity, languages);
        NodeTree.Insert(context, entity, entity.Trashed, ObjectType);
        new DocumentWriter(context, entity, Services.Properties, languages).Insert();
        Finish(context, entity, languages, isNew: true);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(SiteDbContext context, IContent entity)
    {
        bool changesState = entity.PublishedState is PublishedState.Publishing or PublishedState.Unpublishing;
        if (!changesState && !entity.IsDirty())
        {
            return;
        }

        entity.UpdatingEntity();
        var languages = LanguageCodes.From(Services.Languages);
        var writer = new DocumentWriter(context, entity, Services.Properties, languages);
        if (!changesState && entity.IsMoving())
        {
            NodeTree.Update(context, entity, entity.Trashed, ObjectType);
            context.SaveChanges();
            writer.Touch();
            Announce(entity);
            return;
        }

        Prepare(context, entity, languages);
        if (entity.IsPropertyDirty(nameof(ITreeEntity.ParentId)))
        {
            NodeTree.Move(context, entity, ObjectType);
        }

        var state = DocumentState.Read(context, entity.Id);
        NodeTree.Update(context, entity, entity.Trashed, ObjectType);
        writer.Update(state);
        Finish(context, entity, languages, isNew: false);
    }

    private void Prepare(SiteDbContext context, IContent entity, LanguageCodes languages)
    {
        ContentNames.Ensure(context, entity, ObjectType, languages, unique: !IsBlueprint);
        entity.SanitizeEntityPropertiesForXmlStorage();
        entity.AdjustDates(entity.UpdateDate, entity.PublishedState == PublishedState.Publishing);
    }

    private void Finish(SiteDbContext context, IContent entity, LanguageCodes languages, bool isNew)
    {
        context.ChangeTracker.Clear();
        switch (entity.PublishedState)
        {
            case PublishedState.Publishing:
                entity.Published = true;
                entity.PublishTemplateId = entity.TemplateId;
                entity.PublisherId = entity.WriterId;
                entity.PublishName = entity.Name;
                entity.PublishDate = entity.UpdateDate;
                Services.Tags.Save(entity, published: true, languages);
                break;
            case PublishedState.Unpublishing:
                entity.Published = false;
                entity.PublishTemplateId = null;
                entity.PublisherId = null;
                entity.PublishName = null;
                entity.PublishDate = null;
                entity.ClearPublishInfos();
                Services.Tags.Clear(entity);
                break;
        }

        if (!IsBlueprint)
        {
            Services.References.Save(context, entity, isNew, trackPublishedValues: entity.Published);
        }

        Announce(entity);
    }

    private void Announce(IContent entity)
    {
#pragma warning disable CS0618 // Core's own handler of address aliases still listens to it.
        Services.Events.Publish(new ContentRefreshNotification(entity, new EventMessages()));
#pragma warning restore CS0618
        entity.ResetDirtyProperties();
    }
}
