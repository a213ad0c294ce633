using System.Text.Encodings.Web;
using System.Text.Json;

namespace Site.Core.Sync;

/// <summary>Compares and prints JSON: files hold it indented and escaped, the site compact.</summary>
internal static class SyncJson
{
    private const int MaxDepth = 256;

    private static readonly JsonSerializerOptions _compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", MaxDepth = MaxDepth };

    /// <summary>The JSON as uSync prints it into files: indented, everything beyond ASCII escaped.</summary>
    public static string Indented(JsonElement json) => JsonSerializer.Serialize(json, _indented);

    /// <summary>The same JSON object or array as uSync prints it; other text as it is.</summary>
    public static string Indented(string text)
    {
        using JsonDocument? document = TryParse(text);
        return document is null ? text : Indented(document.RootElement);
    }

    /// <summary>The same JSON object or array without white space; other text as it is.</summary>
    public static string Compact(string text)
    {
        using JsonDocument? document = TryParse(text);
        return document is null ? text : JsonSerializer.Serialize(document.RootElement, _compact);
    }

    /// <summary>Whether two texts are the same, as JSON if both are.</summary>
    public static bool AreSame(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        using JsonDocument? leftDocument = TryParse(left);
        using JsonDocument? rightDocument = leftDocument is null ? null : TryParse(right);
        return rightDocument is not null && JsonElement.DeepEquals(leftDocument!.RootElement, rightDocument.RootElement);
    }

    /// <summary>Parses an object or array; null when the text is anything else. The caller disposes it.</summary>
    public static JsonDocument? TryParse(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        if (start.Length == 0 || start[0] is not ('{' or '['))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException)
        {
            // Text that only looks like JSON is text.
            return null;
        }
    }
}
