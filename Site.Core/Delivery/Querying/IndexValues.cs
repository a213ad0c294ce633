using System.Globalization;
using System.Text;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Querying;

/// <summary>A text that is searched: without regard to case and accents, by words or by parts of words.</summary>
/// <param name="Folded">The text without capitals and accents.</param>
/// <param name="Words">The words of <paramref name="Folded"/>, each with one space before it, and one after the last.</param>
internal sealed record AnalysedText(string Folded, string Words)
{
    /// <summary>Analyses a text.</summary>
    public static AnalysedText Of(string text)
    {
        string folded = IndexValues.Fold(text);
        return new AnalysedText(folded, IndexValues.WordsOf(folded));
    }
}

/// <summary>A text that is sorted and compared without regard to case.</summary>
/// <param name="Lower">The text in small letters.</param>
internal sealed record SortableText(string Lower)
{
    /// <summary>Makes one of a text.</summary>
    public static SortableText Of(string text) => new(text.ToLowerInvariant());
}

/// <summary>Turns what index handlers contribute, and what queries ask for, into values that can be compared.</summary>
internal static class IndexValues
{
    /// <summary>The value as a field of the type holds it; <c>null</c> when it is none of that type.</summary>
    public static object? Convert(object? value, FieldType type) => value is null ? null : type switch
    {
        FieldType.Number => ToNumber(value),
        FieldType.Date => ToDate(value),
        FieldType.StringSortable => SortableText.Of(ToText(value)),
        FieldType.StringAnalyzed => AnalysedText.Of(ToText(value)),
        _ => ToText(value),
    };

    /// <summary>Reads a date as clients write it; without a zone it is UTC, which is also the site's own zone.</summary>
    public static bool TryParseDate(string? text, out DateTime date) => DateTime.TryParse(
        text,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out date);

    /// <summary>Reads a number with a point for decimals.</summary>
    public static bool TryParseNumber(string? text, out decimal number) => decimal.TryParse(
        text,
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
        CultureInfo.InvariantCulture,
        out number);

    /// <summary>The text in small letters and without accents: "Sante" finds "Santé".</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char character in Decompose(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(character));
            }
        }

        return folded.ToString();
    }

    /// <summary>The words of a folded text, each with one space before it, and one after the last; a single space without any.</summary>
    public static string WordsOf(string folded)
    {
        var words = new StringBuilder(folded.Length + 2).Append(' ');
        foreach (char character in folded)
        {
            if (char.IsLetterOrDigit(character))
            {
                words.Append(character);
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return (words[^1] == ' ' ? words : words.Append(' ')).ToString();
    }

    // A query may hold half of a surrogate pair, which cannot be decomposed.
    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static string ToText(object value) => value switch
    {
        Guid key => key.ToString("D"),
        DateTime date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private static object? ToNumber(object value) => value switch
    {
        bool flag => flag ? 1m : 0m,
        string text => TryParseNumber(text, out decimal parsed) ? parsed : null,
        double or float => System.Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && Math.Abs(number) < (double)decimal.MaxValue ? (decimal)number : null,
        Enum or sbyte or byte or short or ushort or int or uint or long or ulong or decimal => System.Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static object? ToDate(object value) => value switch
    {
        DateTime { Kind: DateTimeKind.Local } local => local.ToUniversalTime(),
        DateTime date => DateTime.SpecifyKind(date, DateTimeKind.Utc),
        DateTimeOffset moment => moment.UtcDateTime,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        string text => TryParseDate(text, out DateTime parsed) ? parsed : null,
        _ => null,
    };
}
