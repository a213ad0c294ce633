using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Querying;

/// <summary>
/// Compares the values of a field with what a filter or selector asks for. What was asked for is read once, and then compared with row after
/// row: raw text exactly, sortable text without regard to case, analysed text by words, numbers and dates by their value.
/// </summary>
internal sealed class FieldMatch
{
    private readonly HashSet<string> _texts;
    private readonly HashSet<string> _lower;
    private readonly string[] _folded;
    private readonly string[] _words;
    private readonly HashSet<decimal> _numbers = [];
    private readonly HashSet<DateTime> _dates = [];

    private FieldMatch(IEnumerable<string> expected)
    {
        _texts = new HashSet<string>(expected.OfType<string>(), StringComparer.Ordinal);
        _lower = [.. _texts.Select(x => x.ToLowerInvariant())];
        _folded = [.. _texts.Select(IndexValues.Fold).Distinct(StringComparer.Ordinal)];
        _words = [.. _folded.Select(IndexValues.WordsOf).Where(x => x.Length > 1)];
        foreach (string text in _texts)
        {
            if (IndexValues.TryParseNumber(text, out decimal number))
            {
                _numbers.Add(number);
            }

            if (IndexValues.TryParseDate(text, out DateTime date))
            {
                _dates.Add(date);
            }
        }
    }

    /// <summary>Whether a row passes the filter. A range whose values are neither numbers nor dates lets every row pass, as in Umbraco.</summary>
    public static Func<IndexRow, bool> Compile(FilterOption filter)
    {
        var match = new FieldMatch(filter.Values);
        string field = filter.FieldName;
        return filter.Operator switch
        {
            FilterOperation.Is => row => row.ValuesOf(field).Any(match.IsEqual),
            FilterOperation.IsNot => row => !row.ValuesOf(field).Any(match.IsEqual),
            FilterOperation.Contains => row => row.ValuesOf(field).Any(match.Contains),
            FilterOperation.DoesNotContain => row => !row.ValuesOf(field).Any(match.Contains),
            _ when match._numbers.Count + match._dates.Count == 0 => _ => true,
            _ => row => row.ValuesOf(field).Any(x => match.IsInRange(x, filter.Operator)),
        };
    }

    /// <summary>Whether a row belongs to what the selector chooses.</summary>
    public static Func<IndexRow, bool> Compile(SelectorOption selector)
    {
        var match = new FieldMatch(selector.Values);
        return row => row.ValuesOf(selector.FieldName).Any(match.IsEqual);
    }

    private bool IsEqual(object value) => value switch
    {
        string text => _texts.Contains(text),
        SortableText text => _lower.Contains(text.Lower),
        AnalysedText text => Array.Exists(_words, x => text.Words.Contains(x, StringComparison.Ordinal)),
        decimal number => _numbers.Contains(number),
        DateTime date => _dates.Contains(date),
        _ => false,
    };

    private bool Contains(object value) => value switch
    {
        AnalysedText text => ContainsFolded(text.Folded),
        SortableText text => ContainsFolded(IndexValues.Fold(text.Lower)),
        string text => ContainsFolded(IndexValues.Fold(text)),
        _ => false,
    };

    private bool ContainsFolded(string folded) => Array.Exists(_folded, x => folded.Contains(x, StringComparison.Ordinal));

    private bool IsInRange(object value, FilterOperation operation) => value switch
    {
        decimal number => _numbers.Any(x => IsIn(number.CompareTo(x), operation)),
        DateTime date => _dates.Any(x => IsIn(date.CompareTo(x), operation)),
        _ => false,
    };

    private static bool IsIn(int comparison, FilterOperation operation) => operation switch
    {
        FilterOperation.LessThan => comparison < 0,
        FilterOperation.LessThanOrEqual => comparison <= 0,
        FilterOperation.GreaterThan => comparison > 0,
        FilterOperation.GreaterThanOrEqual => comparison >= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not a range."),
    };
}
