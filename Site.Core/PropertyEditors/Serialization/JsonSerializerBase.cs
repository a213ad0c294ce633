using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>System.Text.Json behind Core's <see cref="IJsonSerializer"/>.</summary>
internal abstract class JsonSerializerBase : IJsonSerializer
{
    /// <summary>The options of this serializer; frozen after first use.</summary>
    protected abstract JsonSerializerOptions Options { get; }

    /// <inheritdoc />
    public string Serialize(object? input) => JsonSerializer.Serialize(input, Options);

    /// <inheritdoc />
    public T? Deserialize<T>(string input) => JsonSerializer.Deserialize<T>(input, Options);

    /// <summary>Reads <paramref name="input"/>, which may be JSON text, a JSON node or element, or a plain object.</summary>
    /// <returns><c>false</c> when the input is not JSON of the wanted shape; never throws for bad input.</returns>
    public bool TryDeserialize<T>(object input, [NotNullWhen(true)] out T? value)
        where T : class
    {
        try
        {
            value = Read<T>(input);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException or FormatException or ArgumentException)
        {
            value = null;
        }

        return value is not null;
    }

    private T? Read<T>(object input)
        where T : class
        => input switch
        {
            T already => already,
            string text => LooksLikeJson(text) ? Deserialize<T>(text) : null,
            JsonNode node => node.Deserialize<T>(Options),
            JsonElement element => element.Deserialize<T>(Options),
            _ => JsonSerializer.SerializeToNode(input, Options)?.Deserialize<T>(Options),
        };

    private static bool LooksLikeJson(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        return trimmed.Length > 1 && trimmed[0] is '{' or '[' or '"';
    }
}
