using Site.Core.Persistence.Caching;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>The caches of types and of what carries a copy of its type: documents and media.</summary>
internal sealed class ContentTypeCaches(AppCaches appCaches, AmbientDbContext database)
{
    private readonly EntityCache<IContentType> _contentTypes = new(appCaches, database);
    private readonly EntityCache<IMediaType> _mediaTypes = new(appCaches, database);
    private readonly EntityCache<IContent> _documents = new(appCaches, database);
    private readonly EntityCache<IMedia> _media = new(appCaches, database);

    /// <summary>Empties them, for this scope now and for everybody when it has ended.</summary>
    public void InvalidateAll()
    {
        _contentTypes.InvalidateAll();
        _mediaTypes.InvalidateAll();
        _documents.InvalidateAll();
        _media.InvalidateAll();
    }
}
