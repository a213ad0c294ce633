using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>The types of all kinds; Core's refreshers clear their caches through it.</summary>
internal sealed class ContentTypeCommonRepository(
    IContentTypeRepository contentTypes,
    IMediaTypeRepository mediaTypes,
    AppCaches appCaches) : IContentTypeCommonRepository
{
    /// <inheritdoc />
    public IEnumerable<IContentTypeComposition> GetAllTypes() => [.. contentTypes.GetMany((int[]?)null), .. mediaTypes.GetMany((int[]?)null)];

    /// <inheritdoc />
    public void ClearCache()
    {
        appCaches.IsolatedCaches.ClearCache<IContentType>();
        appCaches.IsolatedCaches.ClearCache<IMediaType>();
    }
}
