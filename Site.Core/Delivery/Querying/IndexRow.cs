using System.Collections.Frozen;

namespace Site.Core.Delivery.Querying;

/// <summary>One content item in one culture, as queries see it.</summary>
/// <param name="Id">The item's id: the order of the index.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Culture">The ISO code of the culture; <c>null</c> for an item that does not vary.</param>
/// <param name="ContentType">The alias of the document type.</param>
/// <param name="IsProtected">Whether a public access rule guards the item.</param>
/// <param name="AncestorKeys">The keys of the items above it, from the root down.</param>
/// <param name="Fields">
/// The values by field name, see <see cref="IndexFields"/> and <see cref="HandlerFields"/>: <see cref="string"/>, <see cref="AnalysedText"/>,
/// <see cref="SortableText"/>, <see cref="decimal"/> or <see cref="DateTime"/>.
/// </param>
internal sealed record IndexRow(
    int Id,
    Guid Key,
    string? Culture,
    string ContentType,
    bool IsProtected,
    Guid[] AncestorKeys,
    FrozenDictionary<string, object[]> Fields)
{
    /// <summary>The values of a field; none when the item has none.</summary>
    public object[] ValuesOf(string field) => Fields.TryGetValue(field, out object[]? values) ? values : [];
}

/// <summary>The fields that the built-in selectors, filters and sorts use.</summary>
internal static class IndexFields
{
    public const string ItemId = "itemId";
    public const string ParentId = "parentId";
    public const string AncestorIds = "ancestorIds";
    public const string ContentType = "contentType";
    public const string Name = "name";
    public const string SortableName = "sortName";
    public const string CreateDate = "createDate";
    public const string UpdateDate = "updateDate";
    public const string Level = "level";
    public const string SortOrder = "sortOrder";
}
