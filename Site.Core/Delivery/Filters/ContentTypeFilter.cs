using Site.Core.Delivery.Querying;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Filters;

/// <summary><c>contentType:[!]alias[,alias…]</c>: the exact alias of the document type.</summary>
internal sealed class ContentTypeFilter() : ListFilter("contentType")
{
    /// <inheritdoc />
    protected override FilterOption Build(string[] values, bool isNegated) => new()
    {
        FieldName = IndexFields.ContentType,
        Values = values,
        Operator = isNegated ? FilterOperation.IsNot : FilterOperation.Is,
    };
}
