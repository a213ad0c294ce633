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
            if (JsonNode.Parse(ref reader, new JsonNodeOptions { PropertyNameCaseInsensitive = true }) is not JsonObject source)
                throw new JsonException("A block value must be a JSON object.");

            var value = new TValue
            {
                ContentData = source["contentData"].Deserialize<List<BlockItemData>>(options) ?? [],
                SettingsData = source["settingsData"].Deserialize<List<BlockItemData>>(options) ?? [],
            };
            value.Expose = source["expose"].Deserialize<List<BlockItemVariation>>(options) ?? ExposeAll(value);
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
            BlockKeys.Adopt(item, "contentUdi", "contentKey");
            BlockKeys.Adopt(item, "settingsUdi", "settingsKey");
            return item.Deserialize<TLayout>(options) ?? throw new JsonException("A block layout item must be a JSON object.");
        }

        private static JsonObject LayoutNode(TLayout item, JsonSerializerOptions options)
        {
            var node = (JsonObject)JsonSerializer.SerializeToNode(item, options)!;
            node.Remove("contentUdi");
            node.Remove("settingsUdi");
            return node;
        }

        private static void WriteMember(Utf8JsonWriter writer, string name, object value, JsonSerializerOptions options)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
        }
    }
}
