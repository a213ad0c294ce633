using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>The media types, in the order of their names.</summary>
internal sealed class MediaTypeRepository(AmbientDbContext database, AppCaches appCaches, IShortStringHelper shortStringHelper)
    : ContentTypeRepositoryBase<IMediaType>(database, appCaches, shortStringHelper, Constants.ObjectTypes.MediaType), IMediaTypeRepository
{
    /// <inheritdoc />
    protected override IMediaType Create(int parentId) => new MediaType(ShortStringHelper, parentId);
}
