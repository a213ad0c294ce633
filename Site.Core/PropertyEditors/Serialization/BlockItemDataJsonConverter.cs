using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core.Models.Blocks;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Reads and writes one block's data, including the shape of Umbraco 13 and 14 with a UDI and flat property names.</summary>
internal sealed class BlockItemDataJsonConverter : JsonConverter<BlockItemData>
{
    private static readonly string[] OwnMembers = ["key", "udi", "contentTypeKey", "values"];

    /// <inheritdoc />
    public override BlockItemData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonObject source = JsonNodes.ReadObject(ref reader);
        BlockKeys.Adopt(source, "udi", "key");
        var item = new BlockItemData
        {
            Key = BlockKeys.Read(source["key"]),
            ContentTypeKey = BlockKeys.Read(source["contentTypeKey"]),
            Values = source["values"] is JsonArray values ? ReadValues(values, options) : [],
        };
        if (source["values"] is not JsonArray)
            item.Values = ReadFlatValues(source);
        return item;
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, BlockItemData value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("contentTypeKey", value.ContentTypeKey);
        writer.WriteNull("udi");
        writer.WriteString("key", value.Key);
        writer.WriteStartArray("values");
        foreach (BlockPropertyValue property in Sorted(value.Values))
            WriteValue(writer, property, options);

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // Merging cultures shuffles values; sorted, what was published reads as what was edited.
    private static IEnumerable<BlockPropertyValue> Sorted(IEnumerable<BlockPropertyValue> values) => values
        .OrderBy(value => value.Alias, StringComparer.OrdinalIgnoreCase)
        .ThenBy(value => value.Culture, StringComparer.OrdinalIgnoreCase)
        .ThenBy(value => value.Segment, StringComparer.OrdinalIgnoreCase);

    private static List<BlockPropertyValue> ReadValues(JsonArray values, JsonSerializerOptions options)
        => [.. values.OfType<JsonObject>().Where(value => value["alias"] is not null).Select(value => new BlockPropertyValue
        {
            Alias = value["alias"]!.ToString(),
            Culture = value["culture"]?.ToString(),
            Segment = value["segment"]?.ToString(),
            Value = value["value"].Deserialize<object?>(options),
        })];

    private static List<BlockPropertyValue> ReadFlatValues(JsonObject source)
        => [.. source
            .Where(member => !OwnMembers.Contains(member.Key, StringComparer.OrdinalIgnoreCase))
            .Select(member => new BlockPropertyValue { Alias = member.Key, Value = member.Value.ToNatural() })];

    private static void WriteValue(Utf8JsonWriter writer, BlockPropertyValue property, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("alias", property.Alias);
        writer.WriteString("culture", property.Culture);
        writer.WriteString("segment", property.Segment);
        writer.WriteString("editorAlias", property.EditorAlias);
        writer.WritePropertyName("value");
        JsonSerializer.Serialize(writer, property.Value, options);
        writer.WriteEndObject();
    }
}
