using System.Text.RegularExpressions;
using System.Xml.Linq;
using Site.Tests.Support;
using Site.Web.Website.Texts;

namespace Site.Tests.Unit.Website;

/// <summary>What views ask for exists: checked in the sources, so that a missing text is found before a page shows it.</summary>
public sealed partial class SourceTests
{
    private static readonly string _website = Path.Combine(SiteProcess.RepositoryRoot, "Site.Web", "Website");
    private static readonly string _sync = Path.Combine(SiteProcess.RepositoryRoot, "uSync", "v17");

    [Fact]
    public void Every_text_that_a_page_says_is_in_the_dictionary_in_French_and_in_English()
    {
        Dictionary<string, string[]> known = Directory.GetFiles(Path.Combine(_sync, "Dictionary"), "*.config")
            .Select(file => XDocument.Load(file).Root!)
            .ToDictionary(
                item => item.Attribute("Alias")!.Value,
                item => item.Descendants("Translation").Where(text => text.Value.Length > 0).Select(text => text.Attribute("Language")!.Value).ToArray());
        string[] asked = [.. Directory.GetFiles(_website, "*.cshtml", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(_website, "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Key().Matches(File.ReadAllText(file)).SelectMany(Keys))
            .Concat(TextKeys.PublicationKinds.Values).Concat(TextKeys.LegalKinds.Values).Concat(TextKeys.EmptyLists.Values)
            .Append(TextKeys.SkipToContent)
            .Concat(new[] { "fr", "en", "bm" }.SelectMany(culture => new[] { $"Language.In.{culture}", $"Language.Native.{culture}" }))
            .Distinct()];

        Assert.True(asked.Length > 80, $"Only {asked.Length} keys were found in the sources: the test no longer reads them rightly.");
        Assert.DoesNotContain(asked, key => !known.TryGetValue(key, out string[]? languages) || !languages.Contains("fr") || !languages.Contains("en"));
    }

    [Fact]
    public void Every_template_has_a_view()
    {
        string[] templates = [.. Directory.GetFiles(Path.Combine(_sync, "Templates"), "*.config").Select(file => XDocument.Load(file).Root!.Attribute("Alias")!.Value)];

        Assert.NotEmpty(templates);
        Assert.All(templates, template => Assert.True(File.Exists(Path.Combine(_website, "Views", "Pages", $"{template}.cshtml")), template));
    }

    [Fact]
    public void No_view_holds_a_script_a_style_or_an_event_handler()
    {
        string[] offenders = [.. Directory.GetFiles(_website, "*.cshtml", SearchOption.AllDirectories)
            .Where(file => Inline().IsMatch(File.ReadAllText(file)))];

        Assert.Empty(offenders);
    }

    private static IEnumerable<string> Keys(Match match) => match.Groups["count"].Success
        ? [match.Groups["key"].Value, match.Groups["key"].Value + "One"]
        : [match.Groups["key"].Value];

    [GeneratedRegex("""\b(?:T|(?<count>Count))\((?:[^()"]*\? )?"(?<key>[A-Z][A-Za-z.]+)"(?: : "(?<key>[A-Z][A-Za-z.]+)")?""")]
    private static partial Regex Key();

    [GeneratedRegex("""<style|\sstyle="|\son[a-z]+="|<script(?! type="application/ld\+json")""")]
    private static partial Regex Inline();
}
