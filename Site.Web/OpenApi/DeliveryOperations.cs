using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Site.Web.OpenApi;

/// <summary>
/// Describes the eight routes of the Content Delivery API as Umbraco 17 does (specs/content-delivery-api-v2.md section 18a): operation ids,
/// parameters in their order, statuses. What this site adds (tags of answers, HEAD, 304) asks nothing of a client, and is not in it.
/// </summary>
internal static class DeliveryOperations
{
    private const string Json = "application/json";
    private const string Documentation = "https://docs.umbraco.com/umbraco-cms/reference/content-delivery-api";

    private static readonly ParameterMetadata _path = new(ParameterLocation.Path, "path", typeof(string), Default: string.Empty);
    private static readonly ParameterMetadata _ids = new(ParameterLocation.Query, "id", typeof(HashSet<Guid>));
    private static readonly ParameterMetadata _skip = new(ParameterLocation.Query, "skip", typeof(int), "How many of the items found to leave out.", 0);
    private static readonly ParameterMetadata _take = new(ParameterLocation.Query, "take", typeof(int), "How many items to give at the most.", 10);

    private static readonly ParameterMetadata[] _contentQuery =
    [
        Query<string>("fetch", "Which items to look among.", ("All", ""), ("Ancestors by key", "ancestors:id"), ("Children by path", "children:path"), ("Descendants by path", "descendants:path")),
        Query<string[]>(
            "filter",
            "What must hold for an item, all of it.",
            ("Of one of two types", List("contentType:alias1,alias2")),
            ("By words of the name", List("name:text")),
            ("By a range of dates", List("createDate>:2024-01-01", "createDate<2025-01-01"))),
        Query<string[]>("sort", "The order of the items, the first one being the primary one.", ("By name", List("name:asc")), ("Newest first", List("createDate:desc"))),
        _skip,
        _take,
    ];

    private static readonly ParameterMetadata[] _mediaQuery =
    [
        Query<string>("fetch", "Where to look for items; required.", ("At the root", "children:/"), ("By path", "children:path"), ("By key", "children:id")),
        Query<string[]>("filter", "What must hold for an item, all of it.", ("By type", List("mediaType:Image")), ("By words of the name", List("name:text"))),
        Query<string[]>("sort", "The order of the items, the last one being the primary one.", ("By name", List("name:asc")), ("Newest first", List("createDate:desc"))),
        _skip,
        _take,
    ];

    private static readonly ParameterMetadata[] _output =
    [
        Query<string>("expand", "Which references to write out.", ("None", ""), ("All", "properties[$all]"), ("One", "properties[alias1]"), ("Within another", "properties[alias1[properties[alias2]]]")),
        Query<string>("fields", "Which properties to write; all of them without it.", ("All", "properties[$all]"), ("Two", "properties[alias1,alias2]")),
    ];

    private static readonly ParameterMetadata _apiKey = Header<string>("Api-Key", "The key, where the API is not public or drafts are asked for.");

    private static readonly ParameterMetadata[] _contentHeaders =
    [
        Header<string>("Accept-Language", "The culture of names, routes and values.") with { Examples = Examples(("French", "fr"), ("English", "en")) },
        Header<string>("Accept-Segment", "The segment of values."),
        _apiKey,
        Header<bool>("Preview", "Whether to give drafts."),
        Header<string>("Start-Item", "The key or URL segment of the root below which to look."),
    ];

    /// <summary>Describes <c>GET /content</c>.</summary>
    public static RouteHandlerBuilder DescribeContentQuery(this RouteHandlerBuilder route) =>
        route.DescribeContent("GetContent2.0", _contentQuery).ProducesPage<IApiContentResponse>().Produces(StatusCodes.Status404NotFound);

    /// <summary>Describes <c>GET /content/item/{path}</c>.</summary>
    public static RouteHandlerBuilder DescribeContentItemByPath(this RouteHandlerBuilder route) =>
        route.DescribeContent("GetContentItemByPath2.0", _path).ProducesContentItem();

    /// <summary>Describes <c>GET /content/item/{id}</c>.</summary>
    public static RouteHandlerBuilder DescribeContentItemById(this RouteHandlerBuilder route) =>
        route.DescribeContent("GetContentItemById2.0").ProducesContentItem();

    /// <summary>Describes <c>GET /content/items</c>.</summary>
    public static RouteHandlerBuilder DescribeContentItems(this RouteHandlerBuilder route) =>
        route.DescribeContent("GetContentItems2.0", _ids).ProducesItems<IApiContentResponse>().ProducesRefusals();

    /// <summary>Describes <c>GET /media</c>.</summary>
    public static RouteHandlerBuilder DescribeMediaQuery(this RouteHandlerBuilder route) =>
        route.DescribeMedia("GetMedia2.0", _mediaQuery).ProducesPage<IApiMediaWithCropsResponse>();

    /// <summary>Describes <c>GET /media/item/{path}</c>.</summary>
    public static RouteHandlerBuilder DescribeMediaItemByPath(this RouteHandlerBuilder route) =>
        route.DescribeMedia("GetMediaItemByPath2.0", _path).ProducesMediaItem();

    /// <summary>Describes <c>GET /media/item/{id}</c>.</summary>
    public static RouteHandlerBuilder DescribeMediaItemById(this RouteHandlerBuilder route) =>
        route.DescribeMedia("GetMediaItemById2.0").ProducesMediaItem();

    /// <summary>Describes <c>GET /media/items</c>.</summary>
    public static RouteHandlerBuilder DescribeMediaItems(this RouteHandlerBuilder route) =>
        route.DescribeMedia("GetMediaItems2.0", _ids).ProducesItems<IApiMediaWithCropsResponse>();

    private static RouteHandlerBuilder DescribeContent(this RouteHandlerBuilder route, string operation, params ParameterMetadata[] own) =>
        route.Describe(operation, [.. own, .. _output, .. _contentHeaders]);

    private static RouteHandlerBuilder DescribeMedia(this RouteHandlerBuilder route, string operation, params ParameterMetadata[] own) =>
        route.Describe(operation, [.. own, .. _output, _apiKey]);

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder route, string operation, ParameterMetadata[] parameters) =>
        route.WithGroupName(OpenApiDocuments.Delivery).WithName(operation).WithMetadata([.. parameters]);

    private static RouteHandlerBuilder ProducesPage<T>(this RouteHandlerBuilder route) => route
        .Produces<Paged<T>>(StatusCodes.Status200OK, Json)
        .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, Json);

    private static RouteHandlerBuilder ProducesItems<T>(this RouteHandlerBuilder route) => route.Produces<IEnumerable<T>>(StatusCodes.Status200OK, Json);

    private static RouteHandlerBuilder ProducesContentItem(this RouteHandlerBuilder route) =>
        route.Produces<IApiContentResponse>(StatusCodes.Status200OK, Json).ProducesRefusals().Produces(StatusCodes.Status404NotFound);

    private static RouteHandlerBuilder ProducesMediaItem(this RouteHandlerBuilder route) =>
        route.Produces<IApiMediaWithCropsResponse>(StatusCodes.Status200OK, Json).Produces(StatusCodes.Status404NotFound);

    private static RouteHandlerBuilder ProducesRefusals(this RouteHandlerBuilder route) =>
        route.Produces(StatusCodes.Status401Unauthorized).Produces(StatusCodes.Status403Forbidden);

    private static ParameterMetadata Query<T>(string name, string description, params (string Name, JsonNode Value)[] examples) => new(
        ParameterLocation.Query,
        name,
        typeof(T),
        $"{description} See [its documentation]({Documentation}#query-parameters).",
        Examples: Examples(examples));

    private static ParameterMetadata Header<T>(string name, string description) => new(ParameterLocation.Header, name, typeof(T), description);

    private static JsonArray List(params string[] values) => [.. values.Select(x => JsonValue.Create(x))];

    private static Dictionary<string, JsonNode> Examples(params (string Name, JsonNode Value)[] examples) => examples.ToDictionary(x => x.Name, x => x.Value);

    /// <summary>The shape of a page of items.</summary>
    /// <param name="Total">How many items were found.</param>
    /// <param name="Items">Those of the page.</param>
    private sealed record Paged<T>(long Total, IEnumerable<T> Items);
}
