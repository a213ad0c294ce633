using Site.Core.Persistence.Content;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Documents;

/// <summary>The blueprints: documents that new documents start from.</summary>
internal sealed class DocumentBlueprintRepository(
    ContentRepositoryServices services,
    IContentTypeRepository contentTypes,
    DocumentSchedules schedules,
    DocumentPermissions permissions) : DocumentRepositoryBase(services, contentTypes, schedules, permissions), IDocumentBlueprintRepository
{
    /// <inheritdoc />
    protected override Guid ObjectType => Constants.ObjectTypes.DocumentBlueprint;

    /// <inheritdoc />
    protected override bool IsBlueprint => true;
}
