using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Tells whether changing a property would touch values that somebody saved.</summary>
internal sealed class PropertyTypeUsageRepository(AmbientDbContext database) : IPropertyTypeUsageRepository
{
    /// <inheritdoc />
    public Task<bool> HasSavedPropertyValuesAsync(Guid contentTypeKey, string propertyAlias)
    {
        SiteDbContext context = database.Read;
        string alias = propertyAlias.ToLowerInvariant();
        IQueryable<int> properties =
            from property in context.Set<PropertyTypeRow>()
            join node in context.Set<NodeRow>() on property.ContentTypeId equals node.Id
            where node.UniqueId == contentTypeKey && property.Alias.ToLower() == alias
            select property.Id;
        return Task.FromResult(context.Set<PropertyDataRow>().Any(x => properties.Contains(x.PropertyTypeId)));
    }

    /// <inheritdoc />
    public Task<bool> ContentTypeExistAsync(Guid contentTypeKey)
    {
        SiteDbContext context = database.Read;
        return Task.FromResult((from type in context.Set<ContentTypeRow>()
                                join node in context.Set<NodeRow>() on type.NodeId equals node.Id
                                where node.UniqueId == contentTypeKey
                                select node.Id).Any());
    }
}
