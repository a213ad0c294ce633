using System.Net;
using System.Text.Json;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Support;

/// <summary>Reads the change feed of a running site as a partner does.</summary>
public sealed class ChangeReader(DeliverySite site)
{
    /// <summary>Where it is.</summary>
    public const string Feed = "umbraco/delivery/api/v2/changes";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(30);

    /// <summary>Where a reader is that has read everything.</summary>
    public async Task<string> EndAsync() => (await ReadAsync(null)).Cursor;

    /// <summary>Reads on to the end.</summary>
    public async Task<(List<JsonElement> Changes, string Cursor)> ReadAsync(string? cursor, string parameters = "&take=1000")
    {
        List<JsonElement> changes = [];
        while (true)
        {
            JsonElement page = await site.JsonAsync($"{Feed}?since={cursor}{parameters}");
            changes.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString()!;
            if (!page.GetProperty("hasMore").GetBoolean())
            {
                return (changes, cursor);
            }
        }
    }

    /// <summary>
    /// What the feed tells of documents after a cursor: all of it. The feed is told in order, so it is complete once it tells of a page that
    /// is published now.
    /// </summary>
    public async Task<string[]> TellAsync(string cursor, params IContentBase[] about) => [.. (await ChangesAsync(cursor, about)).Select(Describe)];

    /// <summary>As <see cref="TellAsync"/>, not in short.</summary>
    public async Task<JsonElement[]> ChangesAsync(string cursor, params IContentBase[] about)
    {
        Guid last = site.Publish(site.Page, $"Last {Guid.NewGuid():N}").Key;
        using var timeout = new CancellationTokenSource(_timeout);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            (List<JsonElement> changes, _) = await ReadAsync(cursor);
            if (changes.Any(x => Id(x) == last))
            {
                return [.. changes.Where(x => about.Any(y => y.Key == Id(x)))];
            }

            await timer.WaitForNextTickAsync(timeout.Token);
        }
    }

    /// <summary>A change in short, e.g. <c>moved da-DK /da/b/ from /da/a/</c>.</summary>
    public static string Describe(JsonElement change)
    {
        string? previous = change.GetProperty("previousPath").GetString();
        return string.Join(' ', new[]
        {
            change.GetProperty("change").GetString(),
            change.GetProperty("culture").GetString(),
            change.GetProperty("path").GetString(),
            previous is null ? null : $"from {previous}",
        }.OfType<string>());
    }

    /// <summary>The key of the document that a change is about.</summary>
    public static Guid Id(JsonElement change) => change.GetProperty("id").GetGuid();

    /// <summary>What the feed answers to a cursor.</summary>
    public Task<JsonElement> RefusedAsync(string cursor, HttpStatusCode status) => site.JsonAsync($"{Feed}?since={cursor}", status);
}
