using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Site.Core.PropertyEditors.Models;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Reads what a rich text property holds: the JSON of Umbraco 13 and later, or bare HTML of older ones.</summary>
internal static partial class RichTextValueReader
{
    /// <summary>The value in <paramref name="source"/>; <c>null</c> when it says nothing. Blocks that cannot be read are left out.</summary>
    public static RichTextEditorValue? Read(IJsonSerializer jsonSerializer, object? source)
    {
        RichTextEditorValue? value = source.Unwrap() switch
        {
            RichTextEditorValue already => already,
            string text => Node(text) is { } node ? FromNode(jsonSerializer, node) : new RichTextEditorValue { Markup = text },
            JsonObject node => FromNode(jsonSerializer, node),
            _ => null,
        };
        return value is null || IsEmpty(value.Markup) ? null : value;
    }

    /// <summary>The JSON of the blocks in <paramref name="source"/>; <c>null</c> when there is none.</summary>
    public static JsonNode? Blocks(object? source)
        => source.Unwrap() switch
        {
            string text => Member(Node(text), "blocks"),
            JsonObject node => Member(node, "blocks"),
            _ => null,
        };

    /// <summary>Whether markup says nothing: blank, or the empty paragraph that editors leave behind.</summary>
    public static bool IsEmpty(string? markup) => string.IsNullOrWhiteSpace(markup) || EmptyParagraph().IsMatch(markup);

    private static RichTextEditorValue FromNode(IJsonSerializer jsonSerializer, JsonObject node)
        => new()
        {
            Markup = Member(node, "markup")?.ToString() ?? string.Empty,
            Blocks = Member(node, "blocks") is { } blocks && jsonSerializer.TryDeserialize(blocks, out RichTextBlockValue? read) ? read : null,
        };

    private static JsonObject? Node(string text) => text.AsSpan().TrimStart().StartsWith("{") ? JsonNodes.TryParse(text) as JsonObject : null;

    private static JsonNode? Member(JsonObject? node, string name)
        => node?.FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    [GeneratedRegex(@"^\s*<p>\s*(<br\s*/?>)?\s*</p>\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyParagraph();
}
