using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Core.Delivery.Media;

/// <summary>Runs <c>fetch</c>, <c>filter</c> and <c>sort</c> of the media routes (specs/content-delivery-api-v2.md section 3.6).</summary>
internal sealed class ApiMediaQueryService(MediaTree tree) : IApiMediaQueryService
{
    private const string ChildrenOf = "children:";

    /// <inheritdoc />
    public Attempt<PagedModel<Guid>, ApiMediaQueryOperationStatus> ExecuteQuery(
        string? fetch,
        IEnumerable<string> filters,
        IEnumerable<string> sorts,
        int skip,
        int take)
    {
        if (!TrySelect(fetch, out IEnumerable<IPublishedContent>? media))
        {
            return Fail(ApiMediaQueryOperationStatus.SelectorOptionNotFound);
        }

        foreach (string filter in Given(filters))
        {
            if (!TryFilter(media, filter, out media))
            {
                return Fail(ApiMediaQueryOperationStatus.FilterOptionNotFound);
            }
        }

        foreach (string sort in Given(sorts))
        {
            if (!TrySort(media, sort, out media))
            {
                return Fail(ApiMediaQueryOperationStatus.SortOptionNotFound);
            }
        }

        Guid[] keys = [.. media.Select(x => x.Key)];
        return Attempt.SucceedWithStatus(
            ApiMediaQueryOperationStatus.Success,
            new PagedModel<Guid>(keys.Length, keys.Skip(skip).Take(take).ToArray()));
    }

    /// <inheritdoc />
    public IPublishedContent? GetByPath(string path) => tree.FindByPath(path);

    private bool TrySelect(string? fetch, [NotNullWhen(true)] out IEnumerable<IPublishedContent>? media)
    {
        media = null;
        if (fetch?.StartsWith(ChildrenOf, StringComparison.OrdinalIgnoreCase) != true)
        {
            return false;
        }

        string parent = fetch[ChildrenOf.Length..];
        media = parent.Length == 0
            ? []
            : parent.Trim('/').Length == 0 ? tree.Roots() : ChildrenOfItem(parent);
        return true;
    }

    private IEnumerable<IPublishedContent> ChildrenOfItem(string parent)
    {
        IPublishedContent? item = Guid.TryParse(parent, out Guid key) ? tree.Find(key) : tree.FindByPath(parent);
        return item is null ? [] : tree.Children(item.Key);
    }

    private static bool TryFilter(IEnumerable<IPublishedContent> media, string filter, [NotNullWhen(true)] out IEnumerable<IPublishedContent>? filtered)
    {
        filtered = filter.Split(':') switch
        {
            ["mediaType", string alias] => media.Where(x => x.ContentType.Alias == alias),
            ["name", string part] => media.Where(x => x.Name?.Contains(part, StringComparison.OrdinalIgnoreCase) == true),
            _ => null,
        };
        return filtered is not null;
    }

    // A stable sort after another: the last one given is the primary one.
    private static bool TrySort(IEnumerable<IPublishedContent> media, string sort, [NotNullWhen(true)] out IEnumerable<IPublishedContent>? sorted)
    {
        sorted = sort.Split(':') switch
        {
            ["createDate", string direction] => Order(media, x => x.CreateDate, direction, Comparer<DateTime>.Default),
            ["updateDate", string direction] => Order(media, x => x.UpdateDate, direction, Comparer<DateTime>.Default),
            ["name", string direction] => Order(media, x => x.Name, direction, StringComparer.InvariantCultureIgnoreCase),
            ["sortOrder", string direction] => Order(media, x => x.SortOrder, direction, Comparer<int>.Default),
            _ => null,
        };
        return sorted is not null;
    }

    private static IOrderedEnumerable<IPublishedContent> Order<TKey>(
        IEnumerable<IPublishedContent> media,
        Func<IPublishedContent, TKey> key,
        string direction,
        IComparer<TKey> comparer) =>
        direction.StartsWith("asc", StringComparison.Ordinal) ? media.OrderBy(key, comparer) : media.OrderByDescending(key, comparer);

    private static IEnumerable<string> Given(IEnumerable<string> options) => options.Where(x => !string.IsNullOrEmpty(x));

    private static Attempt<PagedModel<Guid>, ApiMediaQueryOperationStatus> Fail(ApiMediaQueryOperationStatus status) =>
        Attempt.FailWithStatus(status, new PagedModel<Guid>());
}
