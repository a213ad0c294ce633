using System.Globalization;
using System.Text.RegularExpressions;
using Site.Tests.Support;
using Site.Web.Website.Assets;

namespace Site.Tests.Unit.Website;

/// <summary>The stylesheet: its weight, its sources and the contrast of its colours.</summary>
public sealed class StyleSheetTests
{
    private static readonly string _css = File.ReadAllText(Path.Combine(SiteProcess.RepositoryRoot, "Site.Web", "Website", "Styles", "site.css"));

    [Fact]
    public void It_weighs_no_more_than_12_kB_on_the_line() => Assert.InRange(new WebsiteAssets().StyleSheetBytes, 1, 12_000);

    [Fact]
    public void It_fetches_nothing() => Assert.DoesNotMatch(@"@import|@font-face|url\(", _css);

    [Fact]
    public void Its_name_changes_with_what_is_in_it() => Assert.Matches(@"^/assets/site\.[0-9a-f]{12}\.css$", new WebsiteAssets().StyleSheet);

    public static TheoryData<string, string, string, double> Pairs()
    {
        TheoryData<string, string, string, double> pairs = [];
        foreach (string scheme in new[] { "light", "dark" })
        {
            foreach (string background in new[] { "paper", "card", "sunk" })
            {
                foreach (string text in new[] { "ink", "soft", "laterite", "ochre", "leaf", "river" })
                    pairs.Add(scheme, text, background, 4.5);
            }

            foreach (string accent in new[] { "laterite", "ochre", "leaf", "river" })
                pairs.Add(scheme, "on-accent", accent, 4.5);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_pair_of_colours_can_be_read(string scheme, string text, string background, double least)
    {
        double ratio = Contrast(Colour(scheme, text), Colour(scheme, background));

        Assert.True(ratio >= least, $"{text} on {background} in {scheme}: {ratio:0.00}");
    }

    private static string Colour(string scheme, string name)
    {
        string dark = _css[_css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)..];
        string source = scheme == "dark" ? dark : _css;
        string value = Regex.Match(source, $@"--{name}: #([0-9a-f]{{3,6}});").Groups[1].Value;
        return value.Length == 3 ? string.Concat(value.Select(digit => new string(digit, 2))) : value;
    }

    // WCAG 2.2, "contrast ratio" and "relative luminance".
    private static double Contrast(string first, string second)
    {
        double[] sorted = [.. new[] { Luminance(first), Luminance(second) }.Order()];
        return (sorted[1] + 0.05) / (sorted[0] + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] channels = [.. new[] { 0, 2, 4 }
            .Select(start => int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(channel => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4))];
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }
}
