using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>The media types, in the order of their names.</summary>
internal sealed class MediaTypeRepository(ContentTypeServices services)
    : ContentTypeRepositoryBase<IMediaType>(services, Constants.ObjectTypes.MediaType), IMediaTypeRepository
{
    /// <inheritdoc />
    protected override IMediaType Create(int parentId) => new MediaType(ShortStringHelper, parentId);
}
