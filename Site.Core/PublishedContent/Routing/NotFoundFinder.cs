using Umbraco.Cms.Core.Routing;

namespace Site.Core.PublishedContent.Routing;

/// <summary>Answers 404 for what no other finder found; the website gives the page.</summary>
internal sealed class NotFoundFinder : IContentLastChanceFinder
{
    /// <inheritdoc />
    public Task<bool> TryFindContent(IPublishedRequestBuilder request)
    {
        request.SetResponseStatus(404);
        return Task.FromResult(false);
    }
}
