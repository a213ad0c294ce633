using Microsoft.AspNetCore.Mvc;
using Site.Web.OpenApi;

namespace Site.Web.DeliveryApi;

/// <summary>What changed since a reader last asked. Umbraco has no such route.</summary>
internal static class ChangesEndpoints
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps <c>/umbraco/delivery/api/v2/changes</c>.</summary>
    public static void MapChanges(this IEndpointRouteBuilder api) => api
        .MapMethods("/changes", _methods, ReadAsync)
        .AddEndpointFilter<ContentAccessFilter>()
        .AddEndpointFilter<PublishedRequestFilter>()
        .WithTags("Changes")
        .WithGroupName(OpenApiDocuments.Site)
        .WithName("GetChanges")
        .WithSummary("Documents that were published, updated, moved, unpublished or deleted since a cursor, in order")
        .Produces<ChangeEntries>()
        .WithQuery<string>("since", "The member next of the answer before; from the beginning without it.")
        .WithQuery<string>("organisation", "The key or URL segment of an organisation: only what belongs to it.")
        .WithQuery<int>("take", "How many changes to give at the most.", byDefault: 100)
        .DescribeAccess()
        .DescribeConditional()
        .ProducesProblem(StatusCodes.Status410Gone);

    private static Task<IResult> ReadAsync(HttpRequest request, [FromServices] ChangeFeed feed, string? since = null, string? organisation = null) =>
        feed.ReadAsync(request, since, organisation);
}
