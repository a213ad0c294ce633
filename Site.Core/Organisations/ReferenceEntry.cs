using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations;

/// <summary>A typed view of an entry of the shared reference lists: a zone, an intervention area, a network, a partner.</summary>
public sealed class ReferenceEntry(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>The entry's key.</summary>
    public Guid Key => content.Key;

    /// <summary>The short name.</summary>
    public Passage Name => content.NameIn(reading);

    /// <summary>The name spelled out; of zones, networks and partners.</summary>
    public Passage? FullName => _reader.Text("fullName");

    /// <summary>What the intervention area covers.</summary>
    public Passage? Description => _reader.Text("description");

    /// <summary>The ISO 3166-2 code of a zone, such as <c>ML-5</c>.</summary>
    public string? IsoCode => _reader.Text("isoCode")?.Text;

    /// <summary>The web site of a network or partner.</summary>
    public Link? Website => _reader.Link("website");
}
