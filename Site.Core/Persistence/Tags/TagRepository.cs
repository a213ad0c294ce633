using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Tags;

/// <summary>Tags, and the properties that carry them. Groups and texts are compared without regard to case.</summary>
/// <remarks>
/// A culture is an ISO code; <c>null</c> or empty means tags that do not vary, <c>*</c> those of every culture and of none.
/// </remarks>
internal sealed class TagRepository(AmbientDbContext database) : ITagRepository
{
    // Beside the numbers of Core's locks, of which none is for tags.
    private const int Lock = -1001;

    private static readonly PredicateTranslator<TagRow> _translator = new(new Dictionary<string, System.Linq.Expressions.Expression<Func<TagRow, object?>>>
    {
        [nameof(ITag.Id)] = x => x.Id,
        [nameof(ITag.Group)] = x => x.Group,
        [nameof(ITag.Text)] = x => x.Text,
        [nameof(ITag.LanguageId)] = x => x.LanguageId,
    });

    private IQueryable<TagRow> Rows => database.Read.Set<TagRow>();

    /// <inheritdoc />
    public ITag? Get(int id) => ToEntities(Rows.Where(x => x.Id == id)).SingleOrDefault();

    /// <inheritdoc />
    /// <remarks>No ids means all.</remarks>
    public IEnumerable<ITag> GetMany(params int[]? ids) =>
        ToEntities((ids is null or [] ? Rows : Rows.Where(x => ids.Contains(x.Id))).OrderBy(x => x.Id));

    /// <inheritdoc />
    public bool Exists(int id) => Rows.Any(x => x.Id == id);

    /// <inheritdoc />
    public IEnumerable<ITag> Get(IQuery<ITag> query) => ToEntities(Where(query).OrderBy(x => x.Id));

    /// <inheritdoc />
    public int Count(IQuery<ITag>? query) => Where(query).Count();

    /// <inheritdoc />
    public void Save(ITag entity)
    {
        SiteDbContext context = database.Write;
        TagRow row = entity.HasIdentity
            ? context.Set<TagRow>().AsTracking().SingleOrDefault(x => x.Id == entity.Id)
                ?? throw new InvalidOperationException($"There is no tag {entity.Id} any more.")
            : context.Add(new TagRow()).Entity;
        row.Group = entity.Group;
        row.Text = entity.Text;
        row.LanguageId = entity.LanguageId;
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.Id = row.Id;
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    public void Delete(ITag entity) => database.Write.Set<TagRow>().Where(x => x.Id == entity.Id).ExecuteDelete();

    /// <inheritdoc />
    public void Assign(int contentId, int propertyTypeId, IEnumerable<ITag> tags, bool replaceTags = true)
    {
        SiteDbContext context = database.Write;
        int[] wanted = [.. EnsureTags(context, tags).Distinct()];
        IQueryable<TagRelationshipRow> live = Of(context, contentId, propertyTypeId);
        List<int> assigned = [.. live.Select(x => x.TagId)];
        if (replaceTags && assigned.Except(wanted).Any())
        {
            live.Where(x => !wanted.Contains(x.TagId)).ExecuteDelete();
        }

        context.AddRange(wanted.Except(assigned).Select(x => new TagRelationshipRow { NodeId = contentId, PropertyTypeId = propertyTypeId, TagId = x }));
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <inheritdoc />
    public void Remove(int contentId, int propertyTypeId, IEnumerable<ITag> tags)
    {
        SiteDbContext context = database.Write;
        int[] ids = [.. tags.Select(x => Find(context, x)).OfType<TagRow>().Select(x => x.Id)];
        Of(context, contentId, propertyTypeId).Where(x => ids.Contains(x.TagId)).ExecuteDelete();
    }

    /// <inheritdoc />
    public void RemoveAll(int contentId) => database.Write.Set<TagRelationshipRow>().Where(x => x.NodeId == contentId).ExecuteDelete();

    /// <inheritdoc />
    public void RemoveAll(int contentId, int propertyTypeId) => Of(database.Write, contentId, propertyTypeId).ExecuteDelete();

    /// <inheritdoc />
    public TaggedEntity? GetTaggedEntityByKey(Guid key) =>
        ToTaggedEntities(database.Read.TagUses().Where(x => x.NodeKey == key)).SingleOrDefault();

    /// <inheritdoc />
    public TaggedEntity? GetTaggedEntityById(int id) =>
        ToTaggedEntities(database.Read.TagUses().Where(x => x.NodeId == id)).SingleOrDefault();

    /// <inheritdoc />
    public IEnumerable<TaggedEntity> GetTaggedEntitiesByTagGroup(TaggableObjectTypes objectType, string group, string? culture = null) =>
        ToTaggedEntities(database.Read.TagUses().OnNodesOf(objectType).InGroup(group).In(culture));

    /// <inheritdoc />
    public IEnumerable<TaggedEntity> GetTaggedEntitiesByTag(
        TaggableObjectTypes objectType,
        string tag,
        string? group = null,
        string? culture = null) =>
        ToTaggedEntities(database.Read.TagUses().OnNodesOf(objectType).InGroup(group).In(culture).WhereTextIs(x => x.Text, tag));

    /// <inheritdoc />
    /// <remarks>The tags say on how many nodes they are.</remarks>
    public IEnumerable<ITag> GetTagsForEntityType(TaggableObjectTypes objectType, string? group = null, string? culture = null)
    {
        IQueryable<TagUse> uses = database.Read.TagUses().OnNodesOf(objectType).InGroup(group).In(culture);
        var counts = uses
            .Select(x => new { x.TagId, x.NodeId })
            .Distinct()
            .GroupBy(x => x.TagId)
            .Select(x => new { Id = x.Key, Count = x.Count() })
            .ToDictionary(x => x.Id, x => x.Count);
        return ToEntities(TagsOf(uses), counts);
    }

    /// <inheritdoc />
    public IEnumerable<ITag> GetTagsForEntity(int contentId, string? group = null, string? culture = null) =>
        ToEntities(TagsOf(database.Read.TagUses().Where(x => x.NodeId == contentId).InGroup(group).In(culture)));

    /// <inheritdoc />
    public IEnumerable<ITag> GetTagsForEntity(Guid contentId, string? group = null, string? culture = null) =>
        ToEntities(TagsOf(database.Read.TagUses().Where(x => x.NodeKey == contentId).InGroup(group).In(culture)));

    /// <inheritdoc />
    public IEnumerable<ITag> GetTagsForProperty(int contentId, string propertyTypeAlias, string? group = null, string? culture = null) =>
        ToEntities(TagsOf(database.Read.TagUses()
            .Where(x => x.NodeId == contentId)
            .WhereTextIs(x => x.PropertyTypeAlias, propertyTypeAlias)
            .InGroup(group)
            .In(culture)));

    /// <inheritdoc />
    public IEnumerable<ITag> GetTagsForProperty(Guid contentId, string propertyTypeAlias, string? group = null, string? culture = null) =>
        ToEntities(TagsOf(database.Read.TagUses()
            .Where(x => x.NodeKey == contentId)
            .WhereTextIs(x => x.PropertyTypeAlias, propertyTypeAlias)
            .InGroup(group)
            .In(culture)));

    private static IQueryable<TagRelationshipRow> Of(SiteDbContext context, int contentId, int propertyTypeId) =>
        context.Set<TagRelationshipRow>().Where(x => x.NodeId == contentId && x.PropertyTypeId == propertyTypeId);

    private static TagRow? Find(SiteDbContext context, ITag tag) => context.Set<TagRow>()
        .Where(x => x.LanguageId == tag.LanguageId)
        .WhereTextIs(x => x.Group, tag.Group)
        .WhereTextIs(x => x.Text, tag.Text)
        .OrderBy(x => x.Id)
        .FirstOrDefault();

    private List<int> EnsureTags(SiteDbContext context, IEnumerable<ITag> tags)
    {
        List<int> ids = [];
        foreach (ITag tag in tags)
        {
            ids.Add((Find(context, tag) ?? Create(context, tag)).Id);
        }

        return ids;
    }

    // Documents and media are written beside each other. The index tells neither tags without a language nor their cases apart, so a
    // new tag is looked for once more when nobody else can be adding it.
    private TagRow Create(SiteDbContext context, ITag tag)
    {
        database.Session.AcquireLock(Lock, DistributedLockType.WriteLock, timeout: null);
        if (Find(context, tag) is { } added)
        {
            return added;
        }

        TagRow row = context.Add(new TagRow { Group = tag.Group, Text = tag.Text, LanguageId = tag.LanguageId }).Entity;
        context.SaveChanges();
        return row;
    }

    private static List<TaggedEntity> ToTaggedEntities(IQueryable<TagUse> uses) =>
        [.. uses.OrderBy(x => x.NodeId).ThenBy(x => x.PropertyTypeId).ThenBy(x => x.Text).ToList()
            .GroupBy(x => x.NodeId)
            .Select(node => new TaggedEntity(node.Key, [.. node
                .GroupBy(x => (x.PropertyTypeId, x.PropertyTypeAlias))
                .Select(property => new TaggedProperty(
                    property.Key.PropertyTypeId,
                    property.Key.PropertyTypeAlias,
                    [.. property.Select(x => ToEntity(x.TagId, x.Group, x.Text, x.LanguageId, 0))]))]))];

    private static List<ITag> ToEntities(IQueryable<TagRow> tags, Dictionary<int, int>? nodeCounts = null) =>
        [.. tags.ToList().Select(x => ToEntity(x.Id, x.Group, x.Text, x.LanguageId, nodeCounts?.GetValueOrDefault(x.Id) ?? 0))];

    private static Tag ToEntity(int id, string group, string text, int? languageId, int nodeCount)
    {
        var tag = new Tag(id, group, text, languageId);
        tag.DisableChangeTracking();
        tag.NodeCount = nodeCount;
        tag.ResetDirtyProperties(false);
        tag.EnableChangeTracking();
        return tag;
    }

    private IQueryable<TagRow> TagsOf(IQueryable<TagUse> uses)
    {
        IQueryable<int> ids = uses.Select(x => x.TagId);
        return Rows.Where(x => ids.Contains(x.Id)).OrderBy(x => x.Text).ThenBy(x => x.Id);
    }

    private IQueryable<TagRow> Where(IQuery<ITag>? query) =>
        ((Query<ITag>?)query)?.Predicates.Aggregate(Rows, (rows, predicate) => rows.Where(_translator.Translate(CaseInsensitive.Rewrite(predicate)))) ?? Rows;
}
