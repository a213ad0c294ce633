using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Site.Core.Delivery.Output;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Site.Web.DeliveryApi;

/// <summary>The JSON conventions of the Content Delivery API (specs/content-delivery-api-v2.md section 5).</summary>
internal static class DeliveryJson
{
    /// <summary>Camel case members, untouched dictionary keys, nulls written, enums by name, everything outside ASCII escaped.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = OutputLimits.MaxDepth,
        Converters = { new JsonStringEnumConverter(), new ModelInterfaceConverterFactory() },
    };

    /// <summary>The JSON of an answer; <c>null</c> when it is nested too deep.</summary>
    public static byte[]? TrySerialize<T>(T value)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, new JsonWriterOptions { MaxDepth = OutputLimits.MaxDepth });
        try
        {
            JsonSerializer.Serialize(writer, value, Options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException && writer.CurrentDepth >= OutputLimits.MaxDepth)
        {
            return null;
        }

        return json.WrittenSpan.ToArray();
    }

    /// <summary>Writes values that are declared as one of the API's interfaces as what they are.</summary>
    private sealed class ModelInterfaceConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsInterface && typeToConvert.Namespace == typeof(IApiContent).Namespace;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ModelInterfaceConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class ModelInterfaceConverter<T> : JsonConverter<T>
        where T : notnull
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("The Delivery API only writes.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
