using System.Globalization;
using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Serialization;

namespace Site.Core.PropertyEditors.Sliders;

/// <summary>What a slider was set to; both ends are the same when it has no range.</summary>
/// <param name="From">The lower end.</param>
/// <param name="To">The upper end.</param>
internal sealed record SliderValue(decimal From, decimal To)
{
    /// <summary>The value in what was stored (<c>5</c>, <c>5,10</c>) or posted (an object of <c>from</c> and <c>to</c>); <c>null</c> when it is neither.</summary>
    public static SliderValue? Read(object? source)
        => source.Unwrap() switch
        {
            SliderValue value => value,
            JsonObject node => Of(Number(node["from"]), Number(node["to"])),
            string text when text.AsSpan().TrimStart().StartsWith("{") => JsonNodes.TryParse(text) is JsonObject node ? Of(Number(node["from"]), Number(node["to"])) : null,
            string text => text.Split(',') is [var from, .. var rest] && rest.Length <= 1 ? Of(Number(from), Number(rest.Length == 1 ? rest[0] : from)) : null,
            int number => new SliderValue(number, number),
            decimal number => new SliderValue(number, number),
            _ => null,
        };

    /// <summary>As it is stored.</summary>
    public override string ToString()
        => From == To
            ? From.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{From},{To}");

    private static SliderValue? Of(decimal? from, decimal? to) => (from ?? to) is { } one ? new SliderValue(from ?? one, to ?? one) : null;

    private static decimal? Number(JsonNode? node) => node is JsonValue ? Number(node.ToString()) : null;

    private static decimal? Number(string text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
