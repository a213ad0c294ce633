using System.Text.RegularExpressions;

namespace Site.Web.Website.Typography;

/// <summary>
/// The marks and spaces of French printing, for plain texts that editors typed on a keyboard: narrow no-break spaces before
/// <c>; : ! ?</c> and inside « », real apostrophes, ellipses and dashes, and numbers that keep their unit. Applying it twice changes nothing.
/// Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
/// </summary>
public static partial class FrenchTypography
{
    private const string Narrow = "\u202F";
    private const string NoBreak = "\u00A0";

    /// <summary>Whether a culture follows these rules: French, and Bambara as it is printed in Mali.</summary>
    public static bool AppliesTo(string? culture) =>
        culture is null
        || culture.StartsWith("fr", StringComparison.OrdinalIgnoreCase)
        || culture.StartsWith("bm", StringComparison.OrdinalIgnoreCase);

    /// <summary>Sets a text as it would be printed.</summary>
    public static string Apply(string text)
    {
        string set = Apostrophe().Replace(text, "’");
        set = set.Replace("...", "…", StringComparison.Ordinal);
        set = SpacedHyphen().Replace(set, " – ");
        set = SpacedMark().Replace(set, Narrow);
        set = BareMark().Replace(set, Narrow);
        set = OpeningQuote().Replace(set, "«" + Narrow);
        set = ClosingQuote().Replace(set, Narrow + "»");
        set = Unit().Replace(set, NoBreak);
        return set.Replace("F CFA", "F" + NoBreak + "CFA", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<=\p{L})'(?=\p{L})")]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"(?<=\S) -{1,2} (?=\S)")]
    private static partial Regex SpacedHyphen();

    // A space that somebody typed before the mark becomes the narrow one.
    [GeneratedRegex(@"(?<=\S)[ \u00A0\u2009\u202F]+(?=[;:!?])")]
    private static partial Regex SpacedMark();

    // A mark without a space gets one, but only where it ends a word: addresses (http://…?a=b) and times (12:30) stay as they are.
    [GeneratedRegex(@"(?<=[\p{L}\p{N}»)\]’”])(?=[;:!?]+(?:[\s»]|$))")]
    private static partial Regex BareMark();

    [GeneratedRegex(@"«[ \u00A0\u2009\u202F]*(?=\S)")]
    private static partial Regex OpeningQuote();

    [GeneratedRegex(@"(?<=\S)[ \u00A0\u2009\u202F]*»")]
    private static partial Regex ClosingQuote();

    [GeneratedRegex(@"(?<=\d) (?=(?:%|€|F CFA|USD|EUR|ko|Mo|Go|octets|pages?|ans?|membres?|h|km|ha)(?!\p{L}))|(?<=\b[nN]°) (?=\d)")]
    private static partial Regex Unit();
}
