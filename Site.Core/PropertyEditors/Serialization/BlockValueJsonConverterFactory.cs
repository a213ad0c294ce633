using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core.Models.Blocks;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Reads and writes the value of block editors: <c>contentData</c>, <c>settingsData</c>, <c>expose</c> and <c>layout</c>.</summary>
/// <remarks>
/// The layout is a dictionary by editor alias whose item type depends on the editor, which System.Text.Json cannot know.
/// Member names are matched without regard to case, because builds of Umbraco 17 wrote <c>Layout</c> as well as <c>layout</c>.
/// </remarks>
internal sealed class BlockValueJsonConverterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) => typeof(BlockValue).IsAssignableFrom(typeToConvert) && !typeToConvert.IsAbstract;

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        Type layout = LayoutType(typeToConvert);
        return (JsonConverter)Activator.CreateInstance(typeof(BlockValueJsonConverter<,>).MakeGenericType(typeToConvert, layout))!;
    }

    private static Type LayoutType(Type valueType)
    {
        for (Type? type = valueType; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(BlockValue<>))
                return type.GetGenericArguments()[0];
        }

        throw new NotSupportedException($"{valueType} does not derive from {typeof(BlockValue<>)}.");
    }

    private sealed class BlockValueJsonConverter<TValue, TLayout> : JsonConverter<TValue>
        where TValue : BlockValue<TLayout>, new()
        where TLayout : class, IBlockLayoutItem, new()
    {
        public override TValue? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            JsonObject source = JsonNodes.ReadObject(ref reader);
            if (BlockDepth.IsExceeded(source))
                throw new JsonException($"Blocks are nested more than {BlockDepth.Maximum} levels deep.");

            var value = new TValue
            {
                ContentData = ReadList<BlockItemData>(source["contentData"], options) ?? [],
                SettingsData = ReadList<BlockItemData>(source["settingsData"], options) ?? [],
            };
            value.Expose = ReadList<BlockItemVariation>(source["expose"], options) ?? ExposeAll(value);
            value.Layout = ReadLayout(value, source["layout"], options);
            return value;
        }

        public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            WriteMember(writer, "contentData", value.ContentData, options);
            WriteMember(writer, "settingsData", value.SettingsData, options);
            WriteMember(writer, "expose", Sorted(value), options);
            writer.WriteStartObject("layout");
            foreach ((string alias, IEnumerable<IBlockLayoutItem> items) in value.Layout)
                WriteMember(writer, alias, items.OfType<TLayout>().Select(item => LayoutNode(item, options)), options);

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        // Members of a list that are no objects say nothing; the others still do.
        private static List<TItem>? ReadList<TItem>(JsonNode? list, JsonSerializerOptions options)
            => list is JsonArray array ? [.. array.OfType<JsonObject>().Select(item => item.Deserialize<TItem>(options)!)] : null;

        private static Dictionary<string, IEnumerable<IBlockLayoutItem>> ReadLayout(TValue value, JsonNode? layout, JsonSerializerOptions options)
        {
            var result = new Dictionary<string, IEnumerable<IBlockLayoutItem>>(StringComparer.Ordinal);
            if (layout is not JsonObject byAlias)
                return result;

            foreach ((string alias, JsonNode? items) in byAlias)
            {
                if (items is JsonArray array && IsOwnAlias(value, alias))
                    result[value.PropertyEditorAlias] = [.. array.OfType<JsonObject>().Select(item => ReadLayoutItem(item, options))];
            }

            return result;
        }

        // As the blocks stand, then by culture: merging cultures must not show.
        private static List<BlockItemVariation> Sorted(TValue value)
            => [.. value.Expose
                .OrderBy(row => value.ContentData.FindIndex(item => item.Key == row.ContentKey))
                .ThenBy(row => row.Culture, StringComparer.OrdinalIgnoreCase)
                .ThenBy(row => row.Segment, StringComparer.OrdinalIgnoreCase)];

        // Before version 15 nothing was said of exposure: every block was shown.
        private static List<BlockItemVariation> ExposeAll(TValue value)
            => [.. value.ContentData.Select(item => new BlockItemVariation(item.Key, null, null))];

        // Blocks of rich text written by the former TinyMCE editor carry that editor's alias.
        private static bool IsOwnAlias(TValue value, string alias)
            => alias.Equals(value.PropertyEditorAlias, StringComparison.OrdinalIgnoreCase)
                || (value is RichTextBlockValue && alias.Equals("Umbraco.TinyMCE", StringComparison.OrdinalIgnoreCase));

        private static TLayout ReadLayoutItem(JsonObject item, JsonSerializerOptions options)
        {
            Adopt(item);
            return item.Deserialize<TLayout>(options) ?? throw new JsonException("A block layout item must be a JSON object.");
        }

        // Items of a grid hold areas, and those hold items again.
        private static void Adopt(JsonObject item)
        {
            BlockKeys.Adopt(item, "contentUdi", "contentKey");
            BlockKeys.Adopt(item, "settingsUdi", "settingsKey");
            item["contentKey"] = BlockKeys.Read(item["contentKey"]);
            item["settingsKey"] = BlockKeys.Read(item["settingsKey"]) is var key && key != Guid.Empty ? key : null;
            if (!item.ContainsKey("areas"))
                return;

            JsonObject[] areas = TakeObjects(item, "areas");
            foreach (JsonObject area in areas)
            {
                JsonObject[] nested = TakeObjects(area, "items");
                area["key"] = BlockKeys.Read(area["key"]);
                area["items"] = new JsonArray([.. nested]);
                foreach (JsonObject child in nested)
                    Adopt(child);
            }

            item["areas"] = new JsonArray([.. areas]);
        }

        private static JsonObject[] TakeObjects(JsonObject owner, string name)
        {
            if (owner[name] is not JsonArray array)
                return [];

            JsonObject[] objects = [.. array.OfType<JsonObject>()];
            array.Clear();
            return objects;
        }

        private static JsonObject LayoutNode(TLayout item, JsonSerializerOptions options)
        {
            var node = (JsonObject)JsonSerializer.SerializeToNode(item, options)!;
            RemoveUdis(node);
            return node;
        }

        private static void RemoveUdis(JsonObject item)
        {
            item.Remove("contentUdi");
            item.Remove("settingsUdi");
            foreach (JsonObject child in (item["areas"] as JsonArray ?? []).SelectMany(area => (JsonArray)area!["items"]!).Cast<JsonObject>())
                RemoveUdis(child);
        }

        private static void WriteMember(Utf8JsonWriter writer, string name, object value, JsonSerializerOptions options)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
        }
    }
}
