using System.Text;
using Site.Web.Website.Addresses;

namespace Site.Web.Website.Feeds;

/// <summary><c>/robots.txt</c> (RFC 9309).</summary>
internal sealed class RobotsEndpoint(SiteAddresses addresses)
{
    /// <summary>Answers with the rules.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        StringBuilder rules = new("User-agent: *\nDisallow: /umbraco/\n");
        if (addresses.Absolute("/sitemap.xml") is { } map)
            rules.Append("\nSitemap: ").Append(map).Append('\n');
        byte[] body = Encoding.UTF8.GetBytes(rules.ToString());
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "public, max-age=3600";
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
