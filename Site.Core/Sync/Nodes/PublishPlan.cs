using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Sync.Nodes;

/// <summary>What is to be published and unpublished of a document; <c>*</c> stands for an invariant one.</summary>
/// <param name="Varies">Whether the document varies by culture.</param>
/// <param name="Wanted">The cultures that are to be published in the end.</param>
/// <param name="Publish">Those of them that are not published now.</param>
/// <param name="Unpublish">The cultures that are published now and must not be.</param>
internal sealed record PublishPlan(bool Varies, IReadOnlySet<string> Wanted, IReadOnlyList<string> Publish, IReadOnlyList<string> Unpublish)
{
    private const string Invariant = "*";

    /// <summary>Compares the file with the document. A release planned for later keeps its culture unpublished.</summary>
    /// <param name="node">The document as it is.</param>
    /// <param name="file">What it should be.</param>
    /// <param name="resolve">Gives the site's own spelling of a culture, or null.</param>
    /// <param name="now">The time of the import, UTC.</param>
    public static PublishPlan For(IContent node, NodeFile file, Func<string, string?> resolve, DateTime now)
    {
        bool varies = node.ContentType.VariesByCulture();
        var waiting = new HashSet<string>(
            file.Schedule.Where(entry => entry.Action == ContentScheduleAction.Release && entry.Date > now).Select(entry => entry.Culture),
            StringComparer.OrdinalIgnoreCase);
        HashSet<string> wanted = varies ? WantedCultures(node, file, resolve, waiting) : file.IsPublished && waiting.Count == 0 ? [Invariant] : [];
        HashSet<string> live = varies
            ? new HashSet<string>(node.PublishedCultures, StringComparer.OrdinalIgnoreCase)
            : node.Published ? [Invariant] : [];
        return new PublishPlan(varies, wanted, [.. wanted.Where(culture => !live.Contains(culture))], [.. live.Where(culture => !wanted.Contains(culture))]);
    }

    private static HashSet<string> WantedCultures(IContent node, NodeFile file, Func<string, string?> resolve, HashSet<string> waiting)
    {
        IEnumerable<string> listed = file.CulturesPublished.Count > 0
            ? file.CulturesPublished.Where(culture => culture.IsPublished).Select(culture => culture.Culture)
            : file.IsPublished ? node.AvailableCultures : [];
        return new HashSet<string>(
            listed.Where(culture => !waiting.Contains(culture)).Select(resolve).OfType<string>().Where(node.IsCultureAvailable),
            StringComparer.OrdinalIgnoreCase);
    }
}
