using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Site.Core.Security;

/// <summary>The elements, attributes and addresses that rich text may hold.</summary>
internal static partial class HtmlAllowList
{
    private static readonly FrozenSet<string> Elements = new[]
    {
        "a", "abbr", "address", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details",
        "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li",
        "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody",
        "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr", "umb-rte-block", "umb-rte-block-inline",
    }.ToFrozenSet(StringComparer.Ordinal);

    // What stands inside these is code, another document or a control, never the author's text.
    private static readonly FrozenSet<string> DroppedWithContent = new[]
    {
        "applet", "audio", "base", "button", "canvas", "embed", "frame", "frameset", "head", "iframe", "input", "link", "math", "meta",
        "noembed", "noframes", "noscript", "object", "option", "optgroup", "param", "plaintext", "portal", "script", "select", "source",
        "style", "svg", "template", "textarea", "title", "track", "video", "xmp",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> GlobalAttributes = new[] { "class", "dir", "id", "lang", "title" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> ElementAttributes = new Dictionary<string, string[]>
    {
        ["a"] = ["href", "target", "type", "rel", "hreflang"],
        ["blockquote"] = ["cite"],
        ["col"] = ["span"],
        ["colgroup"] = ["span"],
        ["del"] = ["cite", "datetime"],
        ["details"] = ["open"],
        ["img"] = ["alt", "height", "loading", "src", "width"],
        ["ins"] = ["cite", "datetime"],
        ["li"] = ["value"],
        ["ol"] = ["reversed", "start", "type"],
        ["q"] = ["cite"],
        ["td"] = ["colspan", "headers", "rowspan"],
        ["th"] = ["abbr", "colspan", "headers", "rowspan", "scope"],
        ["time"] = ["datetime"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AddressAttributes = new[] { "cite", "href", "src" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Targets = new[] { "_blank", "_self", "_top", "_parent" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Schemes = new[] { "http", "https", "mailto", "tel" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an element may stand in rich text.</summary>
    public static bool IsAllowed(string element) => Elements.Contains(element);

    /// <summary>Whether an element goes together with all that is inside it, instead of leaving its text behind.</summary>
    public static bool IsDroppedWithContent(string element) => DroppedWithContent.Contains(element);

    /// <summary>Whether an element stands for an Umbraco block, whose content is stored beside the markup.</summary>
    public static bool IsBlock(string element) => element is "umb-rte-block" or "umb-rte-block-inline";

    /// <summary>Whether an allowed element may carry an attribute with this value.</summary>
    public static bool IsAllowed(string element, string name, string value)
    {
        if (name.StartsWith("data-", StringComparison.Ordinal))
            return DataAttribute().IsMatch(name) && IsAllowedData(name, value);

        bool known = GlobalAttributes.Contains(name)
            || (ElementAttributes.TryGetValue(element, out string[]? own) && own.Contains(name, StringComparer.Ordinal));
        return known && IsAllowedValue(name, value);
    }

    private static bool IsAllowedData(string name, string value)
        => name switch
        {
            "data-udi" or "data-content-udi" => value.StartsWith("umb://", StringComparison.Ordinal),
            "data-content-key" => Guid.TryParse(value, out _),
            _ => true,
        };

    private static bool IsAllowedValue(string name, string value)
        => name switch
        {
            "id" => Identifier().IsMatch(value),
            "target" => Targets.Contains(value),
            _ => !AddressAttributes.Contains(name) || IsSafeAddress(value),
        };

    /// <summary>Whether an address is relative, a local link, or of a scheme that runs nothing.</summary>
    /// <remarks>Browsers ignore control characters and blanks in and before a scheme, so they are ignored here too.</remarks>
    public static bool IsSafeAddress(string value)
    {
        string address = string.Concat(value.Where(character => character > ' ' && !char.IsControl(character) && !char.IsWhiteSpace(character)));
        if (LocalLink().IsMatch(address))
            return true;

        int colon = address.IndexOf(':', StringComparison.Ordinal);
        int end = address.AsSpan().IndexOfAny('/', '?', '#');
        return colon < 0 || (end >= 0 && end < colon) || Schemes.Contains(address[..colon]);
    }

    [GeneratedRegex(@"^data-[a-z0-9][a-z0-9_.-]*$")]
    private static partial Regex DataAttribute();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_.:-]*$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^/?(\{|%7B)localLink:[A-Za-z0-9:/-]+(\}|%7D)", RegexOptions.IgnoreCase)]
    private static partial Regex LocalLink();
}
