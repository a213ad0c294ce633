using System.Globalization;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Sync.Nodes;

/// <summary>Turns a file's text into the form in which a property stores it, and compares the two.</summary>
internal static class StoredValue
{
    /// <summary>The length of the column for short texts.</summary>
    public const int MaxShortText = 512;

    /// <summary>Editors whose value is text, even when somebody types JSON into it.</summary>
    private static readonly HashSet<string> _plainText = new(StringComparer.OrdinalIgnoreCase)
    {
        Constants.PropertyEditors.Aliases.TextBox,
        Constants.PropertyEditors.Aliases.TextArea,
        Constants.PropertyEditors.Aliases.MarkdownEditor,
        Constants.PropertyEditors.Aliases.MultipleTextstring,
        Constants.PropertyEditors.Aliases.PlainString,
    };

    /// <summary>The value to store; null for a blank one.</summary>
    /// <exception cref="SyncItemException">The text is not of the property's kind, or too long.</exception>
    public static object? Parse(string text, IPropertyType type, string element)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return type.ValueStorageType switch
        {
            ValueStorageType.Integer => ParseInteger(text.Trim(), element),
            ValueStorageType.Decimal => decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                ? number
                : throw Wrong(element, text, "a number such as 12.5"),
            ValueStorageType.Date => ParseDate(text.Trim(), element),
            ValueStorageType.Nvarchar => text.Length <= MaxShortText
                ? text
                : throw new SyncItemException(element, $"has {text.Length} characters, at most {MaxShortText} are stored; shorten it or use a text area."),
            _ => _plainText.Contains(type.PropertyEditorAlias) ? text : SyncJson.Compact(text),
        };
    }

    /// <summary>The value as a file holds it: JSON indented, everything else as text, a missing value as no text.</summary>
    public static string Print(object? value, IPropertyType type) => value switch
    {
        null => string.Empty,
        string text when _plainText.Contains(type.PropertyEditorAlias) => text,
        string text => SyncJson.Indented(text),
        DateTime date => date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        _ => Text(value),
    };

    /// <summary>Whether two values mean the same. Line ends do not count: XML cannot tell CR LF from LF.</summary>
    public static bool AreSame(object? live, object? wanted) => (live, wanted) switch
    {
        (null or "", null or "") => true,
        (string left, string right) => SyncJson.AreSame(left.ReplaceLineEndings("\n"), right.ReplaceLineEndings("\n")),
        (not null, not null) => live.Equals(wanted) || Text(live) == Text(wanted),
        _ => false,
    };

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static int ParseInteger(string text, string element)
    {
        if (bool.TryParse(text, out bool toggle))
        {
            return toggle ? 1 : 0;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw Wrong(element, text, "a whole number");
    }

    /// <summary>The date as it stands; Umbraco stores dates of properties without a zone.</summary>
    private static DateTime ParseDate(string text, string element) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out DateTime date)
            ? DateTime.SpecifyKind(date, DateTimeKind.Unspecified)
            : throw Wrong(element, text, "a date such as 2026-01-31T09:00:00");

    private static SyncItemException Wrong(string element, string text, string wanted) =>
        new(element, $"'{SyncXml.Shorten(text)}' is not {wanted}.");
}
