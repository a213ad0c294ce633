using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Site.Web.Website.Rendering;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Web;

namespace Site.Web.Website.Routing;

/// <summary>Answers every address that nothing else answers: with a page, a redirect, or the page that says that there is none.</summary>
internal sealed class PageEndpoint(
    IUmbracoContextFactory contexts,
    IVariationContextAccessor variation,
    PageFinder finder,
    PageContextFactory pages,
    PageRenderer renderer)
{
    private const string NotFoundView = "NotFound";

    /// <summary>Handles a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return;
        }

        if (context.Request.Path.StartsWithSegments("/umbraco", StringComparison.OrdinalIgnoreCase))
        {
            await Results.Problem(statusCode: StatusCodes.Status404NotFound).ExecuteAsync(context);
            return;
        }

        Uri uri = UriOf(context.Request);
        using UmbracoContextReference reference = contexts.EnsureUmbracoContext();
        PageResult result = await finder.FindAsync(uri);
        if (result is PageMoved moved)
        {
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Redirect(moved.Path, moved.Permanent);
            return;
        }

        await ShowAsync(context, result);
    }

    private async Task ShowAsync(HttpContext context, PageResult result)
    {
        (IPublishedContent? content, string culture, string view) = result switch
        {
            PageFound found when renderer.Has(found.Template) => (found.Content, found.Culture, found.Template),
            PageFound found => throw new InvalidOperationException(
                $"The template {found.Template} has no view: add Website/Views/Pages/{found.Template}.cshtml."),
            PageBuiltIn builtIn => (null, builtIn.Culture, builtIn.View),
            PageMissing missing => (null, missing.Culture, NotFoundView),
            _ => throw new InvalidOperationException($"A {result.GetType().Name} cannot be shown."),
        };
        PageContext page = await pages.CreateAsync(content, culture, PageNumberOf(context.Request));
        // Blocks are shown in the cultures that they are exposed in: those of the document that they belong to.
        variation.VariationContext = new VariationContext(page.IsTranslated ? culture : page.Reading.Default);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(page.Language);

        string html = await renderer.RenderAsync(context, view, page);
        await WriteAsync(context, html, page.Language, result is PageMissing ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static async Task WriteAsync(HttpContext context, string html, string language, int status)
    {
        byte[] body = Encoding.UTF8.GetBytes(html);
        HttpResponse response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentLanguage = language;
        response.Headers.CacheControl = "no-cache";
        if (status == StatusCodes.Status200OK)
        {
            // Weak: the same page may be sent in several encodings.
            EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..20]}\"", isWeak: true);
            response.GetTypedHeaders().ETag = tag;
            if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                return;
            }
        }

        if (HttpMethods.IsGet(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
        else
            response.ContentLength = body.Length;
    }

    private static int PageNumberOf(HttpRequest request) =>
        int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : 1;

    // The host only tells bound domains apart; one that is no host name at all tells nothing apart.
    private static Uri UriOf(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}", UriKind.Absolute, out Uri? uri)
            ? uri
            : new Uri($"http://localhost{request.PathBase}{request.Path}{request.QueryString}");
}
