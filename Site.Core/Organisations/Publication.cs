using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations;

/// <summary>A typed view of a <c>publication</c> or an <c>annualReport</c>.</summary>
public sealed class Publication(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>The title.</summary>
    public Passage Title => content.NameIn(reading);

    /// <summary>What it is, such as <c>bulletin</c>.</summary>
    public string? Kind => _reader.Choice("kind");

    /// <summary>The year that it is of.</summary>
    public int? Year => _reader.Number("year");

    /// <summary>The day that it came out.</summary>
    public DateOnly? Date => _reader.Date("date");

    /// <summary>The language of the document: a culture code.</summary>
    public string? Language => _reader.Choice("language");

    /// <summary>The document in short.</summary>
    public Passage? Summary => _reader.Text("summary");

    /// <summary>The file.</summary>
    public MediaFile? File => _reader.Media("file");

    /// <summary>The cover.</summary>
    public MediaFile? Cover => _reader.Media("cover");

    /// <summary>The topics.</summary>
    public IReadOnlyList<Passage> Topics => field ??= _reader.Texts("topics");

    /// <summary>The number of pages: as the editor wrote it, else as the file says.</summary>
    public int? PageCount => _reader.Number("pageCount") ?? File?.Pages;

    /// <summary>The licence.</summary>
    public Passage? Licence => _reader.Text("licence");

    /// <summary>The sections of an annual report.</summary>
    public IReadOnlyList<ReportSection> Sections => field ??=
        [.. from block in _reader.Blocks("sections")
            let title = block.Text("title")
            where title is not null
            select new ReportSection(title, block.Html("text"), KeyFigure.From(block, "figures"))];

    /// <summary>The finances of an annual report.</summary>
    public IReadOnlyList<FinanceLine> Finances => field ??=
        [.. from block in _reader.Blocks("finances")
            let label = block.Text("label")
            let amount = block.Amount("amount")
            where label is not null && amount is not null
            select new FinanceLine(label, amount.Value, block.Choice("currency"))];
}

/// <summary>A section of an annual report.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Text">The text.</param>
/// <param name="Figures">The figures.</param>
public sealed record ReportSection(Passage Title, RichPassage? Text, IReadOnlyList<KeyFigure> Figures);

/// <summary>A line of a report's finances.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">The currency, such as <c>USD</c>.</param>
public sealed record FinanceLine(Passage Label, decimal Amount, string? Currency);
