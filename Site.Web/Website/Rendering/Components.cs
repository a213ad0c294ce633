using Site.Core.Organisations;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.Website.Rendering;

/// <summary>Values that are drawn as bars beside their table.</summary>
/// <param name="Caption">What is counted.</param>
/// <param name="LabelHeading">Heading of the labels.</param>
/// <param name="ValueHeading">Heading of the values.</param>
/// <param name="Rows">The values, not negative.</param>
/// <param name="Total">Whether their sum means something.</param>
public sealed record BarChart(string Caption, string LabelHeading, string ValueHeading, IReadOnlyList<BarChartRow> Rows, bool Total)
{
    /// <summary>The length of a row's bar, from 0 to 100.</summary>
    public decimal Length(BarChartRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        decimal longest = Rows.Max(item => item.Value);
        return longest <= 0 ? 0 : decimal.Round(Math.Max(row.Value, 0) * 100 / longest, 2);
    }
}

/// <summary>A row of a chart.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">How many.</param>
/// <param name="Text">The value as it is written, with its unit.</param>
public sealed record BarChartRow(Passage Label, decimal Value, string Text);

/// <summary>Figures under a heading of the page.</summary>
/// <param name="Caption">What they are of.</param>
/// <param name="Figures">The figures.</param>
public sealed record FigureSet(string Caption, IReadOnlyList<KeyFigure> Figures);

/// <summary>The regions as tiles.</summary>
/// <param name="All">All zones.</param>
/// <param name="Covered">The zones with experience.</param>
/// <param name="Statutory">The zones of the statutes.</param>
public sealed record ZoneMap(IReadOnlyList<ReferenceEntry> All, IReadOnlyList<ReferenceEntry> Covered, IReadOnlyList<ReferenceEntry> Statutory)
{
    // Column and row of each region, so that the tiles lie as the regions do on a map of Mali.
    private static readonly Dictionary<string, (int Column, int Row)> Places = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ML-6"] = (3, 0),
        ["ML-8"] = (4, 0),
        ["ML-5"] = (3, 1),
        ["ML-7"] = (4, 1),
        ["ML-1"] = (0, 2),
        ["ML-2"] = (1, 2),
        ["ML-4"] = (2, 2),
        ["ML-BKO"] = (1, 3),
        ["ML-3"] = (2, 3),
    };

    /// <summary>The zones that have a place on the map, with it.</summary>
    public IEnumerable<(ReferenceEntry Zone, int Column, int Row)> Tiles =>
        from zone in All
        where zone.IsoCode is not null && Places.ContainsKey(zone.IsoCode)
        let place = Places[zone.IsoCode!]
        orderby place.Row, place.Column
        select (zone, place.Column, place.Row);

    /// <summary>Whether a zone is one of those with experience.</summary>
    public bool IsCovered(ReferenceEntry zone) => Covered.Any(item => item.Key == zone?.Key);

    /// <summary>Whether a zone is one of those of the statutes.</summary>
    public bool IsStatutory(ReferenceEntry zone) => Statutory.Any(item => item.Key == zone?.Key);
}

/// <summary>Bodies of an organisation's governance under a heading.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Bodies">The bodies.</param>
public sealed record BodySet(string Heading, IReadOnlyList<GovernanceBody> Bodies);

/// <summary>Documents in a list, under a heading of the page.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="HeadingLevel">The level of each document's heading.</param>
/// <param name="ShowOrganisation">Whether to say whose each document is.</param>
public sealed record Listing(IReadOnlyList<IPublishedContent> Documents, int HeadingLevel, bool ShowOrganisation);
