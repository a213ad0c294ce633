using Site.Web.Website.Addresses;

namespace Site.Web.Website.Routing;

/// <summary>The pages that come with the program. Where an editor has made a page with the same address, that one is shown.</summary>
internal static class BuiltInPages
{
    /// <summary>The path of the page for developers, below the path of a culture.</summary>
    public const string Developers = "developers";

    /// <summary>The page of an address; <c>null</c> when there is none.</summary>
    /// <param name="path">The path that was asked for.</param>
    /// <param name="culture">The culture of the address.</param>
    /// <param name="addresses">Knows where the cultures begin.</param>
    public static PageResult? Find(string path, string culture, SiteAddresses addresses)
    {
        string canonical = (addresses.PrefixOf(culture) ?? "/") + Developers;
        return path == canonical ? new PageBuiltIn("Developers", culture)
            : string.Equals(path.TrimEnd('/'), canonical, StringComparison.OrdinalIgnoreCase) ? new PageMoved(canonical, Permanent: true)
            : null;
    }
}
