using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations;

/// <summary>A typed view of an <c>organisation</c>: what has no source is null or empty, and pages say nothing there.</summary>
public sealed class Organisation(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>The document.</summary>
    public IPublishedContent Content => content;

    /// <summary>The document's name.</summary>
    public Passage Name => content.NameIn(reading);

    /// <summary>One of the approved accents: <c>laterite</c>, <c>ochre</c>, <c>leaf</c>, <c>river</c>.</summary>
    public string? AccentColour => _reader.Choice("accentColour");

    /// <summary>The acronym, such as <c>AP/Mali</c>.</summary>
    public Passage? Acronym => _reader.Text("acronym");

    /// <summary>The name spelled out.</summary>
    public Passage? FullName => _reader.Text("fullName");

    /// <summary>The logo.</summary>
    public MediaFile? Logo => _reader.Media("logo");

    /// <summary>The motto.</summary>
    public Passage? Motto => _reader.Text("motto");

    /// <summary>What the organisation is, in a sentence or two.</summary>
    public Passage? Summary => _reader.Text("summary");

    /// <summary>The vision, in the organisation's own words.</summary>
    public Passage? Vision => _reader.Text("vision");

    /// <summary>The general objective, in the organisation's own words.</summary>
    public Passage? GeneralObjective => _reader.Text("generalObjective");

    /// <summary>The missions.</summary>
    public IReadOnlyList<Passage> Missions => field ??= BlockTexts("missions", "text");

    /// <summary>The institutional objectives.</summary>
    public IReadOnlyList<Passage> InstitutionalObjectives => field ??= BlockTexts("institutionalObjectives", "text");

    /// <summary>The values.</summary>
    public IReadOnlyList<Passage> Values => field ??= _reader.Texts("values");

    /// <summary>The fields that it works in.</summary>
    public IReadOnlyList<ReferenceEntry> InterventionAreas => field ??= References("interventionAreas");

    /// <summary>Where it has experience.</summary>
    public IReadOnlyList<ReferenceEntry> Zones => field ??= References("zones");

    /// <summary>Where its statutes let it work.</summary>
    public IReadOnlyList<ReferenceEntry> StatutoryZones => field ??= References("statutoryZones");

    /// <summary>Whom it works with and for: label and detail.</summary>
    public IReadOnlyList<TitledText> TargetGroups => field ??= Titled("targetGroups", "label", "detail");

    /// <summary>How it works.</summary>
    public RichPassage? Approach => _reader.Html("approach");

    /// <summary>Its strategies.</summary>
    public IReadOnlyList<TitledText> Strategies => field ??= Titled("strategies", "title", "text");

    /// <summary>The political bodies, the highest first.</summary>
    public IReadOnlyList<GovernanceBody> GovernanceBodies => field ??= Bodies("governanceBodies");

    /// <summary>The working commissions.</summary>
    public IReadOnlyList<Passage> Commissions => field ??= _reader.Texts("commissions");

    /// <summary>The bodies that carry out decisions.</summary>
    public IReadOnlyList<GovernanceBody> TechnicalAdministration => field ??= Bodies("technicalAdministration");

    /// <summary>Manuals and plans that management rests on.</summary>
    public IReadOnlyList<Passage> ManagementTools => field ??= _reader.Texts("managementTools");

    /// <summary>The financial procedures.</summary>
    public IReadOnlyList<FinancialProcedure> FinancialProcedures => field ??=
        [.. _reader.Blocks("financialProcedures").Select(block => new FinancialProcedure(
            block.Text("title"), block.Text("text"), block.Amount("amount"), block.Choice("currency")))];

    /// <summary>The legal form.</summary>
    public Passage? LegalStatus => _reader.Text("legalStatus");

    /// <summary>The legal references, the oldest first; those without a date last.</summary>
    public IReadOnlyList<LegalReference> LegalReferences => field ??=
        [.. _reader.Blocks("legalReferences").Select(block => new LegalReference(
            block.Choice("kind"), block.Text("number"), block.Text("authority"), block.Date("date"), block.Media("document")))
            .OrderBy(reference => reference.Date ?? DateOnly.MaxValue)];

    /// <summary>The networks that it belongs to; a membership without a published network is left out.</summary>
    public IReadOnlyList<Membership> Memberships => field ??=
        [.. from block in _reader.Blocks("memberships")
            from network in block.Picked("network").Take(1)
            select new Membership(new ReferenceEntry(network, reading), block.Text("role"), block.Number("since"))];

    /// <summary>The financial partners.</summary>
    public IReadOnlyList<ReferenceEntry> FinancialPartners => field ??= References("financialPartners");

    /// <summary>The number of paid staff; zero is a fact, null is unknown.</summary>
    public int? PaidStaff => _reader.Number("paidStaff");

    /// <summary>The volunteers of each place.</summary>
    public IReadOnlyList<VolunteerGroup> Volunteers => field ??=
        [.. from block in _reader.Blocks("volunteers")
            let place = block.Text("place")
            let count = block.Number("count")
            where place is not null && count is not null
            select new VolunteerGroup(place, count.Value)];

    /// <summary>Where its money comes from.</summary>
    public IReadOnlyList<Passage> IncomeSources => field ??= _reader.Texts("incomeSources");

    /// <summary>The postal address, one line per line.</summary>
    public Passage? Address => _reader.Text("address");

    /// <summary>How to find the place.</summary>
    public Passage? PlaceMarks => _reader.Text("placeMarks");

    /// <summary>The telephone number as it is written.</summary>
    public Passage? Phone => _reader.Text("phone");

    /// <summary>The e-mail address.</summary>
    public Passage? Email => _reader.Text("email");

    /// <summary>Its own web site.</summary>
    public Link? Website => _reader.Link("website");

    /// <summary>Its pages on social networks.</summary>
    public IReadOnlyList<Link> SocialLinks => field ??= _reader.Links("socialLinks");

    private Passage[] BlockTexts(string list, string text) =>
        [.. _reader.Blocks(list).Select(block => block.Text(text)).OfType<Passage>()];

    private TitledText[] Titled(string list, string title, string text) =>
        [.. from block in _reader.Blocks(list)
            let heading = block.Text(title)
            where heading is not null
            select new TitledText(heading, block.Text(text))];

    private GovernanceBody[] Bodies(string list) =>
        [.. from block in _reader.Blocks(list)
            let name = block.Text("name")
            where name is not null
            select new GovernanceBody(name, block)];

    private ReferenceEntry[] References(string alias) =>
        [.. _reader.Picked(alias).Select(entry => new ReferenceEntry(entry, reading))];
}
