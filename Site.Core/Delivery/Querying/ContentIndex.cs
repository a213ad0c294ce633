using System.Collections.Frozen;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace Site.Core.Delivery.Querying;

/// <summary>
/// What <c>/content</c> queries look through: a row for each published item and culture whose ancestors are published in the
/// culture too, in the order of the ids. It is made from the published content, never from the database, at the first query after a change.
/// </summary>
public sealed class ContentIndex
{
    private readonly IPublishedContentCache _contentCache;
    private readonly IDocumentNavigationQueryService _navigation;
    private readonly IPublicAccessService _publicAccess;
    private readonly Lock _lock = new();
    private volatile IReadOnlyList<IndexRow>? _rows;
    private long _version;

    /// <summary>Makes an empty index; it is filled by the first query.</summary>
    public ContentIndex(
        IPublishedContentCache contentCache,
        IDocumentNavigationQueryService navigation,
        IPublicAccessService publicAccess)
    {
        _contentCache = contentCache;
        _navigation = navigation;
        _publicAccess = publicAccess;
    }

    /// <summary>The rows of the content as it is published now.</summary>
    internal IReadOnlyList<IndexRow> Rows => _rows ?? Rebuild();

    /// <summary>Says that something which the index is made of has changed.</summary>
    public void Invalidate()
    {
        Interlocked.Increment(ref _version);
        _rows = null;
    }

    private IReadOnlyList<IndexRow> Rebuild()
    {
        lock (_lock)
        {
            if (_rows is { } current)
            {
                return current;
            }

            long version = Interlocked.Read(ref _version);
            IReadOnlyList<IndexRow> rows = [.. Build().OrderBy(x => x.Id)];

            // What was published meanwhile may be missing: these rows then answer this query only.
            if (version == Interlocked.Read(ref _version))
            {
                _rows = rows;
            }

            return rows;
        }
    }

    private List<IndexRow> Build()
    {
        List<IndexRow> rows = [];
        if (_navigation.TryGetRootKeys(out IEnumerable<Guid> roots))
        {
            foreach (Guid root in roots)
            {
                Add(rows, root, [], ancestorCultures: null);
            }
        }

        return rows;
    }

    // ancestorCultures: those in which every ancestor is published; null when none of the ancestors varies.
    private void Add(List<IndexRow> rows, Guid key, string[] ancestors, HashSet<string>? ancestorCultures)
    {
        if (_contentCache.GetById(preview: false, key) is not { } content)
        {
            return;
        }

        bool varies = content.ContentType.VariesByCulture();
        HashSet<string>? cultures = ancestorCultures;
        if (varies)
        {
            cultures = new HashSet<string>(content.Cultures.Keys.Where(x => content.IsPublished(x)), StringComparer.OrdinalIgnoreCase);
            if (ancestorCultures is not null)
            {
                cultures.IntersectWith(ancestorCultures);
            }

            foreach (string culture in content.Cultures.Keys.Where(cultures.Contains))
            {
                rows.Add(CreateRow(content, culture, ancestors));
            }
        }
        else
        {
            rows.Add(CreateRow(content, null, ancestors));
        }

        if ((cultures is null || cultures.Count > 0) && _navigation.TryGetChildrenKeys(key, out IEnumerable<Guid> children))
        {
            string[] path = [.. ancestors, key.ToString("D")];
            foreach (Guid child in children)
            {
                Add(rows, child, path, cultures);
            }
        }
    }

    private IndexRow CreateRow(IPublishedContent content, string? culture, string[] ancestors)
    {
        PublishedCultureInfo? info = culture is null ? null : content.Cultures[culture];
        string name = info?.Name ?? content.Cultures.Values.FirstOrDefault()?.Name ?? content.Name;
        Dictionary<string, object[]> fields = new()
        {
            [IndexFields.ItemId] = [content.Key.ToString("D")],
            [IndexFields.ParentId] = [ancestors.Length > 0 ? ancestors[^1] : Guid.Empty.ToString("D")],
            [IndexFields.AncestorIds] = [.. ancestors],
            [IndexFields.ContentType] = [content.ContentType.Alias],
            [IndexFields.Name] = [name],
            [IndexFields.SortableName] = [name.ToLowerInvariant()],
            [IndexFields.CreateDate] = [content.CreateDate],
            [IndexFields.UpdateDate] = [info?.Date ?? content.UpdateDate],
            [IndexFields.Level] = [content.Level],
            [IndexFields.SortOrder] = [content.SortOrder],
        };
        return new IndexRow(
            content.Id,
            content.Key,
            culture,
            content.ContentType.Alias,
            _publicAccess.IsProtected(content.Path).Success,
            fields.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
