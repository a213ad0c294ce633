using System.Globalization;
using Site.Core.Hosting.Scoping;
using Site.Core.PublishedContent.Snapshots;
using Site.Web.DeliveryApi.Requests;
using Site.Web.DeliveryApi.Responses;

namespace Site.Web.DeliveryApi.Caching;

/// <summary>
/// Keeps whole answers for as long as nothing is published: the same request is answered without looking anything up. After a change a list is put
/// together anew from the items, of which only those are made again that the change is about (<see cref="RenderedItems"/>).
/// </summary>
internal sealed class ResponseCache(
    SnapshotStore snapshots,
    CommitAnnouncements announcements,
    DeliveryMemory memory,
    AnswerLifetimes lifetimes)
{
    // Longer ones are hardly asked for twice.
    private const int MaxKeyLength = 2000;

    /// <summary>The answer to the request that was kept, if it still holds.</summary>
    /// <param name="request">Which answers one may be told by; the caller makes sure that it may be answered.</param>
    public KeptResponse? Find(ResponseKey request) =>
        memory.Find<KeptResponse>(request) is { } kept && ReferenceEquals(kept.Stamp, snapshots.Current.Stamp) && !kept.Lifetime.IsOver ? kept : null;

    /// <summary>Has a request answered, and keeps the answer when it is 200.</summary>
    public async ValueTask<object?> KeepAsync(ResponseKey request, Func<ValueTask<object?>> answer)
    {
        ContentSnapshot snapshot = snapshots.Current;
        long? quiet = announcements.BeginQuiet();
        object? result = await answer();
        if (result is not JsonResult { Body: var body })
        {
            return result;
        }

        bool isItem = body.Since is not null;
        body.Since ??= snapshot.Since;
        if (quiet is { } begun && announcements.IsQuietSince(begun) && request.Length <= MaxKeyLength)
        {
            // An item's bytes are counted where items are kept; compressed, a list takes as much again at the most.
            memory.Keep(request, new KeptResponse(body, snapshot.Stamp, lifetimes.Begin(request), request.IsMedia), isItem ? 0 : 2 * body.Bytes.Length);
        }

        return result;
    }
}

/// <summary>An answer that was kept.</summary>
/// <param name="body">What is sent.</param>
/// <param name="stamp">Tells the snapshot that it was made from.</param>
/// <param name="lifetime">How long it may be sent.</param>
/// <param name="isMedia">Whether it is media, which other settings open.</param>
internal sealed class KeptResponse(JsonBody body, object stamp, AnswerLifetime lifetime, bool isMedia) : IResult
{
    /// <summary>What is sent.</summary>
    public JsonBody Body => body;

    /// <summary>Tells the snapshot that it was made from.</summary>
    public object Stamp => stamp;

    /// <summary>How long it may be sent.</summary>
    public AnswerLifetime Lifetime => lifetime;

    /// <summary>Whether it is media, which other settings open.</summary>
    public bool IsMedia => isMedia;

    /// <summary>Says how old the answer is, where clients are told.</summary>
    public void AddAge(IHeaderDictionary headers)
    {
        if (lifetime.Age is { } age)
        {
            headers.Age = ((int)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        AddAge(httpContext.Response.Headers);
        return new JsonResult(body).ExecuteAsync(httpContext);
    }
}

/// <summary>What tells one answer from another.</summary>
internal sealed record ResponseKey(string Scheme, string? Host, string? Path, string? Query, string? Language, string? Segment, string? StartItem)
{
    /// <summary>Whether it asks for media.</summary>
    public bool IsMedia => new PathString(Path).StartsWithSegments(DeliveryApiExtensions.Root + "/media", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a query, and not for items by their keys or paths.</summary>
    public bool IsQuery => string.Equals(Path?.TrimEnd('/'), DeliveryApiExtensions.Root + (IsMedia ? "/media" : "/content"), StringComparison.OrdinalIgnoreCase);

    /// <summary>How many characters there are.</summary>
    public int Length => Scheme.Length + LengthOf(Host) + LengthOf(Path) + LengthOf(Query) + LengthOf(Language) + LengthOf(Segment) + LengthOf(StartItem);

    /// <summary>The key of a request.</summary>
    public static ResponseKey Of(HttpRequest http, DeliveryRequest request) => new(
        http.Scheme, http.Host.Value, http.Path.Value, http.QueryString.Value, request.AcceptLanguage, request.AcceptSegment, request.StartItem);

    private static int LengthOf(string? text) => text?.Length ?? 0;
}
