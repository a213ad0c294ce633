using System.Collections.Frozen;
using Site.Core.PublishedContent;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace Site.Core.Delivery.Querying;

/// <summary>Makes the rows of the <see cref="ContentIndex"/> from what is published.</summary>
internal sealed class IndexRowBuilder(
    IPublishedContentCache contentCache,
    IDocumentNavigationQueryService navigation,
    ProtectedContent guarded)
{
    /// <summary>The rows of all content.</summary>
    public List<IndexRow> BuildAll()
    {
        List<IndexRow> rows = [];
        navigation.TryGetRootKeys(out IEnumerable<Guid> roots);
        foreach (Guid root in roots)
        {
            Add(rows, root, [], ancestorCultures: null, withDescendants: true);
        }

        return rows;
    }

    /// <summary>The rows of an item and of what is below it; none when it is not published.</summary>
    public List<IndexRow> BuildBranch(Guid key) => Build(key, withDescendants: true);

    /// <summary>The rows of an item; none when it is not published.</summary>
    public List<IndexRow> BuildItem(Guid key) => Build(key, withDescendants: false);

    /// <summary>Whether the item is below one of the others.</summary>
    public bool IsBelow(Guid key, HashSet<Guid> branches) =>
        branches.Count > 0 && navigation.TryGetAncestorsKeys(key, out IEnumerable<Guid> ancestors) && ancestors.Any(branches.Contains);

    private List<IndexRow> Build(Guid key, bool withDescendants)
    {
        List<IndexRow> rows = [];
        if (!navigation.TryGetAncestorsKeys(key, out IEnumerable<Guid> nearestFirst))
        {
            return rows;
        }

        Guid[] ancestors = [.. nearestFirst.Reverse()];
        HashSet<string>? cultures = null;
        foreach (Guid ancestor in ancestors)
        {
            if (contentCache.GetById(preview: false, ancestor) is not { } content || !TryNarrow(content, ref cultures))
            {
                return rows;
            }
        }

        Add(rows, key, ancestors, cultures, withDescendants);
        return rows;
    }

    // ancestorCultures: those in which every ancestor is published; null when none of the ancestors varies.
    private void Add(List<IndexRow> rows, Guid key, Guid[] ancestors, HashSet<string>? ancestorCultures, bool withDescendants)
    {
        HashSet<string>? cultures = ancestorCultures;
        if (contentCache.GetById(preview: false, key) is not { } content || !TryNarrow(content, ref cultures))
        {
            return;
        }

        if (content.ContentType.VariesByCulture())
        {
            rows.AddRange(content.Cultures.Keys.Where(cultures!.Contains).Select(x => CreateRow(content, x, ancestors)));
        }
        else
        {
            rows.Add(CreateRow(content, null, ancestors));
        }

        if (withDescendants && navigation.TryGetChildrenKeys(key, out IEnumerable<Guid> children))
        {
            Guid[] path = [.. ancestors, key];
            foreach (Guid child in children)
            {
                Add(rows, child, path, cultures, withDescendants);
            }
        }
    }

    // Leaves the cultures in which the content is published too; false when none is left.
    private static bool TryNarrow(IPublishedContent content, ref HashSet<string>? cultures)
    {
        if (!content.ContentType.VariesByCulture())
        {
            return true;
        }

        var published = new HashSet<string>(content.Cultures.Keys.Where(x => content.IsPublished(x)), StringComparer.OrdinalIgnoreCase);
        if (cultures is not null)
        {
            published.IntersectWith(cultures);
        }

        cultures = published;
        return published.Count > 0;
    }

    private IndexRow CreateRow(IPublishedContent content, string? culture, Guid[] ancestors)
    {
        PublishedCultureInfo? info = culture is null ? null : content.Cultures[culture];
        string name = info?.Name ?? content.Cultures.Values.FirstOrDefault()?.Name ?? content.Name;
        Dictionary<string, object[]> fields = new()
        {
            [IndexFields.ItemId] = [content.Key.ToString("D")],
            [IndexFields.ParentId] = [(ancestors.Length > 0 ? ancestors[^1] : Guid.Empty).ToString("D")],
            [IndexFields.AncestorIds] = [.. ancestors.Select(x => x.ToString("D"))],
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
            guarded.Contains(content),
            ancestors,
            fields.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
