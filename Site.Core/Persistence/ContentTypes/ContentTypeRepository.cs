using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>The document types.</summary>
internal sealed class ContentTypeRepository(
    AmbientDbContext database,
    AppCaches appCaches,
    ContentTypeLoader loader,
    ITemplateRepository templates,
    IShortStringHelper shortStringHelper)
    : ContentTypeRepositoryBase<IContentType>(database, appCaches, Constants.ObjectTypes.DocumentType), IContentTypeRepository
{
    /// <inheritdoc />
    public IEnumerable<IContentType> GetByQuery(IQuery<PropertyType> query)
    {
        Func<PropertyType, bool>[] predicates = [.. ((Query<PropertyType>)query).Predicates.Select(InMemoryPredicate.Compile)];
        return All.Where(type => type.PropertyTypes.OfType<PropertyType>().Any(property => predicates.All(x => x(property))));
    }

    /// <inheritdoc />
    public IEnumerable<string> GetAllPropertyTypeAliases() => [.. Database.Read.Set<PropertyTypeRow>().Select(x => x.Alias).Distinct().OrderBy(x => x)];

    /// <inheritdoc />
    public IEnumerable<string> GetAllContentTypeAliases(params Guid[] objectTypes)
    {
        SiteDbContext context = Database.Read;
        return
        [
            .. from type in context.Set<ContentTypeRow>()
               join node in context.Set<NodeRow>() on type.NodeId equals node.Id
               where objectTypes.Length == 0 || objectTypes.Contains(node.NodeObjectType)
               orderby type.Alias
               select type.Alias,
        ];
    }

    /// <inheritdoc />
    public IEnumerable<int> GetAllContentTypeIds(string[] aliases)
    {
        string[] lower = [.. aliases.Select(x => x.ToLowerInvariant())];
        return [.. Database.Read.Set<ContentTypeRow>().Where(x => lower.Contains(x.Alias.ToLower())).Select(x => x.NodeId)];
    }

    /// <inheritdoc />
    protected override IEnumerable<IContentType> LoadAll()
    {
        SiteDbContext context = Database.Read;
        ILookup<int, AllowedTemplateRow> allowed = context.Set<AllowedTemplateRow>().ToLookup(x => x.ContentTypeNodeId);
        Dictionary<int, ContentVersionCleanupPolicyRow> policies = context.Set<ContentVersionCleanupPolicyRow>().ToDictionary(x => x.ContentTypeId);
        Dictionary<int, ITemplate> byId = templates.GetMany(Array.Empty<int>()).ToDictionary(x => x.Id);
        return loader.Load(
            context,
            ObjectType,
            parentId => new ContentType(shortStringHelper, parentId),
            type => Complete(type, [.. allowed[type.Id]], byId, policies.GetValueOrDefault(type.Id)));
    }

    private static void Complete(
        ContentType type,
        AllowedTemplateRow[] allowed,
        Dictionary<int, ITemplate> templates,
        ContentVersionCleanupPolicyRow? policy)
    {
        type.AllowedTemplates = [.. allowed.Select(x => templates.GetValueOrDefault(x.TemplateNodeId)).OfType<ITemplate>()];
        type.DefaultTemplateId = allowed.FirstOrDefault(x => x.IsDefault)?.TemplateNodeId ?? 0;
        type.HistoryCleanup = new HistoryCleanup
        {
            PreventCleanup = policy?.PreventCleanup ?? false,
            KeepAllVersionsNewerThanDays = policy?.KeepAllVersionsNewerThanDays,
            KeepLatestVersionPerDayForDays = policy?.KeepLatestVersionPerDayForDays,
        };
        type.HistoryCleanup.ResetDirtyProperties(false);
    }
}

/// <summary>The media types.</summary>
internal sealed class MediaTypeRepository(
    AmbientDbContext database,
    AppCaches appCaches,
    ContentTypeLoader loader,
    IShortStringHelper shortStringHelper)
    : ContentTypeRepositoryBase<IMediaType>(database, appCaches, Constants.ObjectTypes.MediaType), IMediaTypeRepository
{
    /// <inheritdoc />
    protected override IEnumerable<IMediaType> LoadAll() =>
        loader.Load(Database.Read, ObjectType, parentId => new MediaType(shortStringHelper, parentId));
}

/// <summary>The member types: members are not offered, so there are none; Core's data type service asks all the same.</summary>
internal sealed class MemberTypeRepository(
    AmbientDbContext database,
    AppCaches appCaches,
    ContentTypeLoader loader,
    IShortStringHelper shortStringHelper)
    : ContentTypeRepositoryBase<IMemberType>(database, appCaches, Constants.ObjectTypes.MemberType), IMemberTypeRepository
{
    /// <inheritdoc />
    protected override IEnumerable<IMemberType> LoadAll() =>
        loader.Load(Database.Read, ObjectType, parentId => new MemberType(shortStringHelper, parentId));
}

/// <summary>All types together, for Core's cache refreshers.</summary>
internal sealed class ContentTypeCommonRepository(
    AppCaches appCaches,
    IContentTypeRepository contentTypes,
    IMediaTypeRepository mediaTypes,
    IMemberTypeRepository memberTypes) : IContentTypeCommonRepository
{
    /// <inheritdoc />
    public IEnumerable<IContentTypeComposition> GetAllTypes() =>
        [.. contentTypes.GetMany(Array.Empty<int>()), .. mediaTypes.GetMany(Array.Empty<int>()), .. memberTypes.GetMany(Array.Empty<int>())];

    /// <inheritdoc />
    public void ClearCache()
    {
        appCaches.IsolatedCaches.ClearCache<IContentType>();
        appCaches.IsolatedCaches.ClearCache<IMediaType>();
        appCaches.IsolatedCaches.ClearCache<IMemberType>();
    }
}
