using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations;

/// <summary>The culture that values are read in; what is missing there is read in the default culture.</summary>
/// <param name="Culture">The culture asked for, such as <c>en</c>.</param>
/// <param name="Default">The site's default culture, in which every document exists.</param>
public sealed record ReadingCulture(string Culture, string Default)
{
    /// <summary>Whether the reader may see a picked document; all of them unless it is said.</summary>
    public Func<IPublishedContent, bool> MaySee { get; init; } = _ => true;

    /// <summary>The cultures to try, the wanted one first.</summary>
    public IEnumerable<string> Chain =>
        string.Equals(Culture, Default, StringComparison.OrdinalIgnoreCase) ? [Default] : [Culture, Default];
}
