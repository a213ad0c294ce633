using System.Globalization;

namespace Site.Core.PropertyEditors.Dates;

/// <summary>How one of the date editors of Umbraco 17 writes its value in the editor and gives it to views.</summary>
/// <param name="EditorAlias">The editor.</param>
/// <param name="EditorFormat">The .NET format of the text that the editor shows.</param>
/// <param name="HasTimeZone">Whether offset and zone are kept; otherwise they are ignored, as Umbraco does.</param>
/// <param name="ValueType">The .NET type that views get.</param>
/// <param name="Publish">Turns the stored moment into that type.</param>
internal sealed record DateEditorKind(
    string EditorAlias,
    string EditorFormat,
    bool HasTimeZone,
    Type ValueType,
    Func<DateTimeOffset, object> Publish)
{
    private static readonly DateEditorKind[] All =
    [
        new("Umbraco.DateTimeUnspecified", "yyyy-MM-dd'T'HH:mm:ss", false, typeof(DateTime?), moment => moment.DateTime),
        new("Umbraco.DateTimeWithTimeZone", "yyyy-MM-dd'T'HH:mm:sszzz", true, typeof(DateTimeOffset?), moment => moment),
        new("Umbraco.DateOnly", "yyyy-MM-dd", false, typeof(DateOnly?), moment => DateOnly.FromDateTime(moment.DateTime)),
        new("Umbraco.TimeOnly", "HH:mm:ss", false, typeof(TimeOnly?), moment => TimeOnly.FromDateTime(moment.DateTime)),
    ];

    /// <summary>Whether only the time of day counts.</summary>
    public bool IsTime => ValueType == typeof(TimeOnly?);

    /// <summary>The kind of an editor; <c>null</c> when it is none of these.</summary>
    public static DateEditorKind? Of(string editorAlias) => Array.Find(All, kind => kind.EditorAlias == editorAlias);

    /// <summary>Reads a moment that was stored or posted.</summary>
    /// <returns><c>null</c> when the text is no date, or no time for the time editor.</returns>
    public DateTimeOffset? Parse(string? text)
    {
        if (IsTime && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
            return new DateTimeOffset(DateOnly.MinValue, time, TimeSpan.Zero);
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
            return null;

        return HasTimeZone ? moment : Normalise(moment);
    }

    /// <summary>The text that the editor shows for a stored moment.</summary>
    public string Format(DateTimeOffset moment) => moment.ToString(EditorFormat, CultureInfo.InvariantCulture);

    private DateTimeOffset Normalise(DateTimeOffset moment)
        => ValueType == typeof(DateOnly?)
            ? new DateTimeOffset(moment.Date, TimeSpan.Zero)
            : IsTime
                ? new DateTimeOffset(DateOnly.MinValue, TimeOnly.FromDateTime(moment.DateTime), TimeSpan.Zero)
                : new DateTimeOffset(moment.DateTime, TimeSpan.Zero);
}
