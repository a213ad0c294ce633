using Microsoft.AspNetCore.Mvc;
using Site.Web.DeliveryApi.Caching;
using Site.Web.OpenApi;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Web.DeliveryApi;

/// <summary>The content routes of the Content Delivery API v2 (specs/content-delivery-api-v2.md section 1).</summary>
internal static class ContentEndpoints
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps them below <c>/umbraco/delivery/api/v2/content</c>.</summary>
    public static void MapContent(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder content = api.MapGroup("/content").WithTags("Content")
            .AddEndpointFilter<ContentAccessFilter>()
            .AddEndpointFilter<KeptAnswersFilter>()
            .AddEndpointFilter<ContentRequestFilter>()
            .AddEndpointFilter<OutputFilter>();
        content.MapMethods("", _methods, Query).DescribeContentQuery();
        content.MapMethods("/item/{id:guid}", _methods, ById).DescribeContentItemById();
        content.MapMethods("/item/{**path}", _methods, ByPath).DescribeContentItemByPath();
        content.MapMethods("/items", _methods, ByIds).DescribeContentItems();
    }

    private static IResult Query(HttpRequest request, [FromServices] IApiContentQueryService queries, [FromServices] ContentItems items)
    {
        var query = DeliveryQuery.From(request);
        Attempt<PagedModel<Guid>, ApiContentQueryOperationStatus> attempt = queries.ExecuteQuery(
            request.Query["fetch"].ToString(),
            request.Query["filter"].OfType<string>(),
            request.Query["sort"].OfType<string>(),
            ProtectedAccess.None,
            query.Skip,
            query.Take);
        return attempt.Success ? items.AnswerPage(attempt.Result) : DeliveryResults.UnknownOption(attempt.Status);
    }

    private static IResult ById(Guid id, [FromServices] ContentItems items) => items.Answer(items.Find(id));

    private static IResult ByPath(
        HttpContext context,
        [FromServices] IApiContentPathResolver paths,
        [FromServices] IRequestRedirectService redirects,
        [FromServices] ContentItems items,
        string? path = null)
    {
        string decoded = DeliveryPath.Decode(path);
        IPublishedContent? content = paths.ResolveContentPath(decoded);
        if (content is null && redirects.GetRedirectRoute(decoded) is { } route)
        {
            context.Response.Headers.Location = Uri.EscapeDataString(route.Path).Replace("%2F", "/", StringComparison.Ordinal);
            context.Response.Headers["Location-Start-Item-Path"] = Uri.EscapeDataString(route.StartItem.Path);
            context.Response.Headers["Location-Start-Item-Id"] = route.StartItem.Id.ToString("D");
            return Results.StatusCode(StatusCodes.Status301MovedPermanently);
        }

        return items.Answer(content);
    }

    private static IResult ByIds(HttpRequest request, [FromServices] ContentItems items)
    {
        IPublishedContent[] found = [.. DeliveryQuery.From(request).Ids.Select(items.Find).OfType<IPublishedContent>()];
        return found.Any(items.IsProtected)
            ? DeliveryResults.Unauthorized()
            : items.AnswerList(found);
    }
}
