using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Filters;

/// <summary>What filters of the form <c>keyword:[!]a[,b…]</c> share: a list is an "or", a leading <c>!</c> negates the whole list.</summary>
internal abstract class ListFilter(string keyword) : IFilterHandler
{
    private readonly string _prefix = keyword + ":";

    /// <inheritdoc />
    public bool CanHandle(string query) => query.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public FilterOption BuildFilterOption(string filter)
    {
        string value = filter[_prefix.Length..];
        bool isNegated = value.StartsWith('!');
        return Build(
            (isNegated ? value[1..] : value).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            isNegated);
    }

    /// <summary>Makes the option.</summary>
    protected abstract FilterOption Build(string[] values, bool isNegated);
}
