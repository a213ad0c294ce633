using System.Diagnostics;
using System.Text.Json;
using Site.Core.Delivery.Output;
using Site.Web.DeliveryApi.Responses;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Web.DeliveryApi;

/// <summary>The answers of the Content Delivery API, byte for byte as its contract says (specs/content-delivery-api-v2.md sections 5 and 11).</summary>
internal static class DeliveryResults
{
    private const string Json = "application/json; charset=utf-8";
    private const string ProblemJson = "application/problem+json; charset=utf-8";

    /// <summary>200 with a body, or 400 when it is nested too deep.</summary>
    public static IResult Ok<T>(T body) => DeliveryJson.TrySerialize(body) is { } bytes ? Ok(new JsonBody(bytes)) : TooLarge(OutputLimit.Depth);

    /// <summary>200 with a body.</summary>
    public static IResult Ok(JsonBody body) => new JsonResult(body);

    /// <summary>404, for what is not there or must not be known to be there.</summary>
    public static IResult NotFound() => Problem(StatusCodes.Status404NotFound, "Not Found", "15.5.5");

    /// <summary>401, for a missing key, a disabled API or protected content.</summary>
    /// <param name="detail">What is wrong with the key that was sent; <c>null</c> where Umbraco says nothing either.</param>
    public static IResult Unauthorized(string? detail = null) => detail is null
        ? Problem(StatusCodes.Status401Unauthorized, "Unauthorized", "15.5.2")
        : Create(
            StatusCodes.Status401Unauthorized,
            new { Type = Rfc9110("15.5.2"), Title = "Unauthorized", Status = StatusCodes.Status401Unauthorized, Detail = detail, TraceId = TraceId() });

    /// <summary>429, for who asks too often.</summary>
    public static IResult TooManyRequests(int retryAfter) => Create(StatusCodes.Status429TooManyRequests, new
    {
        Type = "https://tools.ietf.org/html/rfc6585#section-4",
        Title = "Too Many Requests",
        Status = StatusCodes.Status429TooManyRequests,
        Detail = $"Ask again in {retryAfter} s. RateLimit-Policy says how many requests are allowed.",
        TraceId = TraceId(),
    });

    /// <summary>410, for what was there and is no longer kept.</summary>
    public static IResult Gone(string detail) => Explained(StatusCodes.Status410Gone, "Gone", "15.5.11", detail);

    /// <summary>406, for a form that nobody can give.</summary>
    public static IResult NotAcceptable(string detail) => Explained(StatusCodes.Status406NotAcceptable, "Not Acceptable", "15.5.7", detail);

    /// <summary>404 with the sentence of the contract, for a start item that does not exist.</summary>
    public static IResult StartItemNotFound() =>
        new BytesResult(StatusCodes.Status404NotFound, Json, JsonSerializer.SerializeToUtf8Bytes("The Start-Item could not be found", DeliveryJson.Options));

    /// <summary>400 for parameters that are not of their type.</summary>
    public static IResult Invalid(IReadOnlyDictionary<string, string[]> errors) => Create(StatusCodes.Status400BadRequest, new
    {
        Type = Rfc9110("15.5.1"),
        Title = "One or more validation errors occurred.",
        Status = StatusCodes.Status400BadRequest,
        Errors = errors,
        TraceId = TraceId(),
    });

    /// <summary>400 for a fetch, filter or sort that no handler claims.</summary>
    public static IResult UnknownOption(ApiContentQueryOperationStatus status) => status switch
    {
        ApiContentQueryOperationStatus.FilterOptionNotFound =>
            UnknownOption("Filter option not found", "One of the attempted 'filter' options does not exist"),
        ApiContentQueryOperationStatus.SelectorOptionNotFound =>
            UnknownOption("Selector option not found", "The attempted 'fetch' option does not exist"),
        ApiContentQueryOperationStatus.SortOptionNotFound =>
            UnknownOption("Sort option not found", "One of the attempted 'sort' options does not exist"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a failure."),
    };

    /// <summary>400 for a fetch, filter or sort of media that does not exist.</summary>
    public static IResult UnknownOption(ApiMediaQueryOperationStatus status) => UnknownOption(status switch
    {
        ApiMediaQueryOperationStatus.FilterOptionNotFound => ApiContentQueryOperationStatus.FilterOptionNotFound,
        ApiMediaQueryOperationStatus.SelectorOptionNotFound => ApiContentQueryOperationStatus.SelectorOptionNotFound,
        ApiMediaQueryOperationStatus.SortOptionNotFound => ApiContentQueryOperationStatus.SortOptionNotFound,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a failure."),
    });

    /// <summary>400 for a parameter with more characters than are read.</summary>
    public static IResult ParameterTooLong(string parameter, int maxLength) =>
        Refuse("Parameter too long", $"The parameter '{parameter}' may have {maxLength} characters at the most. Name fewer properties, or use $all.");

    /// <summary>400 for an answer that would go over a limit.</summary>
    public static IResult TooLarge(OutputLimit limit) => Refuse("Answer too large", limit == OutputLimit.Depth
        ? $"The answer would be nested deeper than {OutputLimits.MaxDepth} levels. Name fewer levels in 'expand', or leave the deep properties out with 'fields'."
        : $"The answer would expand more than {OutputLimits.MaxExpanded} references. Name fewer of them in 'expand', or ask for fewer items with 'take'.");

    /// <summary>400 for a query string with more characters than are read.</summary>
    public static IResult QueryTooLong(int maxLength) =>
        Refuse("Query too long", $"The query string may have {maxLength} characters at the most. Ask for fewer keys or values at once.");

    private static BytesResult Refuse(string title, string detail) => Explained(StatusCodes.Status400BadRequest, title, "15.5.1", detail);

    private static BytesResult Explained(int status, string title, string section, string detail) =>
        Create(status, new { Type = Rfc9110(section), Title = title, Status = status, Detail = detail, TraceId = TraceId() });

    private static BytesResult UnknownOption(string title, string detail) => Create(
        StatusCodes.Status400BadRequest,
        new { Type = "Error", Title = title, Status = StatusCodes.Status400BadRequest, Detail = detail });

    private static BytesResult Problem(int status, string title, string section) =>
        Create(status, new { Type = Rfc9110(section), Title = title, Status = status, TraceId = TraceId() });

    private static BytesResult Create<T>(int status, T problem) =>
        new(status, ProblemJson, JsonSerializer.SerializeToUtf8Bytes(problem, DeliveryJson.Options));

    private static string Rfc9110(string section) => $"https://tools.ietf.org/html/rfc9110#section-{section}";

    private static string? TraceId() => Activity.Current?.Id;

    private sealed class BytesResult(int status, string contentType, byte[] body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            HttpResponse response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = contentType;
            response.ContentLength = body.Length;
            return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
        }
    }
}
