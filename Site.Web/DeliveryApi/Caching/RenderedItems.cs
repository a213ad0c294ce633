using System.Text.Json;
using Site.Core.Delivery.Output;
using Site.Core.Hosting.Scoping;
using Site.Core.PublishedContent.Snapshots;
using Site.Web.DeliveryApi.Responses;

namespace Site.Web.DeliveryApi.Caching;

/// <summary>
/// Makes the JSON of items, once for each culture and each <c>expand</c> and <c>fields</c>, and keeps it as long as nothing changes of that which it
/// was made from: the item, what it picks, media, and what lies above them.
/// </summary>
internal sealed class RenderedItems(
    SnapshotReader reader,
    CommitAnnouncements announcements,
    OutputExpansionStrategyAccessor strategies,
    DeliveryMemory memory)
{
    /// <summary>The item, from memory or made.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="view">What the request sees of it; <c>null</c> for what must not be kept.</param>
    /// <param name="build">Makes what is written.</param>
    /// <returns><c>null</c> when there is nothing to write, or too much; the strategy of the request says so then.</returns>
    public RenderedItem? Get<TItem>(Guid key, ItemView? view, Func<TItem?> build)
        where TItem : class
    {
        RequestOutputExpansionStrategy strategy = strategies.Current;
        ContentSnapshot snapshot = reader.Snapshot;
        if (view is null)
        {
            return Make(snapshot, strategy, build);
        }

        (Guid Key, ItemView View) place = (key, view);
        if (memory.Find<RenderedItem>(place) is { } kept && kept.Dependencies.Hold(snapshot))
        {
            strategy.CountExpanded(kept.Expanded);
            return kept;
        }

        long? quiet = announcements.BeginQuiet();
        RenderedItem? made = Make(snapshot, strategy, build);
        if (made is not null && strategy.Exceeded == OutputLimit.None && quiet is { } begun && announcements.IsQuietSince(begun))
        {
            // Compressed it takes as much again at the most.
            memory.Keep(place, made, 2 * made.Body.Bytes.Length);
        }

        return made;
    }

    private static RenderedItem? Make<TItem>(ContentSnapshot snapshot, RequestOutputExpansionStrategy strategy, Func<TItem?> build)
        where TItem : class
    {
        int before = strategy.Expanded;
        (byte[]? bytes, SnapshotDependencies dependencies) = SnapshotReads.Record(snapshot, () => build() is { } item ? Serialize(item, strategy) : null);
        return bytes is null
            ? null
            : new RenderedItem(new JsonBody(bytes, dependencies.Since), DepthOf(bytes), strategy.Expanded - before, dependencies);
    }

    private static byte[]? Serialize<TItem>(TItem item, RequestOutputExpansionStrategy strategy)
    {
        byte[]? bytes = DeliveryJson.TrySerialize(item);
        if (bytes is null)
        {
            strategy.Exceed(OutputLimit.Depth);
        }

        return bytes;
    }

    private static int DepthOf(byte[] json)
    {
        var tokens = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = OutputLimits.MaxDepth });
        int deepest = 0;
        while (tokens.Read())
        {
            deepest = Math.Max(deepest, tokens.CurrentDepth);
        }

        return deepest + 1;
    }
}

/// <summary>The JSON of an item.</summary>
/// <param name="Body">The JSON.</param>
/// <param name="Depth">How many objects and arrays lie in each other.</param>
/// <param name="Expanded">How many references were expanded for it.</param>
/// <param name="Dependencies">What it was made from.</param>
internal sealed record RenderedItem(JsonBody Body, int Depth, int Expanded, SnapshotDependencies Dependencies);

/// <summary>What of a request decides how an item is written.</summary>
/// <param name="Culture">The culture.</param>
/// <param name="Segment">The segment.</param>
/// <param name="StartItem">The start item as it was asked for.</param>
/// <param name="Expand">What is expanded, as it was asked for.</param>
/// <param name="Fields">What is written, as it was asked for.</param>
internal sealed record ItemView(string? Culture, string? Segment, string? StartItem, string Expand, string Fields);
