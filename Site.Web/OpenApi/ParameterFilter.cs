using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Site.Web.OpenApi;

/// <summary>Writes a route's <see cref="ParameterMetadata"/> into its operation, in the order in which they were added.</summary>
internal sealed class ParameterFilter : IOperationFilter
{
    /// <inheritdoc />
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Parameters ??= [];
        foreach (ParameterMetadata metadata in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ParameterMetadata>())
        {
            OpenApiParameter parameter = Describe(metadata, context);
            int known = IndexOf(operation.Parameters, parameter);
            if (known >= 0)
            {
                operation.Parameters[known] = parameter;
            }
            else
            {
                operation.Parameters.Add(parameter);
            }
        }
    }

    private static int IndexOf(IList<IOpenApiParameter> parameters, OpenApiParameter parameter)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == parameter.Name && parameters[i].In == parameter.In)
            {
                return i;
            }
        }

        return -1;
    }

    private static OpenApiParameter Describe(ParameterMetadata metadata, OperationFilterContext context)
    {
        IOpenApiSchema schema = context.SchemaGenerator.GenerateSchema(metadata.Type, context.SchemaRepository);
        if (metadata.Default is not null && schema is OpenApiSchema own)
        {
            own.Default = JsonSerializer.SerializeToNode(metadata.Default);
        }

        return new OpenApiParameter
        {
            Name = metadata.Name,
            In = metadata.In,
            Description = metadata.Description,
            Required = metadata.In == ParameterLocation.Path,
            Schema = schema,
            Examples = metadata.Examples?.ToDictionary(x => x.Key, IOpenApiExample (x) => new OpenApiExample { Value = x.Value.DeepClone() }),
        };
    }
}
