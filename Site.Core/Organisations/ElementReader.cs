using System.Globalization;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.Organisations;

/// <summary>Reads the values of a published element in a culture, through Core's own value converters.</summary>
/// <param name="element">A page, a block or a media item.</param>
/// <param name="reading">The culture to read in.</param>
public sealed class ElementReader(IPublishedElement element, ReadingCulture reading)
{
    /// <summary>The element that is read.</summary>
    public IPublishedElement Element => element;

    /// <summary>The culture that values are read in.</summary>
    public ReadingCulture Reading => reading;

    /// <summary>A plain text, or null when it is missing or blank.</summary>
    public Passage? Text(string alias) => Find(alias, value => value switch
    {
        string text => Filled(text),
        IHtmlEncodedString html => Filled(html.ToHtmlString()),
        _ => null,
    }) is { } found ? new Passage(found.Value, found.Culture) : null;

    /// <summary>A rich text, or null when it is missing or blank.</summary>
    public RichPassage? Html(string alias) =>
        Find(alias, value => value as IHtmlEncodedString) is { } found && Filled(found.Value.ToHtmlString()) is { } html
            ? new RichPassage(html, found.Culture, BlocksOf(found.Value))
            : null;

    /// <summary>The lines of a list of texts.</summary>
    public IReadOnlyList<Passage> Texts(string alias) =>
        Find(alias, value => value is IEnumerable<string> lines ? NullIfEmpty(lines.Select(Filled).OfType<string>()) : null) is { } found
            ? [.. found.Value.Select(line => new Passage(line, found.Culture))]
            : [];

    /// <summary>The chosen value of a drop-down, as it is stored.</summary>
    public string? Choice(string alias) => Find(alias, value => value switch
    {
        string text => Filled(text),
        IEnumerable<string> many => many.Select(Filled).FirstOrDefault(item => item is not null),
        _ => null,
    })?.Value;

    /// <summary>The chosen values of a list of check boxes or of a tag field.</summary>
    public IReadOnlyList<string> Choices(string alias) => [.. Texts(alias).Select(passage => passage.Text)];

    /// <summary>A whole number; zero is a value, a missing one is null.</summary>
    public int? Number(string alias) => Convertible(alias) is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;

    /// <summary>A decimal number; zero is a value, a missing one is null.</summary>
    public decimal? Amount(string alias) =>
        Convertible(alias) is { } value ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : null;

    /// <summary>A large whole number, such as the size of a file in bytes.</summary>
    public long? Size(string alias) => Convertible(alias) is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether a true/false property is set.</summary>
    public bool Flag(string alias) => Find<object>(alias, value => value is true ? value : null) is not null;

    /// <summary>A day.</summary>
    public DateOnly? Date(string alias) => Moment(alias) is { } moment ? DateOnly.FromDateTime(moment) : null;

    /// <summary>A day with a time of day, in the site's own zone (Africa/Bamako, UTC+0).</summary>
    public DateTime? Moment(string alias) => Find<object>(alias, value => value switch
    {
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        DateTime { Ticks: > 0 } moment => moment,
        DateTimeOffset moment => moment.UtcDateTime,
        _ => null,
    })?.Value as DateTime?;

    /// <summary>The blocks of a block list, in their order.</summary>
    public IReadOnlyList<ElementReader> Blocks(string alias) =>
        Find(alias, value => value as BlockListModel)?.Value is { } blocks
            ? [.. blocks.Select(block => new ElementReader(block.Content, reading))]
            : [];

    /// <summary>The picked documents that are published and that the reader may see.</summary>
    public IReadOnlyList<IPublishedContent> Picked(string alias) => Find(alias, value => value switch
    {
        IPublishedContent one => [one],
        IEnumerable<IPublishedContent> many => NullIfEmpty(many),
        _ => null,
    })?.Value.Where(reading.MaySee).ToArray() ?? [];

    /// <summary>The picked media item: of several the first one.</summary>
    public MediaFile? Media(string alias) =>
        Picked(alias).Select(media => new MediaFile(media, reading)).FirstOrDefault();

    /// <summary>The links of a link field that lead somewhere.</summary>
    public IReadOnlyList<Link> Links(string alias) => Find(alias, value => value switch
    {
        Link one => [one],
        IEnumerable<Link> many => NullIfEmpty(many),
        _ => null,
    })?.Value.Where(link => !string.IsNullOrEmpty(link.Url)).ToArray() ?? [];

    /// <summary>The only link of a link field.</summary>
    public Link? Link(string alias) => Links(alias) is [var first, ..] ? first : null;

    private Dictionary<Guid, ElementReader> BlocksOf(IHtmlEncodedString text) =>
        text is IRichTextEditorIntermediateValue { RichTextBlockModel: { } blocks }
            ? blocks.ToDictionary(block => block.ContentKey, block => new ElementReader(block.Content, reading))
            : [];

    private object? Convertible(string alias) => Find<object>(alias, value => value switch
    {
        int or long or decimal or double => value,
        string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) => number,
        _ => null,
    })?.Value;

    private Found<T>? Find<T>(string alias, Func<object?, T?> read)
        where T : class
    {
        if (element.GetProperty(alias) is not { } property)
            return null;
        if (!property.PropertyType.VariesByCulture())
            return property.HasValue() && read(property.GetValue()) is { } invariant ? new Found<T>(invariant, null) : null;

        return reading.Chain
            .Where(culture => property.HasValue(culture))
            .Select(culture => read(property.GetValue(culture)) is { } value ? new Found<T>(value, culture) : null)
            .FirstOrDefault(found => found is not null);
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static T[]? NullIfEmpty<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } filled ? filled : null;

    private sealed record Found<T>(T Value, string? Culture);
}
