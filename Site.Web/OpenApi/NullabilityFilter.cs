using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Site.Web.OpenApi;

/// <summary>
/// Says of each member whether it may be null, as its declaration does, and requires those that may not. (Swashbuckle's own option for it
/// changes nothing in this version.) Problems are left as they are, since each has other members.
/// </summary>
internal sealed class NullabilityFilter : ISchemaFilter
{
    /// <summary>A schema of what may be anything, null too.</summary>
    /// <remarks>The library writes the type null alone as an enumeration, which would forbid everything else.</remarks>
    public static OpenApiSchema Anything() => new()
    {
        Extensions = new Dictionary<string, IOpenApiExtension> { ["nullable"] = new JsonNodeExtension(JsonValue.Create(true)) },
    };

    /// <inheritdoc />
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema own)
        {
            return;
        }

        if (context.MemberInfo is PropertyInfo member)
        {
            SetNullable(own, IsNullable(member));
        }
        else if (own.Properties is { Count: > 0 } && !typeof(ProblemDetails).IsAssignableFrom(context.Type))
        {
            own.Required = new SortedSet<string>(own.Properties.Where(x => !MayBeNull(x.Value)).Select(x => x.Key), StringComparer.Ordinal);
        }
    }

    // A reference that may be null comes as a choice between itself and null, which generators of clients make little of.
    private static void SetNullable(OpenApiSchema schema, bool nullable)
    {
        schema.OneOf = schema.OneOf is null ? null : [.. schema.OneOf.Where(x => x.Type != JsonSchemaType.Null)];
        schema.Type = (schema.Type & ~JsonSchemaType.Null) is { } type && type != default ? type : null;
        if (nullable)
        {
            schema.Type = (schema.Type ?? default) | JsonSchemaType.Null;
        }

        if (schema.AdditionalProperties is OpenApiSchema { Type: null, OneOf: null })
        {
            schema.AdditionalProperties = Anything();
        }
    }

    private static bool IsNullable(PropertyInfo member) => new NullabilityInfoContext().Create(member).ReadState == NullabilityState.Nullable;

    private static bool MayBeNull(IOpenApiSchema schema) => schema is not OpenApiSchemaReference && schema.Type?.HasFlag(JsonSchemaType.Null) == true;
}
