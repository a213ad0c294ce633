using Microsoft.AspNetCore.Mvc;
using Site.Core.Delivery.Media;
using Site.Core.PropertyEditors.Pickers;
using Site.Web.DeliveryApi.Caching;
using Site.Web.OpenApi;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Web.DeliveryApi;

/// <summary>The media routes of the Content Delivery API v2 (specs/content-delivery-api-v2.md sections 1 and 3.6).</summary>
internal static class MediaEndpoints
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps them below <c>/umbraco/delivery/api/v2/media</c>.</summary>
    public static void MapMedia(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder media = api.MapGroup("/media").WithTags("Media")
            .AddEndpointFilter<MediaAccessFilter>()
            .AddEndpointFilter<KeptAnswersFilter>()
            .AddEndpointFilter<MediaRequestFilter>()
            .AddEndpointFilter<OutputFilter>();
        media.MapMethods("", _methods, Query).DescribeMediaQuery();
        media.MapMethods("/item/{id:guid}", _methods, ById).DescribeMediaItemById();
        media.MapMethods("/item/{**path}", _methods, ByPath).DescribeMediaItemByPath();
        media.MapMethods("/items", _methods, ByIds).DescribeMediaItems();
    }

    private static IResult Query(HttpRequest request, [FromServices] IApiMediaQueryService queries, [FromServices] MediaItems items)
    {
        var query = DeliveryQuery.From(request);
        Attempt<PagedModel<Guid>, ApiMediaQueryOperationStatus> attempt = queries.ExecuteQuery(
            request.Query["fetch"].ToString(),
            request.Query["filter"].OfType<string>(),
            request.Query["sort"].OfType<string>(),
            query.Skip,
            query.Take);
        return attempt.Success
            ? DeliveryResults.Ok(new PagedItems(attempt.Result.Total, items.Build(attempt.Result.Items)))
            : DeliveryResults.UnknownOption(attempt.Status);
    }

    private static IResult ById(Guid id, [FromServices] MediaItems items) => items.Answer(items.Find(id));

    private static IResult ByPath([FromServices] IApiMediaQueryService queries, [FromServices] MediaItems items, string? path = null)
    {
        string decoded = DeliveryPath.Decode(path);
        return decoded == "/"
            ? DeliveryResults.Invalid(new Dictionary<string, string[]> { ["path"] = ["The path field is required."] })
            : items.Answer(queries.GetByPath(decoded));
    }

    private static IResult ByIds(HttpRequest request, [FromServices] MediaItems items) => DeliveryResults.Ok(items.Build(DeliveryQuery.From(request).Ids));

    private sealed record PagedItems(long Total, IReadOnlyList<IApiMediaWithCropsResponse> Items);
}

/// <summary>Finds and builds the media items that a request may see.</summary>
internal sealed class MediaItems(MediaTree tree, ApiMediaWithCropsBuilder builder)
{
    /// <summary>The item, unless it lies in the recycle bin; <c>null</c> without one.</summary>
    public IPublishedContent? Find(Guid key) => tree.Find(key);

    /// <summary>Builds the items that are there.</summary>
    public IApiMediaWithCropsResponse[] Build(IEnumerable<Guid> keys) => [.. keys.Select(Find).OfType<IPublishedContent>().Select(Build)];

    /// <summary>The item, or 404 without one.</summary>
    public IResult Answer(IPublishedContent? media) => media is null ? DeliveryResults.NotFound() : DeliveryResults.Ok(Build(media));

    private IApiMediaWithCropsResponse Build(IPublishedContent media) => builder.BuildResponse(media, tree.PathOf(media));
}
