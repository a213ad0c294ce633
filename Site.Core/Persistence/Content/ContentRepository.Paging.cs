using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Persistence.Content;

/// <content>Pages.</content>
internal abstract partial class ContentRepository<TEntity>
{
    /// <inheritdoc />
    [Obsolete("Core still calls it.")]
    public IEnumerable<TEntity> GetPage(
        IQuery<TEntity>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        IQuery<TEntity>? filter,
        Ordering? ordering) =>
        GetPage(query, pageIndex, pageSize, out totalRecords, propertyAliases: null, filter, ordering);

    /// <inheritdoc />
    public IEnumerable<TEntity> GetPage(
        IQuery<TEntity>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        string[]? propertyAliases,
        IQuery<TEntity>? filter,
        Ordering? ordering)
    {
        SiteDbContext context = Database.Read;
        IQueryable<ContentProjection> rows = Where(Where(Current(context), query), filter);
        totalRecords = rows.LongCount();
        long skip = pageIndex * pageSize;
        if (skip >= totalRecords)
        {
            return [];
        }

        var order = new ContentOrdering(context, LanguageCodes.From(Services.Languages), FindPropertyType);
        return Build(context, order.Apply(rows, ordering).Skip((int)skip).Take(pageSize).ToList(), propertyAliases);
    }
}
