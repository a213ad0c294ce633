using System.Text.Json.Serialization;

namespace Site.Core.PropertyEditors.Dates;

/// <summary>What the date editors of Umbraco 17 store, e.g. <c>{"date":"2025-01-01T00:01:00+01:00","timeZone":"Europe/Copenhagen"}</c>.</summary>
internal sealed class DateTimeValue
{
    /// <summary>The moment; editors without zone store the offset +00:00, the time editor the date 0001-01-01.</summary>
    public DateTimeOffset Date { get; set; }

    /// <summary>IANA name of the zone that was chosen; only written by the editor with time zone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TimeZone { get; set; }
}
