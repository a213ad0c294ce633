using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Web;

namespace Site.Core.PublishedContent.Context;

/// <summary>Makes the Umbraco context of a request, and of work outside a request.</summary>
public interface ISiteUmbracoContextFactory : IUmbracoContextFactory
{
    /// <summary>Begins a context for a request; the middleware calls it before anything reads content.</summary>
    /// <param name="url">The absolute URL that was asked for.</param>
    /// <param name="preview">Whether the request may see drafts.</param>
    /// <returns>Dispose of it at the end of the request.</returns>
    /// <exception cref="InvalidOperationException">There is a context already: it would decide what the request sees.</exception>
    UmbracoContextReference BeginRequest(Uri url, bool preview);

    /// <summary>Begins a context at the site's own address.</summary>
    /// <param name="preview">Whether drafts may be seen; who calls it has made sure of that.</param>
    /// <returns>Dispose of it at the end.</returns>
    /// <exception cref="InvalidOperationException">There is a context already, which would decide what is seen.</exception>
    UmbracoContextReference BeginAtOwnAddress(bool preview);

    /// <summary>Begins a context at the site's own address that sees less than all.</summary>
    /// <param name="preview">Whether drafts may be seen.</param>
    /// <param name="visibility">What of the documents may be seen; <c>null</c> for all.</param>
    /// <returns>Dispose of it at the end.</returns>
    /// <exception cref="InvalidOperationException">There is a context already, which would decide what is seen.</exception>
    internal UmbracoContextReference BeginAtOwnAddress(bool preview, IContentVisibility? visibility);
}

/// <inheritdoc />
internal sealed class SiteUmbracoContextFactory(
    AmbientUmbracoContextAccessor accessor,
    UmbracoContextServices services,
    UriUtility uriUtility,
    IOptionsMonitor<WebRoutingSettings> webRouting) : ISiteUmbracoContextFactory
{
    private static readonly Uri _localhost = new("http://localhost/");

    /// <inheritdoc />
    public UmbracoContextReference BeginRequest(Uri url, bool preview)
    {
        ThrowIfOpen();
        return Begin(url, preview, isRequest: true);
    }

    /// <inheritdoc />
    public UmbracoContextReference BeginAtOwnAddress(bool preview) => BeginAtOwnAddress(preview, null);

    /// <inheritdoc />
    public UmbracoContextReference BeginAtOwnAddress(bool preview, IContentVisibility? visibility)
    {
        ThrowIfOpen();
        return Begin(OwnAddress(), preview, isRequest: false, visibility);
    }

    /// <inheritdoc />
    /// <remarks>Outside a request the site's own address stands for the URL.</remarks>
    public UmbracoContextReference EnsureUmbracoContext() => accessor.TryGetUmbracoContext(out IUmbracoContext? open)
        ? new UmbracoContextReference(open, isRoot: false, accessor)
        : Begin(OwnAddress(), preview: false, isRequest: false);

    private void ThrowIfOpen()
    {
        if (accessor.TryGetUmbracoContext(out _))
        {
            throw new InvalidOperationException("A request cannot begin inside another one: an Umbraco context is open.");
        }
    }

    private Uri OwnAddress() => Uri.TryCreate(webRouting.CurrentValue.UmbracoApplicationUrl, UriKind.Absolute, out Uri? url) ? url : _localhost;

    private UmbracoContextReference Begin(Uri url, bool preview, bool isRequest, IContentVisibility? visibility = null)
    {
        var context = new SnapshotUmbracoContext(services, url, uriUtility.UriToUmbraco(url), preview) { IsRequest = isRequest, Visibility = visibility };
        accessor.Set(context);
        return new UmbracoContextReference(context, isRoot: true, accessor);
    }
}
