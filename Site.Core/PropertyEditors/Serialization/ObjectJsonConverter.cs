using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Reads a member declared as <see cref="object"/> into the natural .NET value instead of a <see cref="JsonElement"/>.</summary>
/// <remarks>Scalars become string, bool, int, long, decimal or double; objects and arrays become JSON nodes.</remarks>
internal sealed class ObjectJsonConverter : JsonConverter<object>
{
    /// <inheritdoc />
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => ReadNumber(ref reader),
            _ => ReadNode(ref reader),
        };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (value.GetType() == typeof(object))
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }

    private static JsonNode? ReadNode(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return JsonNodes.From(document.RootElement);
    }

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt32(out int integer))
            return integer;
        if (reader.TryGetInt64(out long bigInteger))
            return bigInteger;
        return reader.TryGetDecimal(out decimal number) ? number : reader.GetDouble();
    }
}
