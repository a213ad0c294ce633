using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;
using Site.Core.Organisations;
using Site.Web.Website.Typography;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.Website.Rendering;

/// <summary>The base of all views: short names for what a page says, set as French is printed and encoded.</summary>
/// <typeparam name="TModel">The view's model.</typeparam>
public abstract class SitePage<TModel> : RazorPage<TModel>
{
    private PageServices? _services;

    internal PageServices Services => _services ??= Context.RequestServices.GetRequiredService<PageServices>();

    internal PageContext Page => Services.Page;

    /// <summary>A text of the dictionary, set for print.</summary>
    protected string T(string key, params object[] arguments)
    {
        string format = Page.Texts.Get(key, Page.Language, Page.Reading.Default);
        return Set(arguments.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, arguments), Page.Language);
    }

    /// <summary>A text that depends on a number: <paramref name="key"/> with the suffix <c>One</c> for one, else the key itself.</summary>
    protected string Count(string key, int count) =>
        count == 1 ? T(key + "One") : T(key, Number(count));

    /// <summary>The text of a stored choice, else the choice as it is stored.</summary>
    protected string Choice(IReadOnlyDictionary<string, string> keys, string value)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.TryGetValue(value, out string? key) ? T(key) : Set(value, Page.Reading.Default);
    }

    /// <summary>A plain value, set for print, and marked when it is in another language than the page.</summary>
    protected IHtmlContent Say(Passage? passage)
    {
        if (passage is null)
            return HtmlString.Empty;
        string text = HtmlEncoder.Encode(Plain(passage));
        return new HtmlString(Lang(passage.Culture) is { } lang ? $"<span lang=\"{HtmlEncoder.Encode(lang)}\">{text}</span>" : text);
    }

    /// <summary>A plain value of several lines, each on its own.</summary>
    protected IHtmlContent Lines(Passage? passage)
    {
        HtmlContentBuilder lines = new();
        string[] texts = passage?.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        for (int i = 0; i < texts.Length; i++)
        {
            if (i > 0)
                lines.AppendHtml("<br>");
            lines.AppendHtml(Say(new Passage(texts[i], passage!.Culture)));
        }

        return lines;
    }

    /// <summary>A plain value without markup, for attributes and titles.</summary>
    protected static string Plain(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return Set(passage.Text, passage.Culture);
    }

    /// <summary>A rich text, cleaned, its headings beginning at a level.</summary>
    protected IHtmlContent Rich(RichPassage? passage, int headingLevel = 2)
    {
        if (passage is null)
            return HtmlString.Empty;
        string html = Services.RichText.Render(passage, headingLevel);
        return new HtmlString(Lang(passage.Culture) is { } lang ? $"<div lang=\"{HtmlEncoder.Encode(lang)}\">{html}</div>" : html);
    }

    /// <summary>The language to mark, or null when it is the page's own.</summary>
    protected string? Lang(string? culture) =>
        culture is null || string.Equals(culture, Page.Language, StringComparison.OrdinalIgnoreCase) ? null : culture;

    /// <summary>The name of a document in the page's culture.</summary>
    protected Passage Name(IPublishedContent content) => content.NameIn(Page.Reading);

    /// <summary>The path of a document in the page's culture.</summary>
    protected string? PathTo(IPublishedContent content) => Services.Addresses.PathOf(content, Page.Reading.Culture);

    /// <summary>The path of a file.</summary>
    protected string? PathTo(MediaFile file) => Services.Addresses.PathOf(file);

    /// <summary>A number in the page's language.</summary>
    protected string Number(decimal value) => Formats.Number(value, Page.Language);

    /// <summary>An amount in the page's language.</summary>
    protected string Money(decimal amount, string? currency) => Formats.Money(amount, currency, Page.Language);

    /// <summary>A day in the page's language.</summary>
    protected string Date(DateOnly date) => Formats.Date(date, Page.Language);

    /// <summary>A moment in the page's language.</summary>
    protected string Moment(DateTime moment) => Formats.Moment(moment, Page.Language);

    /// <summary>A size: <c>2,4 Mo</c>.</summary>
    protected string Size(long bytes) => bytes switch
    {
        < 1_000 => T("File.Bytes", Number(bytes)),
        < 1_000_000 => T("File.Kilobytes", Number(decimal.Round(bytes / 1_000m))),
        _ => T("File.Megabytes", Number(decimal.Round(bytes / 1_000_000m, 1))),
    };

    /// <summary>What a download is: <c>PDF, 2,4 Mo, 36 pages</c>; what is unknown is left out.</summary>
    protected string Describe(MediaFile file, int? pages)
    {
        ArgumentNullException.ThrowIfNull(file);
        string?[] parts =
        [
            file.Extension?.ToUpperInvariant(),
            file.Bytes is { } bytes ? Size(bytes) : null,
            pages is { } count ? Count("Publication.PageCount", count) : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Set(string text, string? culture) => FrenchTypography.AppliesTo(culture) ? FrenchTypography.Apply(text) : text;
}
