using Site.Core.Delivery.Querying;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Selectors;

/// <summary><c>descendants:X</c>: everything below X, X itself not included.</summary>
internal sealed class DescendantsSelector(SelectorQuery query) : ISelectorHandler
{
    private const string Keyword = "descendants:";

    /// <inheritdoc />
    public bool CanHandle(string query) => query.StartsWith(Keyword, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    /// <remarks>Without such an X there is no value that an item could have, so nothing is found.</remarks>
    public SelectorOption BuildSelectorOption(string selector) => new()
    {
        FieldName = IndexFields.AncestorIds,
        Values = query.GetKey(selector, Keyword) is { } key ? [key.ToString("D")] : [],
    };
}
