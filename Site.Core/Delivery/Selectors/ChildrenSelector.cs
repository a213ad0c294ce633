using Site.Core.Delivery.Querying;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Selectors;

/// <summary><c>children:X</c>: the children of X, X itself not included.</summary>
internal sealed class ChildrenSelector(SelectorQuery query) : ISelectorHandler
{
    private const string Keyword = "children:";

    /// <inheritdoc />
    public bool CanHandle(string query) => query.StartsWith(Keyword, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    /// <remarks>Without such an X there is no value that an item could have, so nothing is found.</remarks>
    public SelectorOption BuildSelectorOption(string selector) => new()
    {
        FieldName = IndexFields.ParentId,
        Values = query.GetKey(selector, Keyword) is { } key ? [key.ToString("D")] : [],
    };
}
