using System.Text.Json;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Reads a key in any GUID notation or as a UDI, as configurations of different Umbraco versions hold it.</summary>
internal sealed class LenientGuidJsonConverter : JsonConverter<Guid>
{
    /// <inheritdoc />
    public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.GetString();
        if (Guid.TryParse(text, out Guid key))
            return key;
        if (UdiParser.TryParse(text, out GuidUdi? udi))
            return udi.Guid;
        if (string.IsNullOrWhiteSpace(text))
            return Guid.Empty;
        throw new JsonException($"'{text}' is neither a GUID nor a UDI.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
