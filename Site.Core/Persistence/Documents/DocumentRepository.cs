using Site.Core.Persistence.Content;
using Umbraco.Cms.Core;
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
}
