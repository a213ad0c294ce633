using Site.Core.Delivery.Querying;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Sorts;

/// <summary><c>keyword:direction</c>: ascending when the direction begins with <c>asc</c>, else descending (specs/content-delivery-api-v2.md section 3.3).</summary>
internal abstract class FieldSort(string keyword, string fieldName) : ISortHandler
{
    private readonly string _prefix = keyword + ":";

    /// <inheritdoc />
    public bool CanHandle(string query) => query.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public SortOption BuildSortOption(string sort) => new()
    {
        FieldName = fieldName,
        Direction = sort[_prefix.Length..].StartsWith("asc", StringComparison.Ordinal) ? Direction.Ascending : Direction.Descending,
    };
}

/// <summary>Sorts by the date of creation.</summary>
internal sealed class CreateDateSort() : FieldSort("createDate", IndexFields.CreateDate);

/// <summary>Sorts by the date of the last change.</summary>
internal sealed class UpdateDateSort() : FieldSort("updateDate", IndexFields.UpdateDate);

/// <summary>Sorts by the depth in the tree.</summary>
internal sealed class LevelSort() : FieldSort("level", IndexFields.Level);

/// <summary>Sorts by the name, in lower case.</summary>
internal sealed class NameSort() : FieldSort("name", IndexFields.SortableName);

/// <summary>Sorts by the place among the siblings.</summary>
internal sealed class SortOrderSort() : FieldSort("sortOrder", IndexFields.SortOrder);
