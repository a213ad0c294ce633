using System.Text.Json;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Writes a <see cref="Udi"/> as its <c>umb://</c> text; an unreadable one is read as <c>null</c>, so that one bad link does not lose a whole value.</summary>
internal sealed class UdiJsonConverterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) => typeof(Udi).IsAssignableFrom(typeToConvert);

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(typeof(UdiJsonConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class UdiJsonConverter<TUdi> : JsonConverter<TUdi>
        where TUdi : Udi
    {
        public override TUdi? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => UdiParser.TryParse(reader.GetString() ?? string.Empty, out Udi? udi) ? udi as TUdi : null;

        public override void Write(Utf8JsonWriter writer, TUdi value, JsonSerializerOptions options)
            => writer.WriteStringValue(value.ToString());
    }
}
