using Site.Core.Delivery.Keys;
using Site.Core.Delivery.Output;
using Site.Core.PublishedContent;
using Site.Web.DeliveryApi.Caching;
using Site.Web.DeliveryApi.Requests;
using Site.Web.DeliveryApi.Responses;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.DeliveryApi;

/// <summary>Finds the items that a request may see, and answers with them.</summary>
internal sealed class ContentItems(
    IApiPublishedContentCache contentCache,
    IApiContentResponseBuilder builder,
    ProtectedContent guarded,
    RenderedItems rendered,
    ItemViews views)
{
    /// <summary>The published item of an allowed type; <c>null</c> without one.</summary>
    public IPublishedContent? Find(Guid key) => contentCache.GetById(key);

    /// <summary>Whether a public access rule guards the item: members are not offered, so nobody may see it.</summary>
    public bool IsProtected(IPublishedContent content) => guarded.Contains(content);

    /// <summary>The item, or 404 without one, or 401 for a protected one.</summary>
    public IResult Answer(IPublishedContent? content)
    {
        if (content is null)
        {
            return DeliveryResults.NotFound();
        }

        return IsProtected(content) ? DeliveryResults.Unauthorized()
            : Render(content, views.Current()) is { } item ? DeliveryResults.Ok(item.Body)
            : DeliveryResults.NotFound();
    }

    /// <summary>A page of a query, with those of its items that are still there and have a route in the current culture.</summary>
    public IResult AnswerPage(PagedModel<Guid> page) =>
        Join([.. Render(page.Items.Select(Find).OfType<IPublishedContent>())], $"{{\"total\":{page.Total},\"items\":[", "]}", depth: 2);

    /// <summary>The items that have a route in the current culture.</summary>
    public IResult AnswerList(IEnumerable<IPublishedContent> contents) => Join([.. Render(contents)], "[", "]", depth: 1);

    private IEnumerable<RenderedItem> Render(IEnumerable<IPublishedContent> contents)
    {
        ItemView? view = views.Current();
        return contents.Select(x => Render(x, view)).OfType<RenderedItem>();
    }

    // Found once more, so that finding it is part of what is noted.
    private RenderedItem? Render(IPublishedContent content, ItemView? view) =>
        rendered.Get(content.Key, view, () => Find(content.Key) is { } found ? builder.Build(found) : null);

    private static IResult Join(IReadOnlyCollection<RenderedItem> items, string begin, string end, int depth) =>
        items.Any(x => x.Depth + depth > OutputLimits.MaxDepth)
            ? DeliveryResults.TooLarge(OutputLimit.Depth)
            : DeliveryResults.Ok(JsonBody.Join(items.Select(x => x.Body), begin, end));
}

/// <summary>Says what of the current request decides how items are written.</summary>
internal sealed class ItemViews(DeliveryRequest request, RequestCulture culture, DeliveryAudience audience)
{
    /// <summary>What the request sees; <c>null</c> when it sees drafts, or less than everybody: that is made anew for every request.</summary>
    public ItemView? Current()
    {
        if (!audience.IsEverybody)
        {
            return null;
        }

        IQueryCollection query = request.Current.Query;
        return new ItemView(culture.Current, request.AcceptSegment, request.StartItem, query["expand"].ToString(), query["fields"].ToString());
    }
}
