using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Serialization;

namespace Site.Core.PropertyEditors.Files;

/// <summary>What the editors of files post: the path of the file that is there, or the key of one that was just uploaded.</summary>
/// <param name="Source">Path of the present file, e.g. <c>/media/a1b2c3d4/report.pdf</c>.</param>
/// <param name="TemporaryFileId">Key of the temporary file that shall take its place.</param>
internal sealed record PostedFile(string? Source, Guid? TemporaryFileId)
{
    /// <summary>Reads a JSON object with <c>src</c> and <c>temporaryFileId</c>, or a bare path.</summary>
    public static PostedFile Read(object? value)
        => Node(value) is { } node
            ? new PostedFile(Text(node["src"]), Guid.TryParse(node["temporaryFileId"]?.ToString(), out Guid key) ? key : null)
            : new PostedFile(value.Unwrap() is string { Length: > 0 } path && !path.TrimStart().StartsWith('{') ? path : null, null);

    private static JsonObject? Node(object? value)
        => value.Unwrap() switch
        {
            JsonObject posted => posted,
            string text when text.TrimStart().StartsWith('{') => JsonNodes.TryParse(text) as JsonObject,
            _ => null,
        };

    private static string? Text(JsonNode? node) => node?.ToString() is { Length: > 0 } text ? text : null;
}
