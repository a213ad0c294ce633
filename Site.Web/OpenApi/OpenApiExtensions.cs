using Site.Web.DeliveryApi;
using Site.Web.DeliveryApi.Responses;
using Site.Web.Website.Rendering;
using Site.Web.Website.Routing;
using Swashbuckle.AspNetCore.SwaggerGen;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Web.OpenApi;

/// <summary>The OpenAPI documents and the pages on which they are read, below <c>/umbraco/swagger</c> as in Umbraco.</summary>
internal static class OpenApiExtensions
{
    /// <summary>The path of it all.</summary>
    public const string Path = "/umbraco/swagger";

    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds what makes the documents; nothing is made before it is asked for.</summary>
    public static IServiceCollection AddOpenApiDocuments(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<ISerializerDataContractResolver>(_ => new JsonSerializerDataContractResolver(DeliveryJson.Options));
        services.AddSwaggerGen();
        services.ConfigureOptions<DocumentOptions>();
        services.AddSingleton<OpenApiDocumentCache>();
        // Not through AddNotificationHandler, which would make a second instance.
        services.AddSingleton<INotificationHandler<ContentTypeCacheRefresherNotification>>(x => x.GetRequiredService<OpenApiDocumentCache>());
        services.AddSingleton<INotificationHandler<DataTypeCacheRefresherNotification>>(x => x.GetRequiredService<OpenApiDocumentCache>());
        return services;
    }

    /// <summary>Maps the documents and the pages, unless <c>Site:OpenApi:Enabled</c> is off.</summary>
    public static void MapOpenApiDocuments(this WebApplication app)
    {
        if (!OpenApiSettings.From(app.Configuration).Enabled)
        {
            return;
        }

        RouteGroupBuilder routes = app.MapGroup(Path);
        routes.MapMethods("/{document}/swagger.json", _methods, Json).RequireCors(DeliveryCors.Policy);
        routes.MapMethods("", _methods, () => Results.Redirect($"{Path}/index.html", permanent: true));
        routes.MapMethods("/index.html", _methods, (HttpContext context) => PageAsync(context, OpenApiDocuments.Delivery));
        routes.MapMethods("/{document}/index.html", _methods, PageAsync);
    }

    private static IResult Json(string document, OpenApiDocumentCache documents) =>
        documents.Find(document) is { } found ? new JsonResult(found.Json) : DeliveryResults.NotFound();

    private static async Task PageAsync(HttpContext context, string document)
    {
        IServiceProvider services = context.RequestServices;
        if (services.GetRequiredService<OpenApiDocumentCache>().Find(document) is not { } found)
        {
            await services.GetRequiredService<PageEndpoint>().HandleAsync(context);
            return;
        }

        string page = await services.GetRequiredService<PageRenderer>().RenderViewAsync(context, "/OpenApi/Views/Reference.cshtml", found);
        await Results.Content(page, "text/html; charset=utf-8").ExecuteAsync(context);
    }
}
