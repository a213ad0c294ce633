using System.Data;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Exceptions;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>What the repositories of document types and of media types share.</summary>
/// <typeparam name="TItem">The type's interface.</typeparam>
internal abstract class ContentTypeRepositoryBase<TItem>(ContentTypeServices services, Guid objectType)
    : FullCacheRepository<TItem>(services.Database, services.AppCaches), IContentTypeRepositoryBase<TItem>
    where TItem : class, IContentTypeComposition
{
    private readonly ContentTypeCaches _caches = new(services.AppCaches, services.Database);

    /// <summary>Core's helper for aliases.</summary>
    protected IShortStringHelper ShortStringHelper { get; } = services.ShortStringHelper;

    private ContentTypeDataMigration Migration { get; } = services.Migration;

    /// <inheritdoc />
    public TItem? Get(string alias) => All.Find(x => IsNamed(x, alias));

    /// <inheritdoc />
    public TItem? Get(Guid id) => All.Find(x => x.Key == id);

    /// <inheritdoc />
    /// <remarks>No keys means all.</remarks>
    public IEnumerable<TItem> GetMany(params Guid[]? ids) => ids is null or [] ? All.ToList() : All.Where(x => ids.Contains(x.Key));

    /// <inheritdoc />
    public bool Exists(Guid id) => Get(id) is not null;

    /// <inheritdoc />
    public IEnumerable<MoveEventInfo<TItem>> Move(TItem moving, EntityContainer container)
    {
        SiteDbContext context = Database.Write;
        int parentId = container?.Id ?? Constants.System.Root;
        if (moving.ParentId == parentId)
        {
            throw new DataOperationException<MoveOperationStatusType>(MoveOperationStatusType.FailedNotAllowedByPath);
        }

        string originalPath = moving.Path;
        List<(int Id, string Path)> below = [.. All.Select(x => (x.Id, x.Path)).Where(x => x.Path.StartsWith(originalPath + ",", StringComparison.Ordinal))];
        NodeMoves.Move(context, moving, parentId, objectType);
        moving.ResetDirtyProperties();
        _caches.InvalidateAll();
        return
        [
            new MoveEventInfo<TItem>(moving, originalPath, parentId, container?.Key),
            .. below.OrderBy(x => x.Path.Length).Select(x => (x.Path, Entity: All.Find(x.Id)!))
                .Select(x => new MoveEventInfo<TItem>(x.Entity, x.Path, x.Entity.ParentId)),
        ];
    }

    /// <inheritdoc />
    public string GetUniqueAlias(string alias)
    {
        // The aliases of all kinds of types are one set.
        HashSet<string> taken = Database.Read.Set<ContentTypeRow>().Select(x => x.Alias).AsEnumerable().ToHashSet(StringComparer.OrdinalIgnoreCase);
        string unique = alias;
        for (int number = 1; taken.Contains(unique); number++)
        {
            unique = $"{alias}{number}";
        }

        return unique;
    }

    /// <inheritdoc />
    public bool HasContainerInPath(string contentPath) => HasContainerInPath(
        [.. contentPath.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(x => int.TryParse(x, out int id) ? id : 0).Where(x => x > 0)]);

    /// <inheritdoc />
    public bool HasContainerInPath(params int[] ids)
    {
        SiteDbContext context = Database.Read;
        return (from content in context.Set<ContentRow>()
                join type in context.Set<ContentTypeRow>() on content.ContentTypeId equals type.NodeId
                where ids.Contains(content.NodeId) && type.ListView != null
                select content.NodeId).Any();
    }

    /// <inheritdoc />
    public bool HasContentNodes(int id) => Database.Read.Set<ContentRow>().Any(x => x.ContentTypeId == id);

    /// <inheritdoc />
    public IEnumerable<Guid> GetAllowedParentKeys(Guid key) =>
        [.. All.Select(x => (x.Key, Allows: x.AllowedContentTypes?.Any(allowed => allowed.Key == key) == true)).Where(x => x.Allows).Select(x => x.Key)];

    /// <summary>A new, empty type below a node.</summary>
    protected abstract TItem Create(int parentId);

    /// <summary>Reads what else the kind of types has, for all of them, and returns what gives one type its share.</summary>
    protected virtual Action<TItem> LoadOwn(SiteDbContext context) => static _ => { };

    /// <summary>Writes what else the kind of types has.</summary>
    protected virtual void SaveOwn(SiteDbContext context, TItem entity)
    {
    }

    /// <summary>Deletes what <see cref="SaveOwn"/> wrote.</summary>
    protected virtual void DeleteOwn(SiteDbContext context, int id)
    {
    }

    /// <inheritdoc />
    protected override IEnumerable<TItem> LoadAll()
    {
        SiteDbContext context = Database.Read;
        var rows = ContentTypeRows.Read(context, objectType);
        var factory = new ContentTypeFactory(ShortStringHelper, rows);
        Action<TItem> fillOwn = LoadOwn(context);
        Dictionary<int, TItem> types = [];
        foreach (ContentTypeRows.TypeRow row in rows.Types)
        {
            TItem type = types[row.Node.Id] = Create(row.Node.ParentId);
            Base(type).DisableChangeTracking();
            factory.Fill(Base(type), row);
            fillOwn(type);
        }

        foreach (TItem type in types.Values)
        {
            type.ContentTypeComposition = [.. rows.Parents[type.Id].Where(types.ContainsKey).Select(x => types[x])];
        }

        foreach (TItem type in types.Values)
        {
            Base(type).ResetDirtyProperties(false);
            Base(type).EnableChangeTracking();
        }

        return types.Values.OrderBy(x => x.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc />
    protected override void PersistNew(TItem entity)
    {
        SiteDbContext context = Database.Write;
        Validate(entity);
        RestrictVariations(entity);
        NodeTree.Insert(context, entity, trashed: false, objectType);
        context.Add(ContentTypeWriter.ToRow(entity));
        SaveParts(context, entity);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(TItem entity)
    {
        SiteDbContext context = Database.Write;
        Validate(entity);
        RestrictVariations(entity);
        Action endMigration = Migration.Begin(context, entity);
        if (context.Set<NodeRow>().Any(x => x.Id == entity.Id && x.ParentId != entity.ParentId))
        {
            NodeMoves.Move(context, entity, entity.ParentId, objectType);
        }
        else
        {
            NodeTree.Update(context, entity, trashed: false, objectType);
        }

        context.Update(ContentTypeWriter.ToRow(entity));
        SaveParts(context, entity);
        endMigration();
    }

    /// <inheritdoc />
    /// <remarks>
    /// The types that inherit from it go with it. Core has deleted the documents and media of all of them; the values that those of
    /// other types have for its properties go here.
    /// </remarks>
    protected override void PersistDeleted(TItem entity)
    {
        SiteDbContext context = Database.Write;
        string path = entity.Path + ",";
        int[] ids =
        [
            .. All.Select(x => (x.Id, x.Path)).Where(x => x.Path.StartsWith(path, StringComparison.Ordinal))
                .OrderByDescending(x => x.Path.Length).Select(x => x.Id),
            entity.Id,
        ];
        int[] propertyIds = [.. context.Set<PropertyTypeRow>().Where(x => EF.Parameter(ids).Contains(x.ContentTypeId)).Select(x => x.Id)];
        Action endDeletion = Migration.BeginDelete(context, propertyIds);
        foreach (int id in ids)
        {
            DeleteRows(context, id);
        }

        entity.DeleteDate = DateTime.UtcNow;
        _caches.InvalidateAll();
        endDeletion();
    }

    private static ContentTypeCompositionBase Base(TItem type) => (ContentTypeCompositionBase)(object)type;

    private static bool IsNamed(TItem type, string alias) => string.Equals(type.Alias, alias, StringComparison.OrdinalIgnoreCase);

    // What a type does not vary by, none of its own properties can vary by.
    private static void RestrictVariations(TItem entity)
    {
        foreach (IPropertyType property in entity.PropertyTypes.Where(x => (x.Variations & entity.Variations) != x.Variations))
        {
            property.Variations &= entity.Variations;
        }
    }

    private void Validate(TItem entity)
    {
        if (string.IsNullOrWhiteSpace(entity.Alias))
        {
            throw new InvalidOperationException($"The type \"{entity.Name}\" needs an alias; the one given has no valid character.");
        }

        if (entity.PropertyTypes.FirstOrDefault(x => string.IsNullOrWhiteSpace(x.Alias)) is { } property)
        {
            throw new InvalidOperationException($"The property \"{property.Name}\" of \"{entity.Alias}\" needs an alias; the one given has no valid character.");
        }

        if (All.Select(x => x.Id != entity.Id && IsNamed(x, entity.Alias)).Any(x => x))
        {
            throw new DuplicateNameException($"There is already a type with the alias \"{entity.Alias}\".");
        }
    }

    private void SaveParts(SiteDbContext context, TItem entity)
    {
        context.SaveChanges();
        ContentTypeWriter.SaveCompositions(context, entity);
        ContentTypeWriter.SaveAllowedTypes(context, entity);
        ContentTypeWriter.SaveProperties(context, entity);
        SaveOwn(context, entity);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.ResetDirtyProperties();
        _caches.InvalidateAll();
    }

    private void DeleteRows(SiteDbContext context, int id)
    {
        context.Set<PropertyTypeRow>().Where(x => x.ContentTypeId == id).ExecuteDelete();
        context.Set<PropertyGroupRow>().Where(x => x.ContentTypeNodeId == id).ExecuteDelete();
        context.Set<AllowedContentTypeRow>().Where(x => x.ContentTypeId == id || x.AllowedContentTypeId == id).ExecuteDelete();
        context.Set<ContentTypeCompositionRow>().Where(x => x.ParentContentTypeId == id || x.ChildContentTypeId == id).ExecuteDelete();
        DeleteOwn(context, id);
        context.Set<ContentTypeRow>().Where(x => x.NodeId == id).ExecuteDelete();
        context.Set<NodeRow>().Where(x => x.Id == id).ExecuteDelete();
    }
}
