using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations;

/// <summary>What a page says of a media item.</summary>
public sealed class MediaFile
{
    private readonly ElementReader _reader;

    /// <summary>Reads a media item.</summary>
    /// <param name="content">The item, or a <c>MediaWithCrops</c> round it.</param>
    /// <param name="reading">The culture to read in.</param>
    public MediaFile(IPublishedContent content, ReadingCulture reading)
    {
        Content = content;
        _reader = new ElementReader(content, reading);
    }

    /// <summary>The media item itself.</summary>
    public IPublishedContent Content { get; }

    /// <summary>The file's extension without its dot, such as <c>pdf</c>.</summary>
    public string? Extension => _reader.Text(Constants.Conventions.Media.Extension)?.Text.TrimStart('.').ToLowerInvariant();

    /// <summary>The size in bytes.</summary>
    public long? Bytes => _reader.Size(Constants.Conventions.Media.Bytes);

    /// <summary>Width in pixels of a raster image.</summary>
    public int? Width => _reader.Number(Constants.Conventions.Media.Width);

    /// <summary>Height in pixels of a raster image.</summary>
    public int? Height => _reader.Number(Constants.Conventions.Media.Height);

    /// <summary>What the image shows; missing for a decorative one.</summary>
    public Passage? AltText => _reader.Text("altText");

    /// <summary>The number of pages of a PDF.</summary>
    public int? Pages => _reader.Number("pages");

    /// <summary>The language of a PDF.</summary>
    public string? Language => _reader.Choice("language");
}
