using System.Globalization;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.Content;

/// <summary>Converts property values to what a storage type keeps, and never loses one that cannot be converted.</summary>
internal static class StoredValueConversion
{
    /// <summary>Dates written so sort as text, too.</summary>
    private const string DateFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>
    /// The value as the storage type keeps it: an <see cref="int"/>, a <see cref="decimal"/>, a <see cref="DateTime"/> or a text. A value
    /// that the storage type has no room for, e.g. a word for a number, is returned as it is.
    /// </summary>
    public static object To(ValueStorageType storage, object value) => storage switch
    {
        ValueStorageType.Integer => ToInteger(value) ?? AsItIs(value),
        ValueStorageType.Decimal => ToNumber(value) ?? AsItIs(value),
        ValueStorageType.Date => ToDate(value) ?? AsItIs(value),
        _ => ToText(value),
    };

    private static int? ToInteger(object value) =>
        ToNumber(value) is { } number && decimal.Truncate(number) == number && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    private static decimal? ToNumber(object value) => value switch
    {
        bool flag => flag ? 1 : 0,
        string text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null,
        DateTime or DateTimeOffset or Guid => null,
        IConvertible number => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static DateTime? ToDate(object value) => value switch
    {
        DateTime date => date,
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, out DateTime date) => date,
        _ => null,
    };

    private static string ToText(object value) => value is DateTime date
        ? date.ToString(DateFormat, CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static object AsItIs(object value) => value is string or int or decimal or DateTime ? value : ToText(value);
}
