using Site.Core.Organisations;
using Site.Web.Website.Texts;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.Website.Rendering;

/// <summary>What a page that is being rendered knows of itself.</summary>
internal sealed class PageContext
{
    /// <summary>The document; null on the page that says that there is none.</summary>
    public IPublishedContent? Content { get; init; }

    /// <summary>The portal.</summary>
    public required IPublishedContent? Portal { get; init; }

    /// <summary>The organisation that the document belongs to.</summary>
    public IPublishedContent? Organisation { get; init; }

    /// <summary>The culture of the address, whose values are shown where they exist.</summary>
    public required ReadingCulture Reading { get; init; }

    /// <summary>The dictionary's texts.</summary>
    public required TextSet Texts { get; init; }

    /// <summary>The page of a list, from 1.</summary>
    public int PageNumber { get; init; } = 1;

    /// <summary>Today in Africa/Bamako (UTC+0).</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The culture of the interface's texts, which is the document language of the page.</summary>
    public string Language => Texts.Speaks(Reading.Culture) ? Reading.Culture : Reading.Default;

    /// <summary>Whether the document exists in the culture of the address.</summary>
    public bool IsTranslated => Content is null || Content.ExistsIn(Reading.Culture);
}
