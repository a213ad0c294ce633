using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.OpenApi.Typed;

/// <summary>Writes the schemas of types into a document.</summary>
internal sealed class TypeSchemaWriter(ISchemaGenerator generator, SchemaRepository repository)
{
    private const string Properties = "properties";

    /// <summary>Adds a schema with the properties of a type, each of what its editor gives.</summary>
    /// <param name="type">The type.</param>
    /// <param name="kind">What sets the name apart from that of another kind of types with the same alias.</param>
    /// <param name="isWritten">Whether the API writes the property.</param>
    public TypedProperties Describe(IPublishedContentType type, string kind, Func<IPublishedPropertyType, bool> isWritten)
    {
        // None is required: "fields" leaves some out, and what is not expanded has none.
        var schema = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = false, Properties = new Dictionary<string, IOpenApiSchema>() };
        foreach (IPublishedPropertyType property in type.PropertyTypes.Where(isWritten))
        {
            schema.Properties[property.Alias] = ValueOf(property);
        }

        return new TypedProperties(type, repository.AddDefinition(NameOf(type, kind + "PropertiesModel"), schema));
    }

    /// <summary>Turns a model that has been written into a choice between one for each type; one that is nowhere used stays away.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="discriminator">The member that names the type.</param>
    /// <param name="types">The types; without any the model stays as it is.</param>
    /// <param name="suffix">The end of the names of the schemas.</param>
    public void Split<TModel>(string discriminator, IReadOnlyCollection<TypedProperties> types, string suffix)
    {
        string name = SchemaNames.Of(typeof(TModel));
        if (types.Count == 0 || !repository.Schemas.TryGetValue(name, out IOpenApiSchema? written) || written is not OpenApiSchema model)
        {
            return;
        }

        Dictionary<string, OpenApiSchemaReference> byAlias = types.ToDictionary(
            x => x.Type.Alias,
            x => repository.AddDefinition(NameOf(x.Type, suffix), OfType(model, discriminator, x)));
        repository.Schemas[name] = new OpenApiSchema
        {
            OneOf = [.. byAlias.Values],
            Discriminator = new OpenApiDiscriminator { PropertyName = discriminator, Mapping = byAlias },
        };
    }

    private static OpenApiSchema OfType(OpenApiSchema model, string discriminator, TypedProperties type) => new()
    {
        Type = model.Type,
        Required = model.Required,
        AdditionalPropertiesAllowed = model.AdditionalPropertiesAllowed,
        Properties = new Dictionary<string, IOpenApiSchema>(model.Properties!)
        {
            [discriminator] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [type.Type.Alias] },
            [Properties] = new OpenApiSchema { OneOf = [type.Properties] },
        },
    };

    private string NameOf(IPublishedContentType type, string suffix) =>
        SchemaNames.Of(type.Alias, type.Key, suffix, repository.Schemas.ContainsKey);

    private OpenApiSchema ValueOf(IPublishedPropertyType property)
    {
        Type type = EditorOutput.TypeOf(property);
        if (type == typeof(object))
        {
            return NullabilityFilter.Anything();
        }

        IOpenApiSchema value = generator.GenerateSchema(type, repository);
        OpenApiSchema schema = value as OpenApiSchema ?? new OpenApiSchema { OneOf = [value] };

        schema.Type = (schema.Type ?? default) | JsonSchemaType.Null;
        return schema;
    }
}

/// <summary>A type and the schema of its properties.</summary>
/// <param name="Type">The type.</param>
/// <param name="Properties">The schema.</param>
internal sealed record TypedProperties(IPublishedContentType Type, OpenApiSchemaReference Properties);
