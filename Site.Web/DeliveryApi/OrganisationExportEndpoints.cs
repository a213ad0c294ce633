using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Site.Core.Organisations;
using Site.Core.Organisations.Export;
using Site.Web.DeliveryApi.Requests;
using Site.Web.DeliveryApi.Responses;
using Site.Web.OpenApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.DeliveryApi;

/// <summary>An organisation as linked data or for spreadsheets. Umbraco has no such route.</summary>
internal static class OrganisationExportEndpoints
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps <c>/umbraco/delivery/api/v2/organisations/{key}/export</c>.</summary>
    public static void MapOrganisationExport(this IEndpointRouteBuilder api) => api
        .MapMethods("/organisations/{key}/export", _methods, ExportAsync)
        .AddEndpointFilter<ContentAccessFilter>()
        .AddEndpointFilter<PublishedRequestFilter>()
        .WithTags("Organisations")
        .WithGroupName(OpenApiDocuments.Site)
        .WithName("ExportOrganisation")
        .WithSummary("An organisation as JSON-LD (schema.org), or its programmes and publications as CSV")
        .WithPath<string>("key", "The key or URL segment of an organisation.")
        .WithQuery<string>("format", $"One of {ExportFormat.Names}; what Accept asks for without it.")
        .Produces<object>(StatusCodes.Status200OK, contentType: ExportFormat.JsonLd.MediaType, additionalContentTypes: ExportFormat.Csv.MediaType)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status406NotAcceptable)
        .DescribeAccess()
        .DescribeCulture();

    private static async Task<IResult> ExportAsync(
        HttpContext context,
        string key,
        [FromServices] OrganisationFinder organisations,
        [FromServices] OrganisationExport export,
        [FromServices] RequestCulture culture,
        string? format = null)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        ExportFormat? chosen = null;
        if (!string.IsNullOrEmpty(format) && !ExportFormat.TryFind(format, out chosen))
        {
            return DeliveryResults.Invalid(new Dictionary<string, string[]> { ["format"] = [$"The value must be one of {ExportFormat.Names}."] });
        }

        chosen ??= ExportFormat.Choose(context.Request.Headers.Accept);
        if (chosen is null)
        {
            return DeliveryResults.NotAcceptable($"An organisation is given as {ExportFormat.JsonLd.MediaType} or {ExportFormat.Csv.MediaType}.");
        }

        if (organisations.Find(key) is not { } organisation)
        {
            return DeliveryResults.NotFound();
        }

        await WriteAsync(context, organisation, chosen, export.Read(organisation, culture.Current));
        return Results.Empty;
    }

    // Here and not in a result: what is read belongs to the Umbraco context of the route.
    private static async Task WriteAsync(HttpContext context, IPublishedContent organisation, ExportFormat format, ExportedOrganisation export)
    {
        HttpResponse response = context.Response;
        response.ContentType = format.ContentType;
        context.RequestServices.GetRequiredService<JsonResponder>().SetCacheControl(context);
        if (format == ExportFormat.Csv)
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"{organisation.Key:D}.csv\"";
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await (format == ExportFormat.Csv
            ? context.RequestServices.GetRequiredService<CsvExport>().WriteAsync(response.Body, export, context.RequestAborted)
            : context.RequestServices.GetRequiredService<JsonLdExport>().WriteAsync(response.Body, export, context.RequestAborted));
    }
}
