using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.DataTypes;

/// <summary>Tells whether changing a data type would touch values that somebody saved.</summary>
internal sealed class DataTypeUsageRepository(AmbientDbContext database) : IDataTypeUsageRepository
{
    /// <inheritdoc />
    public Task<bool> HasSavedValuesAsync(Guid dataTypeKey)
    {
        SiteDbContext context = database.Read;
        IQueryable<int> properties =
            from property in context.Set<PropertyTypeRow>()
            join node in context.Set<NodeRow>() on property.DataTypeId equals node.Id
            where node.UniqueId == dataTypeKey
            select property.Id;
        return Task.FromResult(context.Set<PropertyDataRow>().Any(x => properties.Contains(x.PropertyTypeId)));
    }
}
