using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Site.Web.OpenApi.Typed;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Site.Web.OpenApi;

/// <summary>How documents are made from the routes' metadata (specs/content-delivery-api-v2.md section 18a).</summary>
internal sealed class DocumentOptions : IConfigureOptions<SwaggerGenOptions>
{
    // Umbraco's document has the number of no release.
    private const string Version = "Latest";

    private static readonly Dictionary<string, string> _descriptions = new()
    {
        [OpenApiDocuments.Delivery] = "Umbraco's [Content Delivery API](https://docs.umbraco.com/umbraco-cms/reference/content-delivery-api).",
        [OpenApiDocuments.DeliveryTyped] = "The same operations, with a schema for each document type, element type and media type of this site.",
        [OpenApiDocuments.Site] = "What this site offers programs beside Umbraco's Content Delivery API.",
    };

    /// <inheritdoc />
    public void Configure(SwaggerGenOptions options)
    {
        foreach ((string name, string title) in OpenApiDocuments.All)
        {
            options.SwaggerDoc(name, new OpenApiInfo { Title = title, Version = Version, Description = _descriptions[name] });
        }

        // HEAD is GET without a body: clients need no second operation for it, and Umbraco's have none.
        options.DocInclusionPredicate((document, api) =>
            api.GroupName == OpenApiDocuments.GroupOf(document) && !HttpMethods.IsHead(api.HttpMethod ?? string.Empty));
        options.CustomSchemaIds(SchemaNames.Of);
        options.UseOneOfForPolymorphism();
        options.SelectSubTypesUsing(ModelTypes.SubTypesOf);
        options.SchemaFilter<NullabilityFilter>();
        options.OperationFilter<ParameterFilter>();
        options.OperationFilter<ResponseHeaderFilter>();
        options.DocumentFilter<TypedSchemas>();
    }
}
