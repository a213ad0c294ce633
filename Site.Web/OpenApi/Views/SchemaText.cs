using Microsoft.AspNetCore.Html;
using Microsoft.OpenApi;

namespace Site.Web.OpenApi.Views;

/// <summary>A schema in a few words.</summary>
internal static class SchemaText
{
    /// <summary>E.g. <c>array of string (uuid)</c>, with links to the schemas that have names.</summary>
    public static IHtmlContent Of(IOpenApiSchema schema)
    {
        var text = new HtmlContentBuilder();
        Write(text, schema);
        return text;
    }

    /// <summary>The address of a schema on its page.</summary>
    public static string AnchorOf(string schema) => "schema-" + schema;

    private static void Write(HtmlContentBuilder text, IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            text.AppendHtml(new HtmlFormattableString("<a href=\"#{0}\">{1}</a>", AnchorOf(id), id));
            return;
        }

        if (schema.OneOf is { Count: > 0 } choices)
        {
            WriteAll(text, choices);
        }
        else if (schema.Items is { } item)
        {
            text.Append("array of ");
            Write(text, item);
        }
        else
        {
            WriteOwn(text, schema);
        }

        if (schema.Type?.HasFlag(JsonSchemaType.Null) == true)
        {
            text.Append(" or null");
        }
    }

    private static void WriteAll(HtmlContentBuilder text, IList<IOpenApiSchema> choices)
    {
        for (int i = 0; i < choices.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : " or ");
            Write(text, choices[i]);
        }
    }

    private static void WriteOwn(HtmlContentBuilder text, IOpenApiSchema schema)
    {
        text.Append((schema.Type & ~JsonSchemaType.Null) is { } type && type != default ? type.ToString()!.ToLowerInvariant() : "anything");
        if (schema.Format is { } format)
        {
            text.Append($" ({format})");
        }

        if (schema.AdditionalProperties is { } values)
        {
            text.Append(" with values of ");
            Write(text, values);
        }

        if (schema.Enum is { Count: > 0 } named)
        {
            text.Append($": {string.Join(", ", named.Select(x => x.ToJsonString()))}");
        }

        if (schema.Default is { } byDefault)
        {
            text.Append($", {byDefault.ToJsonString()} without it");
        }
    }
}
