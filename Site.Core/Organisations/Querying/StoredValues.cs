using System.Globalization;
using System.Text.Json;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Organisations.Querying;

/// <summary>Reads the values of a document as they are stored; index handlers have nothing else.</summary>
internal static class StoredValues
{
    /// <summary>The texts of a drop-down, a list of check boxes or a tag field: a JSON list, or texts between commas.</summary>
    public static IEnumerable<string> Texts(this IContent content, string alias, string? culture)
    {
        string? stored = content.Stored(alias, culture)?.ToString();
        if (string.IsNullOrWhiteSpace(stored))
        {
            return [];
        }

        IEnumerable<string?> texts = stored.TrimStart().StartsWith('[') ? JsonSerializer.Deserialize<string?[]>(stored) ?? [] : stored.Split(',');
        return texts.OfType<string>().Select(x => x.Trim()).Where(x => x.Length > 0);
    }

    /// <summary>The keys of the documents of a tree picker: UDIs between commas.</summary>
    public static IEnumerable<Guid> Picked(this IContent content, string alias) =>
        (content.Stored(alias, null)?.ToString() ?? string.Empty)
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(x => UdiParser.TryParse(x, out GuidUdi? udi) ? udi.Guid : Guid.Empty)
            .Where(x => x != Guid.Empty);

    /// <summary>A whole number.</summary>
    public static int? Number(this IContent content, string alias) =>
        content.Stored(alias, null) is { } value && int.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    /// <summary>A day, or a moment in the site's zone, which is UTC: date editors store JSON with the member <c>date</c>.</summary>
    public static DateTime? Date(this IContent content, string alias)
    {
        string? stored = content.Stored(alias, null) switch
        {
            DateTime date => date.ToString("O", CultureInfo.InvariantCulture),
            string text when text.TrimStart().StartsWith('{') => DateMember(text),
            { } other => other.ToString(),
            null => null,
        };
        return DateTimeOffset.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? DateTime.SpecifyKind(moment.DateTime, DateTimeKind.Utc)
            : null;
    }

    private static string? DateMember(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("date", out JsonElement date) ? date.ToString() : null;
    }

    private static object? Stored(this IContent content, string alias, string? culture) =>
        content.Properties.TryGetValue(alias, out IProperty? property)
            ? property.GetValue(property.PropertyType.VariesByCulture() ? culture : null)
            : null;
}
