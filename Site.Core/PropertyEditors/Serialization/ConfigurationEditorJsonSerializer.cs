using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Reads and writes data type configurations; booleans may be <c>1</c>, <c>"1"</c> or <c>"true"</c> as older sites wrote them.</summary>
internal sealed class ConfigurationEditorJsonSerializer(IJsonSerializerEncoderFactory encoderFactory)
    : JsonSerializerBase, IConfigurationEditorJsonSerializer
{
    /// <inheritdoc />
    protected override JsonSerializerOptions Options { get; } = CreateOptions(encoderFactory);

    private static JsonSerializerOptions CreateOptions(IJsonSerializerEncoderFactory encoderFactory) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Encoder = encoderFactory.CreateEncoder<ConfigurationEditorJsonSerializer>(),
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(UseFieldKeys),
        Converters =
        {
            new JsonStringEnumConverter(),
            new UdiJsonConverterFactory(),
            new LenientBooleanJsonConverter(),
            new LenientGuidJsonConverter(),
            new ObjectJsonConverter(),
        },
    };

    // A field's key is not always the name of the property: a slider's MinimumValue is configured as minVal.
    private static void UseFieldKeys(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (property.AttributeProvider?.GetCustomAttributes(typeof(ConfigurationFieldAttribute), true).OfType<ConfigurationFieldAttribute>().FirstOrDefault()?.Key is { Length: > 0 } key)
                property.Name = key;
        }
    }
}
