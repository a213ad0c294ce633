using System.Collections.Concurrent;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Core.Organisations.Querying;

/// <summary>Knows the keys of the documents of a type, published or not, until any document changes: queries ask for them over and over.</summary>
internal sealed class DocumentsOfType(IDocumentNavigationQueryService navigation) : INotificationAsyncHandler<ContentCacheRefresherNotification>
{
    private volatile ConcurrentDictionary<string, Guid[]> _known = new(StringComparer.Ordinal);

    /// <summary>The keys.</summary>
    public IReadOnlyList<Guid> Keys(string contentType) => _known.GetOrAdd(contentType, Find);

    /// <inheritdoc />
    /// <remarks>What is found at the same moment goes into the dictionary that is thrown away.</remarks>
    public Task HandleAsync(ContentCacheRefresherNotification notification, CancellationToken cancellationToken)
    {
        _known = new ConcurrentDictionary<string, Guid[]>(StringComparer.Ordinal);
        return Task.CompletedTask;
    }

    private Guid[] Find(string contentType)
    {
        List<Guid> keys = [];
        if (navigation.TryGetRootKeysOfType(contentType, out IEnumerable<Guid> ofType))
        {
            keys.AddRange(ofType);
        }

        navigation.TryGetRootKeys(out IEnumerable<Guid> roots);
        foreach (Guid root in roots)
        {
            if (navigation.TryGetDescendantsKeysOfType(root, contentType, out IEnumerable<Guid> below))
            {
                keys.AddRange(below);
            }
        }

        return [.. keys];
    }
}
