using System.Text.Json;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Reads and writes property values in the shapes that stock Umbraco 17 stores.</summary>
internal sealed class ContentJsonSerializer(IJsonSerializerEncoderFactory encoderFactory) : JsonSerializerBase
{
    /// <inheritdoc />
    protected override JsonSerializerOptions Options { get; } = CreateOptions(encoderFactory);

    private static JsonSerializerOptions CreateOptions(IJsonSerializerEncoderFactory encoderFactory) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Encoder = encoderFactory.CreateEncoder<ContentJsonSerializer>(),
        Converters =
        {
            new JsonStringEnumConverter(),
            new UdiJsonConverterFactory(),
            new BlockValueJsonConverterFactory(),
            new BlockItemDataJsonConverter(),
            new ObjectJsonConverter(),
        },
    };
}
