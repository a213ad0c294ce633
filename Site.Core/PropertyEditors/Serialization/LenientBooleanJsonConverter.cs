using System.Text.Json;
using System.Text.Json.Serialization;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Reads <c>true</c>, <c>1</c>, <c>"1"</c> and <c>"true"</c> alike: stored configurations hold all of them.</summary>
internal sealed class LenientBooleanJsonConverter : JsonConverter<bool>
{
    /// <inheritdoc />
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => reader.GetDecimal() != 0,
            JsonTokenType.String => ReadText(reader.GetString()),
            _ => throw new JsonException($"Expected a boolean but found {reader.TokenType}."),
        };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);

    private static bool ReadText(string? text)
        => text switch
        {
            "1" => true,
            "0" or "" or null => false,
            _ => bool.TryParse(text, out bool value)
                ? value
                : throw new JsonException($"'{text}' is not a boolean; write true or false."),
        };
}
