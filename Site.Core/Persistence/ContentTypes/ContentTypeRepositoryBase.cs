using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>What the repositories of document, media and member types share.</summary>
/// <typeparam name="TItem">The type's interface.</typeparam>
internal abstract class ContentTypeRepositoryBase<TItem>(
    AmbientDbContext database,
    AppCaches appCaches,
    Guid objectType) : FullCacheRepository<TItem>(database, appCaches), IContentTypeRepositoryBase<TItem>
    where TItem : class, IContentTypeComposition
{
    private static readonly Guid[] _containerTypes =
    [
        Constants.ObjectTypes.DocumentTypeContainer,
        Constants.ObjectTypes.MediaTypeContainer,
        Constants.ObjectTypes.DataTypeContainer,
    ];

    /// <summary>The object type of the types' nodes.</summary>
    protected Guid ObjectType { get; } = objectType;

    /// <inheritdoc />
    public TItem? Get(string alias) => All.Find(x => string.Equals(x.Alias, alias, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public TItem? Get(Guid id) => All.Find(x => x.Key == id);

    /// <inheritdoc />
    public IEnumerable<TItem> GetMany(params Guid[]? ids) => ids is null or [] ? All.ToList() : All.Where(x => ids.Contains(x.Key));

    /// <inheritdoc />
    public bool Exists(Guid id) => Get(id) is not null;

    /// <inheritdoc />
    public IEnumerable<MoveEventInfo<TItem>> Move(TItem moving, EntityContainer container)
    {
        ArgumentNullException.ThrowIfNull(moving);
        int parentId = container?.Id ?? Constants.System.Root;
        string oldPath = moving.Path;
        List<TItem> below = All.Where(x => x.Path.StartsWith(oldPath + ",", StringComparison.Ordinal));
        var moved = new List<MoveEventInfo<TItem>> { new(moving, oldPath, parentId, container?.Key) };

        moving.ParentId = parentId;
        Save(moving);
        foreach (TItem descendant in below.OrderBy(x => x.Level))
        {
            moved.Add(new MoveEventInfo<TItem>(descendant, descendant.Path, descendant.ParentId, null));
            descendant.Level += moving.Path.Count(x => x == ',') - oldPath.Count(x => x == ',');
            descendant.Path = moving.Path + descendant.Path[oldPath.Length..];
            Save(descendant);
        }

        return moved;
    }

    /// <inheritdoc />
    public string GetUniqueAlias(string alias)
    {
        HashSet<string> taken = new(All.Select(x => x.Alias), StringComparer.OrdinalIgnoreCase);
        string unique = alias;
        for (int i = 1; taken.Contains(unique); i++)
        {
            unique = alias + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    /// <inheritdoc />
    public bool HasContainerInPath(string contentPath) =>
        HasContainerInPath([.. contentPath.Split(',').Select(x => int.Parse(x, CultureInfo.InvariantCulture))]);

    /// <inheritdoc />
    public bool HasContainerInPath(params int[] ids) =>
        Database.Read.Set<NodeRow>().Any(x => ids.Contains(x.Id) && _containerTypes.Contains(x.NodeObjectType));

    /// <inheritdoc />
    public bool HasContentNodes(int id) => Database.Read.Set<ContentRow>().Any(x => x.ContentTypeId == id);

    /// <inheritdoc />
    public IEnumerable<Guid> GetAllowedParentKeys(Guid key) =>
        [.. All.Select(x => (x.Key, IsParent: x.AllowedContentTypes?.Any(y => y.Key == key) == true)).Where(x => x.IsParent).Select(x => x.Key)];

    /// <inheritdoc />
    protected override void PersistNew(TItem entity)
    {
        EnsureUniqueAlias(entity);
        ContentTypeWriter.Insert(Database.Write, entity, ObjectType);
        Finish(entity);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(TItem entity)
    {
        EnsureUniqueAlias(entity);
        ContentTypeWriter.Update(Database.Write, entity, ObjectType);
        Finish(entity);
    }

    /// <inheritdoc />
    /// <remarks>The service has deleted the items of the type, and the types that inherit from it, before.</remarks>
    protected override void PersistDeleted(TItem entity)
    {
        ContentTypeWriter.Delete(Database.Write, entity.Id);
        Cache.InvalidateAll();
    }

    private void EnsureUniqueAlias(TItem entity)
    {
        if (All.Count(x => x.Id != entity.Id && string.Equals(x.Alias, entity.Alias, StringComparison.OrdinalIgnoreCase)) > 0)
        {
            throw new InvalidOperationException($"There is another type with the alias \"{entity.Alias}\": choose a different one.");
        }
    }

    // Types that are composed of this one hold a copy of it.
    private void Finish(TItem entity)
    {
        entity.ResetDirtyProperties();
        Cache.InvalidateAll();
    }
}
