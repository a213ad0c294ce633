using Site.Core.Delivery.Querying;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Core.Delivery.Selectors;

/// <summary><c>ancestors:X</c>: every ancestor of X, X itself not included.</summary>
internal sealed class AncestorsSelector(
    SelectorQuery query,
    IApiPublishedContentCache contentCache,
    IDocumentNavigationQueryService navigation) : ISelectorHandler
{
    private const string Keyword = "ancestors:";

    /// <inheritdoc />
    public bool CanHandle(string query) => query.StartsWith(Keyword, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    /// <remarks>Of what the request may not see nobody learns where it is.</remarks>
    public SelectorOption BuildSelectorOption(string selector) => new()
    {
        FieldName = IndexFields.ItemId,
        Values = query.GetKey(selector, Keyword) is { } key && contentCache.GetById(key) is not null && navigation.TryGetAncestorsKeys(key, out IEnumerable<Guid> ancestors)
            ? [.. ancestors.Select(x => x.ToString("D"))]
            : [],
    };
}
