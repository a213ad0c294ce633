using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Media;
using Site.Core.Persistence.PublishedContent;

namespace Site.Core.Persistence.Integrity;

/// <summary>Which files of the media folder the database knows.</summary>
internal sealed partial class MediaReferences(IDbContextFactory<SiteDbContext> contexts)
{
    /// <summary>Reads them, from one committed state.</summary>
    /// <returns>
    /// The addresses of the files that media items have now, by the item's id; and those that anything at all mentions, former versions and
    /// texts included.
    /// </returns>
    public (IReadOnlyDictionary<int, string> Current, IReadOnlySet<string> Mentioned) Read()
    {
        using var state = CommittedState.Open(contexts);
        SiteDbContext context = state.Context;
        Dictionary<int, string> current = context.Set<ContentVersionRow>()
            .Where(x => x.Current)
            .Join(context.Set<MediaVersionRow>(), x => x.Id, x => x.Id, (version, media) => new { version.NodeId, media.Path })
            .Where(x => x.Path != null && x.Path.StartsWith("/media/"))
            .ToDictionary(x => x.NodeId, x => x.Path!);
        var mentioned = context.Set<MediaVersionRow>().Where(x => x.Path != null).Select(x => x.Path!).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string?> values = context.Set<PropertyDataRow>()
            .Where(x => x.VarcharValue!.Contains("/media/") || x.TextValue!.Contains("/media/"))
            .Select(x => x.VarcharValue ?? x.TextValue)
            .ToList();
        foreach (string? value in values)
        {
            mentioned.UnionWith(Address().Matches(value!).Select(x => Uri.UnescapeDataString(x.Value)));
        }

        return (current, mentioned);
    }

    [GeneratedRegex(@"/media/[^""'\\<>?#\s]+")]
    private static partial Regex Address();
}
