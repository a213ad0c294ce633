using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Umbraco.Cms.Core.Configuration.Models;

namespace Site.Web.DeliveryApi.Responses;

/// <summary>
/// 200 with a body, a strong entity tag and how long it keeps; 304 for a client that has it (RFC 9110 sections 8.8 and 13). Umbraco sends
/// none of these: a client that does not ask is answered as by Umbraco.
/// </summary>
/// <param name="body">UTF-8 JSON.</param>
internal sealed class JsonResult(byte[] body) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        var coding = ContentCoding.Choose(httpContext.Request.Headers.AcceptEncoding, body.Length);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}{coding.Mark}\"");
        ResponseHeaders headers = response.GetTypedHeaders();
        headers.ETag = tag;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (response.Headers.CacheControl.Count == 0)
        {
            response.Headers.CacheControl = CacheControl(httpContext);
        }

        return Has(httpContext.Request, tag) ? NotModified(response) : WriteAsync(httpContext, coding);
    }

    // What a key has opened is no business of caches that others share.
    private static string CacheControl(HttpContext context)
    {
        DeliveryCacheSettings cache = context.RequestServices.GetRequiredService<IOptionsMonitor<SiteDeliveryApiSettings>>().CurrentValue.Cache;
        DeliveryApiSettings api = context.RequestServices.GetRequiredService<IOptionsMonitor<DeliveryApiSettings>>().CurrentValue;
        bool isPublic = api.PublicAccess && !context.Request.Headers.ContainsKey("Api-Key");
        return $"{(isPublic ? "public" : "private")}, max-age={cache.MaxAge}, stale-while-revalidate={cache.StaleWhileRevalidate}";
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(x => x.Equals(EntityTagHeaderValue.Any) || x.Compare(tag, useStrongComparison: false));

    private static Task NotModified(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    private Task WriteAsync(HttpContext context, ContentCoding coding)
    {
        HttpResponse response = context.Response;
        byte[] bytes = coding.Encode(body);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        if (coding.Name is not null)
        {
            response.Headers.ContentEncoding = coding.Name;
        }

        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
