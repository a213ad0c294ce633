using System.Globalization;
using CsvHelper;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations.Export;

/// <summary>
/// Writes an organisation's programmes and publications as CSV (RFC 4180), one row each, for spreadsheets: UTF-8 with a byte order mark, and
/// no cell that one takes for a formula.
/// </summary>
internal sealed class CsvExport(IContentAddresses addresses)
{
    private static readonly string[] _columns =
        ["type", "id", "name", "kind", "year", "date", "language", "summary", "topics", "pages", "licence", "address", "file", "bytes"];

    private static readonly CsvWriterOptions _options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>Writes one row after the other.</summary>
    public async Task WriteAsync(Stream stream, ExportedOrganisation export, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(stream, _options, leaveOpen: true);
        await csv.WriteRecordAsync(_columns, cancellationToken);
        foreach (IPublishedContent programme in export.Programmes)
        {
            await csv.WriteRecordAsync(Programme(programme, export.Reading), cancellationToken);
        }

        foreach (IPublishedContent publication in export.Publications)
        {
            await csv.WriteRecordAsync(Publication(publication, export.Reading), cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    // The year of a programme is the one that it began in.
    private string?[] Programme(IPublishedContent content, ReadingCulture reading)
    {
        Programme programme = new(content, reading);
        return [.. Identity(content, reading), null, Text(programme.Since), null, null, programme.Summary?.Text, null, null, null, addresses.AddressOf(content, reading.Culture), null, null];
    }

    private string?[] Publication(IPublishedContent content, ReadingCulture reading)
    {
        Publication publication = new(content, reading);
        return
        [
            .. Identity(content, reading),
            publication.Kind,
            Text(publication.Year),
            publication.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            publication.Language,
            publication.Summary?.Text,
            string.Join("; ", publication.Topics),
            Text(publication.PageCount),
            publication.Licence?.Text,
            addresses.AddressOf(content, reading.Culture),
            addresses.AddressOf(publication.File),
            Text(publication.File?.Bytes),
        ];
    }

    private static string[] Identity(IPublishedContent content, ReadingCulture reading) =>
        [content.ContentType.Alias, content.Key.ToString("D"), content.NameIn(reading).Text];

    private static string? Text(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);
}
