using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Site.Core.PropertyEditors.Models;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Reads what a rich text property holds: the JSON of Umbraco 13 and later, or bare HTML of older ones.</summary>
internal static partial class RichTextValueReader
{
    /// <summary>The value in <paramref name="source"/>; <c>null</c> when it says nothing.</summary>
    public static RichTextEditorValue? Read(IJsonSerializer jsonSerializer, object? source)
    {
        RichTextEditorValue? value = source.Unwrap() switch
        {
            RichTextEditorValue already => already,
            string text when text.TrimStart().StartsWith('{') && jsonSerializer.TryDeserialize(text, out RichTextEditorValue? read) => read,
            string markup => new RichTextEditorValue { Markup = markup },
            JsonObject node when jsonSerializer.TryDeserialize(node, out RichTextEditorValue? read) => read,
            _ => null,
        };
        return value is null || IsEmpty(value.Markup) ? null : value;
    }

    /// <summary>Whether markup says nothing: blank, or the empty paragraph that editors leave behind.</summary>
    public static bool IsEmpty(string? markup) => string.IsNullOrWhiteSpace(markup) || EmptyParagraph().IsMatch(markup);

    [GeneratedRegex(@"^\s*<p>\s*(<br\s*/?>)?\s*</p>\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyParagraph();
}
