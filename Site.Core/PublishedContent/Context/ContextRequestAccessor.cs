using System.Web;
using Umbraco.Cms.Core.Web;

namespace Site.Core.PublishedContent.Context;

/// <summary>Tells Core what was asked for, from the Umbraco context: its URL and its query string. Forms and cookies are not read.</summary>
internal sealed class ContextRequestAccessor(IUmbracoContextAccessor contexts) : IRequestAccessor
{
    /// <inheritdoc />
    public string? GetRequestValue(string name) => GetQueryStringValue(name);

    /// <inheritdoc />
    public string? GetQueryStringValue(string name) =>
        GetRequestUrl() is { } url ? HttpUtility.ParseQueryString(url.Query)[name] : null;

    /// <inheritdoc />
    public Uri? GetRequestUrl() => contexts.TryGetUmbracoContext(out IUmbracoContext? context) ? context.OriginalRequestUrl : null;
}
