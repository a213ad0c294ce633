using System.Globalization;
using System.Text.RegularExpressions;

namespace Site.Core.Persistence.Content;

/// <summary>Makes names unique among siblings by a number in parentheses, as editors know it: <c>Rapport (1)</c>.</summary>
internal static partial class UniqueName
{
    /// <summary>The longest name that Core accepts and the database holds.</summary>
    private const int MaxLength = 255;

    // As long as the longest number that is recognised: " (999999)".
    private const int MaxSuffixLength = 9;

    /// <summary>The name without its number, to which the siblings' names are to be compared.</summary>
    public static string BaseOf(string name) => Numbered().Match(name) is { Success: true } match ? match.Groups["base"].Value : name;

    /// <summary>What every name that is numbered for <paramref name="name"/> begins with.</summary>
    public static string PrefixOf(string name) => BaseOf(name) is { Length: <= MaxLength - MaxSuffixLength } stem
        ? $"{stem} ("
        : StartOf(name);

    /// <summary>What <paramref name="name"/>, its base and every name that is numbered for it begin with.</summary>
    public static string StartOf(string name) => Truncate(BaseOf(name), MaxLength - MaxSuffixLength);

    /// <summary>Returns <paramref name="name"/>, or its base with the lowest number that no sibling has.</summary>
    /// <param name="name">The wanted name.</param>
    /// <param name="siblings">The names of the siblings, the item itself not among them; case does not matter.</param>
    public static string Create(string name, IEnumerable<string> siblings)
    {
        var taken = siblings.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!taken.Contains(name))
        {
            return name;
        }

        // "Rapport (1)" counts on from "Rapport" only when that is what it was numbered for.
        string stem = BaseOf(name);
        if (!taken.Contains(stem))
        {
            stem = name;
        }

        int number = 1;
        while (taken.Contains(Format(stem, number)))
        {
            number++;
        }

        return Format(stem, number);
    }

    private static string Format(string stem, int number)
    {
        string suffix = string.Create(CultureInfo.InvariantCulture, $" ({number})");
        return Truncate(stem, MaxLength - suffix.Length) + suffix;
    }

    // Never between the halves of a surrogate pair: the database would refuse the half.
    private static string Truncate(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    [GeneratedRegex(@"^(?<base>.+) \([1-9][0-9]{0,5}\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
