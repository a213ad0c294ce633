using System.Text.RegularExpressions;
using Umbraco.Cms.Core;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Finds the blocks that stand in the markup of a rich text.</summary>
internal static partial class RichTextBlockMarkup
{
    /// <summary>Keys of the blocks named by <c>data-content-key</c>, or by <c>data-content-udi</c> as Umbraco 13 and 14 wrote it.</summary>
    public static IEnumerable<Guid> Keys(string markup)
        => ContentReference().Matches(markup).Select(match => Key(match.Groups["key"].Value)).OfType<Guid>();

    /// <summary>Reads a key in GUID or UDI notation.</summary>
    public static Guid? Key(string? text)
        => Guid.TryParse(text, out Guid key) ? key : UdiParser.TryParse(text, out GuidUdi? udi) ? udi.Guid : null;

    [GeneratedRegex("data-content-(key|udi)=[\"'](?<key>[^\"']*)[\"']", RegexOptions.IgnoreCase)]
    private static partial Regex ContentReference();
}
