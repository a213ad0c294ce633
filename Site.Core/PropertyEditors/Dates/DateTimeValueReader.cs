using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Serialization;

namespace Site.Core.PropertyEditors.Dates;

/// <summary>Reads the values of the date editors of Umbraco 17.</summary>
internal static class DateTimeValueReader
{
    /// <summary>The value in <paramref name="source"/>: the stored JSON, the editor's JSON, or a bare date as <c>Umbraco.DateTime</c> stored it.</summary>
    /// <returns><c>null</c> when there is none or it is no date.</returns>
    public static DateTimeValue? Read(DateEditorKind kind, object? source)
        => source.Unwrap() switch
        {
            JsonObject node => FromNode(kind, node),
            string text when text.TrimStart().StartsWith('{') => JsonNodes.TryParse(text) is JsonObject node ? FromNode(kind, node) : null,
            string text => FromText(kind, text, null),
            DateTime date => new DateTimeValue { Date = new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), TimeSpan.Zero) },
            _ => null,
        };

    private static DateTimeValue? FromNode(DateEditorKind kind, JsonObject node)
        => FromText(kind, node["date"]?.ToString(), kind.HasTimeZone ? node["timeZone"]?.ToString() : null);

    private static DateTimeValue? FromText(DateEditorKind kind, string? text, string? timeZone)
        => kind.Parse(text) is { } moment ? new DateTimeValue { Date = moment, TimeZone = timeZone } : null;
}
