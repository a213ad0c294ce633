using System.Globalization;
using System.Text;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Querying;

/// <summary>Compares the values of a field with what a filter asks for.</summary>
internal static class FieldMatch
{
    /// <summary>Whether the row passes the filter. A filter whose values say nothing about the field's kind, e.g. no date, lets every row pass.</summary>
    public static bool Matches(IndexRow row, FilterOption filter)
    {
        object[] fieldValues = row.Fields.TryGetValue(filter.FieldName, out object[]? values) ? values : [];
        return filter.Operator switch
        {
            FilterOperation.Is => filter.Values.Any(x => fieldValues.Any(v => IsEqual(v, x))),
            FilterOperation.IsNot => !filter.Values.Any(x => fieldValues.Any(v => IsEqual(v, x))),
            FilterOperation.Contains => filter.Values.Any(x => fieldValues.Any(v => Contains(v, x))),
            FilterOperation.DoesNotContain => !filter.Values.Any(x => fieldValues.Any(v => Contains(v, x))),
            _ => IsInRange(fieldValues, filter),
        };
    }

    /// <summary>Reads a date as clients write it; without a zone it is UTC, which is also the site's own zone.</summary>
    public static bool TryParseDate(string? text, out DateTime date) => DateTime.TryParse(
        text,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out date);

    private static bool IsEqual(object value, string expected) => value switch
    {
        string text => text == expected,
        DateTime date => TryParseDate(expected, out DateTime parsed) && date == parsed,
        int number => int.TryParse(expected, NumberStyles.Integer, CultureInfo.InvariantCulture, out int parsed) && number == parsed,
        _ => false,
    };

    private static bool Contains(object value, string expected) =>
        value is string text && Fold(text).Contains(Fold(expected), StringComparison.Ordinal);

    private static bool IsInRange(object[] values, FilterOption filter)
    {
        foreach (string expected in filter.Values)
        {
            if (values.Any(x => Compare(x, expected) is { } comparison && IsIn(comparison, filter.Operator)))
            {
                return true;
            }
        }

        return false;
    }

    private static int? Compare(object value, string expected) => value switch
    {
        DateTime date when TryParseDate(expected, out DateTime parsed) => date.CompareTo(parsed),
        int number when int.TryParse(expected, NumberStyles.Integer, CultureInfo.InvariantCulture, out int parsed) => number.CompareTo(parsed),
        _ => null,
    };

    private static bool IsIn(int comparison, FilterOperation operation) => operation switch
    {
        FilterOperation.LessThan => comparison < 0,
        FilterOperation.LessThanOrEqual => comparison <= 0,
        FilterOperation.GreaterThan => comparison > 0,
        FilterOperation.GreaterThanOrEqual => comparison >= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not a range."),
    };

    // Case and accents do not count: "Sante" finds "Santé".
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(character));
            }
        }

        return folded.ToString();
    }
}
