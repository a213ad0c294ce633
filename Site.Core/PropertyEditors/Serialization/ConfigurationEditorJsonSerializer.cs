using System.Text.Json;
using System.Text.Json.Serialization;
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
        Converters =
        {
            new JsonStringEnumConverter(),
            new UdiJsonConverterFactory(),
            new LenientBooleanJsonConverter(),
            new LenientGuidJsonConverter(),
            new ObjectJsonConverter(),
        },
    };
}
