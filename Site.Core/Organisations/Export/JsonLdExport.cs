using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations.Export;

/// <summary>Writes an organisation with its programmes and publications as JSON-LD: a graph of things in the words of schema.org.</summary>
internal sealed class JsonLdExport(SchemaOrg schema)
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes UTF-8, one thing after the other.</summary>
    public async Task WriteAsync(Stream stream, ExportedOrganisation export, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(stream, _options);
        writer.WriteStartObject();
        writer.WriteString("@context", "https://schema.org");
        writer.WriteStartArray("@graph");
        foreach (JsonObject thing in Things(export))
        {
            thing.WriteTo(writer);
            await writer.FlushAsync(cancellationToken);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
    }

    private IEnumerable<JsonObject> Things(ExportedOrganisation export)
    {
        (IPublishedContent organisation, ReadingCulture reading, IEnumerable<IPublishedContent> programmes, IEnumerable<IPublishedContent> publications) = export;
        return programmes.Select(x => schema.Programme(x, reading, organisation))
            .Concat(publications.Select(x => schema.CompletePublication(x, reading, organisation)))
            .Prepend(schema.CompleteNgo(new Organisation(organisation, reading), reading));
    }
}
