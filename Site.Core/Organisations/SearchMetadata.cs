using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations;

/// <summary>A typed view of the composition <c>seo</c>.</summary>
public sealed class SearchMetadata(IPublishedContent content, ReadingCulture reading)
{
    private readonly ElementReader _reader = new(content, reading);

    /// <summary>The title for search engines.</summary>
    public Passage? Title => _reader.Text("seoTitle");

    /// <summary>The description for search engines, else the document's own summary or introduction.</summary>
    public Passage? Description =>
        _reader.Text("seoDescription") ?? _reader.Text("summary") ?? _reader.Text("introduction") ?? _reader.Text("claim");

    /// <summary>The picture for sharing.</summary>
    public MediaFile? ShareImage => _reader.Media("shareImage");

    /// <summary>Whether search engines are asked to leave the page out.</summary>
    public bool NoIndex => _reader.Flag("noIndex");
}
