using System.Collections.Immutable;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;

namespace Site.Core.PublishedContent.Caches;

/// <summary>Keeps published document and media types until a type or a data type changes.</summary>
/// <remarks>
/// What contents were made of goes with the types: contents hold their type, and values of blocks hold the types of their elements.
/// </remarks>
internal sealed class PublishedContentTypeCache(
    IContentTypeService contentTypes,
    IMediaTypeService mediaTypes,
    IPublishedContentTypeFactory factory,
    SnapshotStore snapshots) : IPublishedContentTypeCache
{
    private readonly Lock _lock = new();
    private Known _known = Known.Nothing;

    /// <summary>The type with the id, or <c>null</c> when there is none.</summary>
    public IPublishedContentType? Find(PublishedItemType itemType, int id) =>
        Find(itemType, x => x.Id == id, () => IsMedia(itemType) ? mediaTypes.Get(id) : contentTypes.Get(id));

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">There is no such type.</exception>
    public IPublishedContentType Get(PublishedItemType itemType, Guid key) =>
        Find(itemType, x => x.Key == key, () => IsMedia(itemType) ? mediaTypes.Get(key) : contentTypes.Get(key)) ?? throw Missing(itemType, key);

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">There is no such type.</exception>
    public IPublishedContentType Get(PublishedItemType itemType, string alias) =>
        Find(itemType, x => string.Equals(x.Alias, alias, StringComparison.OrdinalIgnoreCase), () => IsMedia(itemType) ? mediaTypes.Get(alias) : contentTypes.Get(alias))
        ?? throw Missing(itemType, alias);

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">There is no such type.</exception>
    public IPublishedContentType Get(PublishedItemType itemType, int id) => Find(itemType, id) ?? throw Missing(itemType, id);

    /// <inheritdoc />
    public void ClearAll() => Forget(_ => true);

    /// <inheritdoc />
    public void ClearContentType(int id) => Forget(x => x.Id == id);

    /// <inheritdoc />
    public void ClearContentTypes(IEnumerable<int> ids)
    {
        HashSet<int> cleared = [.. ids];
        Forget(x => cleared.Contains(x.Id));
    }

    /// <inheritdoc />
    public void ClearDataType(int id) => Forget(x => Uses(x, id));

    /// <inheritdoc />
    public IEnumerable<IPublishedContentType> ClearByDataTypeId(int id) => Forget(x => Uses(x, id));

    private static bool Uses(IPublishedContentType type, int dataTypeId) => type.PropertyTypes.Any(x => x.DataType.Id == dataTypeId);

    private static InvalidOperationException Missing(PublishedItemType itemType, object id) =>
        new($"There is no published type for {itemType} \"{id}\".");

    /// <summary>Elements are document types, so one store serves both.</summary>
    private static bool IsMedia(PublishedItemType itemType) => itemType switch
    {
        PublishedItemType.Content or PublishedItemType.Element => false,
        PublishedItemType.Media => true,
        PublishedItemType.Member => throw new NotSupportedException("Members are not offered, so there are no published member types."),
        _ => throw new ArgumentOutOfRangeException(nameof(itemType), itemType, "Not a kind of published item that has types."),
    };

    private IPublishedContentType? Find(PublishedItemType itemType, Func<IPublishedContentType, bool> isIt, Func<IContentTypeComposition?> read)
    {
        bool media = IsMedia(itemType);
        Known known = Volatile.Read(ref _known);
        if (known.Find(media, isIt) is { } found)
        {
            return found;
        }

        if (read() is not { } type)
        {
            return null;
        }

        IPublishedContentType made = factory.CreateContentType(type);
        lock (_lock)
        {
            // What was read before a type changed is not kept after it.
            if (_known.Version != known.Version)
            {
                return made;
            }

            if (_known.Find(media, isIt) is { } other)
            {
                return other;
            }

            _known = _known.With(media, made);
            return made;
        }
    }

    private List<IPublishedContentType> Forget(Func<IPublishedContentType, bool> isStale)
    {
        List<IPublishedContentType> forgotten;
        lock (_lock)
        {
            (_known, forgotten) = _known.Without(isStale);
        }

        snapshots.Unmake();
        return forgotten;
    }

    /// <summary>The types that are known, in one version of all types.</summary>
    private sealed record Known(ImmutableArray<IPublishedContentType> Content, ImmutableArray<IPublishedContentType> Media, long Version)
    {
        public static Known Nothing { get; } = new([], [], 0);

        public IPublishedContentType? Find(bool media, Func<IPublishedContentType, bool> isIt) => (media ? Media : Content).FirstOrDefault(isIt);

        public Known With(bool media, IPublishedContentType type) => media
            ? this with { Media = Media.Add(type) }
            : this with { Content = Content.Add(type) };

        public (Known Left, List<IPublishedContentType> Forgotten) Without(Func<IPublishedContentType, bool> isStale)
        {
            List<IPublishedContentType> forgotten = [.. Content.Where(isStale), .. Media.Where(isStale)];
            var left = new Known([.. Content.Where(x => !isStale(x))], [.. Media.Where(x => !isStale(x))], Version + 1);
            return (left, forgotten);
        }
    }
}
