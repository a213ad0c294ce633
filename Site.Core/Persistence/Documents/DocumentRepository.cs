using Site.Core.Persistence.Caching;
using Site.Core.Persistence.Content;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Documents;

/// <summary>The documents.</summary>
internal sealed class DocumentRepository(
    ContentRepositoryServices services,
    IContentTypeRepository contentTypes,
    DocumentSchedules schedules,
    DocumentPermissions permissions) : DocumentRepositoryBase(services, contentTypes, schedules, permissions)
{
    /// <inheritdoc />
    protected override Guid ObjectType => Constants.ObjectTypes.Document;

    /// <inheritdoc />
    protected override bool IsBlueprint => false;

    /// <inheritdoc />
    /// <remarks>Protection, domains and permissions go with the document, and so must what is cached of them.</remarks>
    public override void Delete(IContent entity)
    {
        base.Delete(entity);
        Invalidate<PublicAccessEntry>();
        Invalidate<IDomain>();
        Invalidate<IUserGroup>();
    }

    private void Invalidate<TEntity>()
        where TEntity : class, IEntity => new EntityCache<TEntity>(Services.AppCaches, Database).InvalidateAll();
}
