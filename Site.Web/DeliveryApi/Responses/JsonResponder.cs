using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Site.Web.DeliveryApi.Keys;
using Umbraco.Cms.Core.Configuration.Models;

namespace Site.Web.DeliveryApi.Responses;

/// <summary>
/// Sends 200 with a body, its validators and how long it keeps; 304 to a client that has it (RFC 9110 sections 8.8 and 13). Umbraco sends
/// none of these: a client that does not ask is answered as by Umbraco.
/// </summary>
internal sealed class JsonResponder(TimeProvider time, IOptionsMonitor<SiteDeliveryApiSettings> settings, IOptionsMonitor<DeliveryApiSettings> apiSettings)
{
    private static readonly StringValues _contentType = "application/json; charset=utf-8";
    private static readonly StringValues _contentVary = $"{DeliveryHeaders.Vary}, {HeaderNames.AcceptEncoding}";

    private CacheTexts _cacheTexts = new(new DeliveryCacheSettings());

    /// <summary>Answers a request for a body that was made for it.</summary>
    public Task RespondAsync(HttpContext context, JsonBody body) => SendAsync(context, Begin(context, body));

    /// <summary>Sets the status and the headers.</summary>
    /// <returns>What is to be sent after them; empty when that is nothing.</returns>
    public ReadOnlyMemory<byte> Begin(HttpContext context, JsonBody body)
    {
        IHeaderDictionary headers = context.Response.Headers;
        var coding = ContentCoding.Choose(context.Request.Headers.AcceptEncoding, body.Bytes.Length);
        EncodedBody encoded = body.As(coding);
        headers.ETag = encoded.ETag;
        headers.Vary = WithAcceptEncoding(headers.Vary);
        SetCacheControl(context);
        if (HasIt(context.Request, encoded.ETag, body.Since))
        {
            // Nothing else is needed by who has it (RFC 9110 section 15.4.5).
            headers.Remove(DeliveryHeaders.SupportedVersions);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return default;
        }

        headers.LastModified = LastModified(body);
        headers.ContentType = _contentType;
        headers.ContentLength = encoded.Bytes.Length;
        if (coding.Name is not null)
        {
            headers.ContentEncoding = coding.Name;
        }

        return HttpMethods.IsHead(context.Request.Method) ? default : encoded.Bytes;
    }

    /// <summary>Sends what <see cref="Begin"/> has left to send.</summary>
    public static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body) =>
        body.IsEmpty ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();

    /// <summary>Says how long an answer keeps, unless that was said before.</summary>
    public void SetCacheControl(HttpContext context)
    {
        if (context.Response.Headers.CacheControl.Count == 0)
        {
            context.Response.Headers.CacheControl = CacheControl(context.Request);
        }
    }

    // The date has whole seconds only. Once the second of the change is over the next one stands for it, so that nothing that comes later in that
    // second can have the same date; until then the second itself, with which no client is told that it has the newest. A second more, since Date,
    // which no date may be later than, is renewed once in a second.
    private string? LastModified(JsonBody body)
    {
        if (body.LastModified is not null || body.Since is not { } since)
        {
            return body.LastModified;
        }

        DateTimeOffset next = NextSecond(since);
        return next.AddSeconds(1) <= time.GetUtcNow()
            ? body.LastModified = next.ToString("R", CultureInfo.InvariantCulture)
            : next.AddSeconds(-1).ToString("R", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset NextSecond(DateTime since) =>
        new(new DateTime(since.Ticks - (since.Ticks % TimeSpan.TicksPerSecond) + TimeSpan.TicksPerSecond, DateTimeKind.Utc));

    private static StringValues WithAcceptEncoding(StringValues vary) =>
        vary.Count == 0 ? HeaderNames.AcceptEncoding
        : vary == DeliveryHeaders.Vary ? _contentVary
        : $"{vary}, {HeaderNames.AcceptEncoding}";

    // What a key has opened is no business of caches that others share.
    private StringValues CacheControl(HttpRequest request)
    {
        CacheTexts texts = _cacheTexts;
        DeliveryCacheSettings cache = settings.CurrentValue.Cache;
        if (!ReferenceEquals(texts.Settings, cache))
        {
            _cacheTexts = texts = new CacheTexts(cache);
        }

        return apiSettings.CurrentValue.PublicAccess && !request.Headers.ContainsKey(DeliveryCallers.Header) ? texts.Public : texts.Private;
    }

    // The date counts only without tags (RFC 9110 section 13.1.3).
    private static bool HasIt(HttpRequest request, string tag, DateTime? since)
    {
        StringValues tags = request.Headers.IfNoneMatch;
        return tags.Count == 0
            ? since is { } changed && request.Headers.IfModifiedSince.Count > 0 && request.GetTypedHeaders().IfModifiedSince >= NextSecond(changed)
            : tags == tag || HasOneOf(request, tag);
    }

    private static bool HasOneOf(HttpRequest request, string tag)
    {
        var current = new EntityTagHeaderValue(tag);
        return request.GetTypedHeaders().IfNoneMatch.Any(x => x.Equals(EntityTagHeaderValue.Any) || x.Compare(current, useStrongComparison: false));
    }

    private sealed class CacheTexts(DeliveryCacheSettings settings)
    {
        public DeliveryCacheSettings Settings => settings;

        public StringValues Public { get; } = $"public, max-age={settings.MaxAge}, stale-while-revalidate={settings.StaleWhileRevalidate}";

        public StringValues Private { get; } = $"private, max-age={settings.MaxAge}, stale-while-revalidate={settings.StaleWhileRevalidate}";
    }
}
