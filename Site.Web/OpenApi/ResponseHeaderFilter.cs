using System.Globalization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Site.Web.OpenApi;

/// <summary>Writes a route's <see cref="ResponseHeaderMetadata"/> into the answers of its operation.</summary>
internal sealed class ResponseHeaderFilter : IOperationFilter
{
    /// <inheritdoc />
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (ResponseHeaderMetadata metadata in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ResponseHeaderMetadata>())
        {
            if (operation.Responses?[metadata.Status.ToString(CultureInfo.InvariantCulture)] is OpenApiResponse response)
            {
                response.Headers ??= new Dictionary<string, IOpenApiHeader>();
                response.Headers[metadata.Name] = new OpenApiHeader { Description = metadata.Description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }
        }
    }
}
