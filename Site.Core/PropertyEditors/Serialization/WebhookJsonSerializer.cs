using System.Text.Json;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Writes webhook payloads: camel case, enumerations by name, runtime types written in full.</summary>
internal sealed class WebhookJsonSerializer(IJsonSerializerEncoderFactory encoderFactory) : JsonSerializerBase, IWebhookJsonSerializer
{
    /// <inheritdoc />
    protected override JsonSerializerOptions Options { get; } = CreateOptions(encoderFactory);

    private static JsonSerializerOptions CreateOptions(IJsonSerializerEncoderFactory encoderFactory) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        Encoder = encoderFactory.CreateEncoder<WebhookJsonSerializer>(),
        Converters = { new JsonStringEnumConverter(), new UdiJsonConverterFactory(), new ObjectJsonConverter() },
    };
}
