using Site.Core.Delivery.Querying;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Filters;

/// <summary><c>name:[!]text[,text…]</c>: the name in the culture contains the text; case and accents do not count.</summary>
internal sealed class NameFilter() : ListFilter("name")
{
    /// <inheritdoc />
    protected override FilterOption Build(string[] values, bool isNegated) => new()
    {
        FieldName = IndexFields.Name,
        Values = values,
        Operator = isNegated ? FilterOperation.DoesNotContain : FilterOperation.Contains,
    };
}
