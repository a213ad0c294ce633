using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.DataTypes;

/// <summary>Says whether a data type, or a property of a type, holds saved values.</summary>
internal sealed class DataTypeUsageRepository(AmbientDbContext database) : IDataTypeUsageRepository, IPropertyTypeUsageRepository
{
    /// <inheritdoc />
    public Task<bool> HasSavedValuesAsync(Guid dataTypeKey)
    {
        SiteDbContext context = database.Read;
        return (from value in context.Set<PropertyDataRow>()
                join property in context.Set<PropertyTypeRow>() on value.PropertyTypeId equals property.Id
                join node in context.Set<NodeRow>() on property.DataTypeId equals node.Id
                where node.UniqueId == dataTypeKey
                select value.Id).AnyAsync();
    }

    /// <inheritdoc />
    public Task<bool> HasSavedPropertyValuesAsync(Guid contentTypeKey, string propertyAlias)
    {
        SiteDbContext context = database.Read;
        string alias = propertyAlias.ToLowerInvariant();
        return (from value in context.Set<PropertyDataRow>()
                join property in context.Set<PropertyTypeRow>() on value.PropertyTypeId equals property.Id
                join node in context.Set<NodeRow>() on property.ContentTypeId equals node.Id
                where node.UniqueId == contentTypeKey && property.Alias.ToLower() == alias
                select value.Id).AnyAsync();
    }

    /// <inheritdoc />
    public Task<bool> ContentTypeExistAsync(Guid contentTypeKey)
    {
        SiteDbContext context = database.Read;
        return (from type in context.Set<ContentTypeRow>()
                join node in context.Set<NodeRow>() on type.NodeId equals node.Id
                where node.UniqueId == contentTypeKey
                select type.NodeId).AnyAsync();
    }
}
