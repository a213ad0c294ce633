using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Site.Core.PropertyEditors.Pickers;
using Swashbuckle.AspNetCore.SwaggerGen;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Web.OpenApi.Typed;

/// <summary>
/// Makes the typed document of the generic one: each model with <c>properties</c> keeps its name and becomes a choice between one schema for
/// each type, told apart by <c>contentType</c> or <c>mediaType</c>. What is valid by it is valid by the generic document too.
/// </summary>
internal sealed class TypedSchemas(
    IContentTypeService contentTypes,
    IMediaTypeService mediaTypes,
    IPublishedContentTypeFactory publishedTypes,
    IOptionsMonitor<DeliveryApiSettings> settings) : IDocumentFilter
{
    private const string ContentType = "contentType";
    private const string MediaType = "mediaType";

    // Files, sizes and the like are members of the model itself (specs/content-delivery-api-v2.md section 7).
    private const string ReservedForMedia = "umbraco";

    /// <inheritdoc />
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        if (context.DocumentName != OpenApiDocuments.DeliveryTyped)
        {
            return;
        }

        var schemas = new TypeSchemaWriter(context.SchemaGenerator, context.SchemaRepository);
        IPublishedContentType[] content = [.. contentTypes.GetAll().Select(publishedTypes.CreateContentType).OrderBy(x => x.Alias, StringComparer.Ordinal)];
        TypedProperties[] elements = Describe(schemas, content.Where(x => x.IsElement));
        TypedProperties[] documents = Describe(schemas, content.Where(x => !x.IsElement && settings.CurrentValue.IsAllowedContentType(x.Alias)));
        TypedProperties[] media =
        [
            .. mediaTypes.GetAll().Select(publishedTypes.CreateContentType).OrderBy(x => x.Alias, StringComparer.Ordinal).Select(x =>
                schemas.Describe(x, "Media", y => !y.Alias.StartsWith(ReservedForMedia, StringComparison.OrdinalIgnoreCase))),
        ];
        schemas.Split<ApiContentResponse>(ContentType, documents, "ContentResponseModel");
        schemas.Split<ApiContent>(ContentType, documents, "ContentModel");
        schemas.Split<ApiElement>(ContentType, elements, "ElementModel");
        schemas.Split<ApiMediaWithCropsResponse>(MediaType, media, "MediaWithCropsResponseModel");
        schemas.Split<ApiMediaWithCrops>(MediaType, media, "MediaWithCropsModel");
        schemas.Split<ApiMedia>(MediaType, media, "MediaModel");
    }

    private static TypedProperties[] Describe(TypeSchemaWriter schemas, IEnumerable<IPublishedContentType> types) =>
        [.. types.Select(x => schemas.Describe(x, string.Empty, _ => true))];
}
