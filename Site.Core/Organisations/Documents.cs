using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations;

/// <summary>A typed view of the <c>portal</c>.</summary>
public sealed class Portal(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>The portal's title.</summary>
    public Passage Title => _reader.Text("title") ?? content.NameIn(reading);

    /// <summary>What the portal is.</summary>
    public Passage? Introduction => _reader.Text("introduction");

    /// <summary>The organisations to show first.</summary>
    public IReadOnlyList<IPublishedContent> FeaturedOrganisations => field ??= _reader.Picked("featuredOrganisations");

    /// <summary>The publications to show first.</summary>
    public IReadOnlyList<IPublishedContent> FeaturedPublications => field ??= _reader.Picked("featuredPublications");

    /// <summary>The text at the foot of every page.</summary>
    public RichPassage? Footer => _reader.Html("footer");

    /// <summary>The legal notice.</summary>
    public RichPassage? LegalNotice => _reader.Html("legalNotice");
}

/// <summary>A typed view of a page with a heading and an introduction: list pages and free pages.</summary>
public sealed class HeadedPage(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>The heading, else the document's name.</summary>
    public Passage Heading => _reader.Text("heading") ?? content.NameIn(reading);

    /// <summary>The introduction.</summary>
    public Passage? Introduction => _reader.Text("introduction");

    /// <summary>The text of a free page.</summary>
    public RichPassage? Body => _reader.Html("body");
}

/// <summary>A typed view of a <c>programme</c>.</summary>
public sealed class Programme(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>The programme in short.</summary>
    public Passage? Summary => _reader.Text("summary");

    /// <summary>The text.</summary>
    public RichPassage? Body => _reader.Html("body");

    /// <summary>The image.</summary>
    public MediaFile? Image => _reader.Media("image");

    /// <summary>The figures.</summary>
    public IReadOnlyList<KeyFigure> KeyFigures => field ??= KeyFigure.From(_reader, "keyFigures");

    /// <summary>The year that it began in.</summary>
    public int? Since => _reader.Number("since");
}

/// <summary>A typed view of an <c>article</c>.</summary>
public sealed class Article(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>The day that it bears.</summary>
    public DateOnly? Date => _reader.Date("date");

    /// <summary>The article in short.</summary>
    public Passage? Summary => _reader.Text("summary");

    /// <summary>The text.</summary>
    public RichPassage? Body => _reader.Html("body");

    /// <summary>The image.</summary>
    public MediaFile? Image => _reader.Media("image");

    /// <summary>The topics.</summary>
    public IReadOnlyList<Passage> Topics => field ??= _reader.Texts("topics");
}

/// <summary>A typed view of an <c>event</c>.</summary>
public sealed class Event(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>When it starts, in the site's zone.</summary>
    public DateTime? Starts => _reader.Moment("starts");

    /// <summary>When it ends, in the site's zone.</summary>
    public DateTime? Ends => _reader.Moment("ends");

    /// <summary>Where it is.</summary>
    public Passage? Place => _reader.Text("place");

    /// <summary>The event in short.</summary>
    public Passage? Summary => _reader.Text("summary");

    /// <summary>The text.</summary>
    public RichPassage? Body => _reader.Html("body");

    /// <summary>The image.</summary>
    public MediaFile? Image => _reader.Media("image");
}

/// <summary>A typed view of a <c>callForApplications</c>.</summary>
public sealed class CallForApplications(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>The first day.</summary>
    public DateOnly? Opens => _reader.Date("opens");

    /// <summary>The last day, included.</summary>
    public DateOnly? Closes => _reader.Date("closes");

    /// <summary>The first day of the selection.</summary>
    public DateOnly? SelectionStarts => _reader.Date("selectionStarts");

    /// <summary>The last day of the selection.</summary>
    public DateOnly? SelectionEnds => _reader.Date("selectionEnds");

    /// <summary>The countries that candidates may live in.</summary>
    public IReadOnlyList<string> Countries => field ??= _reader.Choices("countries");

    /// <summary>The call in short.</summary>
    public Passage? Summary => _reader.Text("summary");

    /// <summary>The text.</summary>
    public RichPassage? Body => _reader.Html("body");

    /// <summary>What came of it.</summary>
    public IReadOnlyList<KeyFigure> Results => field ??= KeyFigure.From(_reader, "results");

    /// <summary>Whether candidates can apply on a day.</summary>
    public bool IsOpen(DateOnly today) => Closes is { } last && last >= today && (Opens is not { } first || first <= today);
}

/// <summary>A typed view of a <c>factCheck</c>.</summary>
public sealed class FactCheck(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>The day that it bears.</summary>
    public DateOnly? Date => _reader.Date("date");

    /// <summary>What was said.</summary>
    public Passage? Claim => _reader.Text("claim");

    /// <summary>The verdict, such as <c>faux</c>.</summary>
    public string? Verdict => _reader.Choice("verdict");

    /// <summary>Why.</summary>
    public RichPassage? Explanation => _reader.Html("explanation");

    /// <summary>What the verdict rests on.</summary>
    public IReadOnlyList<Link> EvidenceLinks => field ??= _reader.Links("evidenceLinks");

    /// <summary>Where the claim was heard.</summary>
    public Passage? Place => _reader.Text("place");

    /// <summary>The languages that it was spread in.</summary>
    public IReadOnlyList<string> Languages => field ??= _reader.Choices("languages");
}

/// <summary>A typed view of a <c>person</c>.</summary>
public sealed class Person(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>The person's role.</summary>
    public Passage? Role => _reader.Text("role");

    /// <summary>The year of the role.</summary>
    public int? Year => _reader.Number("year");

    /// <summary>The portrait.</summary>
    public MediaFile? Portrait => _reader.Media("portrait");

    /// <summary>The text.</summary>
    public RichPassage? Text => _reader.Html("text");

    /// <summary>The title of the report that names the person, when that is the basis for naming them here.</summary>
    public Passage? ReportTitle => _reader.Text("reportTitle");
}
