using Microsoft.Extensions.Options;
using Site.Core.Hosting.DeliveryChanges;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Extensions;

namespace Site.Web.DeliveryApi;

/// <summary>Answers requests for changes from their log.</summary>
internal sealed class ChangeFeed(IDeliveryChangeLog log, ChangeScope scope, IOptionsMonitor<DeliveryApiSettings> settings)
{
    private const int DefaultTake = 100;

    /// <summary>Answers a request whose other parameters are fine.</summary>
    public async Task<IResult> ReadAsync(HttpRequest request, string? since, string? organisation)
    {
        ChangeCursor cursor = default;
        if (!string.IsNullOrEmpty(since) && !ChangeCursor.TryParse(since, out cursor))
        {
            return Invalid("since", "The value is not a cursor. Send 'next' of an earlier answer as it is, or leave the parameter out to begin at the beginning.");
        }

        if (!scope.TryRead(request.HttpContext, organisation, out IReadOnlyCollection<Guid?>? organisations))
        {
            return Invalid("organisation", "There is no such organisation. Send its key, which also finds one that is gone, or its URL segment.");
        }

        int take = request.Query.ContainsKey("take") ? DeliveryQuery.From(request).Take : DefaultTake;
        var query = new ChangeQuery(string.IsNullOrEmpty(since) ? null : cursor, take, organisations);
        ChangePage? page = await log.ReadAsync(query, request.HttpContext.RequestAborted);
        return page is null ? DeliveryResults.Gone("The changes after this cursor are no longer kept. Start again with a full read: leave 'since' out.") : Answer(request, page, organisations);
    }

    private static IResult Invalid(string parameter, string message) =>
        DeliveryResults.Invalid(new Dictionary<string, string[]> { [parameter] = [message] });

    private IResult Answer(HttpRequest request, ChangePage page, IReadOnlyCollection<Guid?>? organisations)
    {
        // A reader asks for news: what an intermediary has kept is none.
        if (request.HttpContext.Response.Headers.CacheControl.Count == 0)
        {
            request.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        }

        DeliveryApiSettings current = settings.CurrentValue;
        ChangeEntry[] items =
        [
            .. page.Changes
                .Select(x => ChangeEntry.From(x, organisations))
                .Where(x => x.IsGone || current.IsAllowedContentType(x.ContentType)),
        ];
        return DeliveryResults.Ok(new ChangeEntries(items, page.Next.ToString(), page.HasMore));
    }
}

/// <summary>A page of the change feed.</summary>
/// <param name="Items">The changes in the order in which they happened.</param>
/// <param name="Next">Where to go on: the value of <c>since</c> of the next request.</param>
/// <param name="HasMore">Whether there are more changes now.</param>
internal sealed record ChangeEntries(IReadOnlyList<ChangeEntry> Items, string Next, bool HasMore);

/// <summary>A change of a document in a culture.</summary>
/// <param name="Change">What happened.</param>
/// <param name="Id">The document's key.</param>
/// <param name="ContentType">The alias of its type.</param>
/// <param name="Culture">The culture; <c>null</c> for a document that does not vary by culture.</param>
/// <param name="Path">The path of its route; the last one when it cannot be read any more.</param>
/// <param name="PreviousPath">The path before, of what has moved.</param>
/// <param name="Organisation">The key of the organisation that it belongs to.</param>
/// <param name="Date">When the change was noticed, in UTC.</param>
internal sealed record ChangeEntry(
    DeliveryChangeKind Change,
    Guid Id,
    string ContentType,
    string? Culture,
    string Path,
    string? PreviousPath,
    Guid? Organisation,
    DateTime Date)
{
    /// <summary>Whether the document cannot be read any more.</summary>
    internal bool IsGone => Change is DeliveryChangeKind.Unpublished or DeliveryChangeKind.Deleted;

    /// <summary>The change as a reader sees it who asks for some organisations: what leaves them is gone, what comes to them is new.</summary>
    public static ChangeEntry From(LoggedDeliveryChange logged, IReadOnlyCollection<Guid?>? organisations)
    {
        (DeliveryChangeKind kind, DeliveredItem item) = logged.Change;
        if (organisations is null || kind != DeliveryChangeKind.Moved)
        {
            return Create(logged, kind, item, logged.Change.PreviousPath);
        }

        Guid? before = logged.Change.PreviousOrganisation;
        if (!organisations.Contains(item.Organisation))
        {
            return Create(logged, DeliveryChangeKind.Unpublished, item with { Organisation = before, Path = logged.Change.PreviousPath ?? item.Path }, null);
        }

        return organisations.Contains(before)
            ? Create(logged, kind, item, logged.Change.PreviousPath)
            : Create(logged, DeliveryChangeKind.Published, item, null);
    }

    private static ChangeEntry Create(LoggedDeliveryChange logged, DeliveryChangeKind kind, DeliveredItem item, string? previousPath) => new(
        kind,
        item.Key,
        item.ContentType,
        item.Culture.Length == 0 ? null : item.Culture,
        item.Path,
        previousPath,
        item.Organisation,
        logged.Date);
}
