using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.KeyValues;

/// <summary>States that services keep under a key. Never cached: they tell processes apart that are at different states.</summary>
internal sealed class KeyValueRepository(AmbientDbContext database) : IKeyValueRepository
{
    private IQueryable<KeyValueRow> Rows => database.Read.Set<KeyValueRow>();

    /// <inheritdoc />
    public IKeyValue? Get(string? id) => Rows.SingleOrDefault(x => x.Key == id) is { } row ? ToEntity(row) : null;

    /// <inheritdoc />
    /// <remarks>No keys means all.</remarks>
    public IEnumerable<IKeyValue> GetMany(params string[]? ids) =>
        [.. (ids is null or [] ? Rows : Rows.Where(x => ids.Contains(x.Key))).OrderBy(x => x.Key).ToList().Select(ToEntity)];

    /// <inheritdoc />
    public bool Exists(string id) => Rows.Any(x => x.Key == id);

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string?> FindByKeyPrefix(string keyPrefix) =>
        Rows.Where(x => x.Key.StartsWith(keyPrefix)).ToDictionary(x => x.Key, x => x.Value);

    /// <inheritdoc />
    public void Save(IKeyValue entity)
    {
        SiteDbContext context = database.Write;
        entity.UpdateDate = DateTime.UtcNow;
        KeyValueRow row = context.Set<KeyValueRow>().AsTracking().SingleOrDefault(x => x.Key == entity.Identifier)
            ?? context.Add(new KeyValueRow { Key = entity.Identifier }).Entity;
        row.Value = entity.Value;
        row.Updated = entity.UpdateDate;
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <inheritdoc />
    public void Delete(IKeyValue entity) => database.Write.Set<KeyValueRow>().Where(x => x.Key == entity.Identifier).ExecuteDelete();

    private static KeyValue ToEntity(KeyValueRow row)
    {
        var entity = new KeyValue { Identifier = row.Key, Value = row.Value, UpdateDate = row.Updated };
        entity.ResetDirtyProperties(false);
        return entity;
    }
}
