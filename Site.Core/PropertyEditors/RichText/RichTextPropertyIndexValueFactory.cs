using AngleSharp.Html.Parser;
using Site.Core.PropertyEditors.Blocks;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Gives the search index the words of a rich text, without markup, and those of its blocks.</summary>
internal sealed class RichTextPropertyIndexValueFactory(IJsonSerializer jsonSerializer, BlockIndexText blockText) : IRichTextPropertyIndexValueFactory
{
    /// <inheritdoc />
    public IEnumerable<IndexValue> GetIndexValues(
        IProperty property,
        string? culture,
        string? segment,
        bool published,
        IEnumerable<string> availableCultures,
        IDictionary<Guid, IContentType> contentTypeDictionary)
    {
        if (RichTextValueReader.Read(jsonSerializer, property.GetValue(culture, segment, published)) is not { } value)
            return [];

        IEnumerable<IndexValue> blocks = value.Blocks is { } stored
            ? blockText.Values(property.Alias, stored, culture, availableCultures, contentTypeDictionary)
            : [];
        return blocks.Prepend(new IndexValue { Culture = culture, FieldName = property.Alias, Values = [PlainText(value.Markup)] });
    }

    // Elements become blanks, else the last word of a paragraph would join the first of the next.
    private static string PlainText(string markup)
        => string.Join(' ', new HtmlParser().ParseDocument(markup.Replace("<", " <", StringComparison.Ordinal)).Body!.TextContent
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
