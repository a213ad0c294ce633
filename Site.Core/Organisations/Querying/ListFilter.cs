using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Organisations.Querying;

/// <summary>What the site's own filters share: <c>keyword:[!]a[,b…]</c>, a list being an "or" and <c>!</c> negating the whole list.</summary>
internal abstract class ListFilter(string keyword, string field) : IFilterHandler
{
    private readonly string _prefix = keyword + ":";

    /// <inheritdoc />
    public bool CanHandle(string query) => query.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public FilterOption BuildFilterOption(string filter)
    {
        string value = filter[_prefix.Length..];
        bool isNegated = value.StartsWith('!');
        string[] texts = (isNegated ? value[1..] : value).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new FilterOption
        {
            FieldName = field,
            Values = [.. texts.SelectMany(Resolve)],
            Operator = isNegated ? FilterOperation.IsNot : FilterOperation.Is,
        };
    }

    /// <summary>The values of the field that a text stands for.</summary>
    protected virtual IEnumerable<string> Resolve(string text) => [text.ToLowerInvariant()];
}
