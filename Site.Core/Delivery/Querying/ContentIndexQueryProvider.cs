using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Extensions;

namespace Site.Core.Delivery.Querying;

/// <summary>Answers what the handlers made of a query from the <see cref="ContentIndex"/>.</summary>
internal sealed class ContentIndexQueryProvider(VisibleRows visible, IOptionsMonitor<DeliveryApiSettings> settings) : IApiContentQueryProvider
{
    private const string Everything = "*";

    /// <inheritdoc />
    public SelectorOption AllContentSelectorOption() => new() { FieldName = Everything, Values = [] };

    /// <inheritdoc />
    /// <remarks>
    /// Negative <paramref name="skip"/> and <paramref name="take"/> count as 0. Members are not offered, so protected content is never
    /// found, whatever <paramref name="protectedAccess"/> says.
    /// </remarks>
    public PagedModel<Guid> ExecuteQuery(
        SelectorOption selectorOption,
        IList<FilterOption> filterOptions,
        IList<SortOption> sortOptions,
        string culture,
        ProtectedAccess protectedAccess,
        bool preview,
        int skip,
        int take)
    {
        DeliveryApiSettings current = settings.CurrentValue;
        Func<IndexRow, bool>? isSelected = selectorOption.FieldName == Everything ? null : FieldMatch.Compile(selectorOption);
        Func<IndexRow, bool>[] filters = [.. filterOptions.Select(FieldMatch.Compile)];
        IEnumerable<IndexRow> rows = visible.Read(preview);
        List<IndexRow> found =
            [.. rows.Where(row => IsVisible(row, culture, current) && isSelected?.Invoke(row) != false && Array.TrueForAll(filters, x => x(row)))];

        // Only the page that is asked for is sorted, not all that was found.
        return new PagedModel<Guid>(found.Count, Sort(found, sortOptions).Skip(skip).Take(take).Select(x => x.Key).ToArray());
    }

    private static bool IsVisible(IndexRow row, string culture, DeliveryApiSettings settings) =>
        !row.IsProtected
        && (row.Culture is null || row.Culture.InvariantEquals(culture))
        && settings.IsAllowedContentType(row.ContentType);

    private static IEnumerable<IndexRow> Sort(IEnumerable<IndexRow> rows, IEnumerable<SortOption> sorts)
    {
        IOrderedEnumerable<IndexRow>? ordered = null;
        foreach (SortOption sort in sorts)
        {
            object? Value(IndexRow row) => row.ValuesOf(sort.FieldName) is [var first, ..] ? first : null;
            bool ascending = sort.Direction == Direction.Ascending;
            ordered = (ordered, ascending) switch
            {
                (null, true) => rows.OrderBy(Value, FieldComparer.Instance),
                (null, false) => rows.OrderByDescending(Value, FieldComparer.Instance),
                ({ }, true) => ordered.ThenBy(Value, FieldComparer.Instance),
                ({ }, false) => ordered.ThenByDescending(Value, FieldComparer.Instance),
            };
        }

        return ordered ?? rows;
    }

    // What has no value is smaller than what has one. Values of one field are of one type.
    private sealed class FieldComparer : IComparer<object?>
    {
        public static FieldComparer Instance { get; } = new();

        public int Compare(object? x, object? y) => (x, y) switch
        {
            (string a, string b) => string.CompareOrdinal(a, b),
            (SortableText a, SortableText b) => string.CompareOrdinal(a.Lower, b.Lower),
            (AnalysedText a, AnalysedText b) => string.CompareOrdinal(a.Folded, b.Folded),
            _ => Comparer<object>.Default.Compare(x, y),
        };
    }
}
