using Umbraco.Cms.Core;
using Guids = Umbraco.Cms.Core.Constants.DataTypes.Guids;
using MediaTypeAliases = Umbraco.Cms.Core.Constants.Conventions.MediaTypes;

namespace Site.Core.Persistence.Install;

/// <summary>A media type that every Umbraco site has.</summary>
/// <param name="Id">Umbraco's fixed id.</param>
/// <param name="Key">Umbraco's fixed key.</param>
/// <param name="Alias">The alias.</param>
/// <param name="Name">The name.</param>
/// <param name="Icon">The icon.</param>
/// <param name="Properties">The properties in the order in which they are shown.</param>
internal sealed record StockMediaType(int Id, string Key, string Alias, string Name, string Icon, IReadOnlyList<StockProperty> Properties)
{
    private static readonly StockProperty[] _fileFacts =
    [
        new(Constants.Conventions.Media.Extension, "Type", Guids.LabelString),
        new(Constants.Conventions.Media.Bytes, "Size", Guids.LabelBytes),
    ];

    private static readonly StockProperty[] _dimensions =
    [
        new(Constants.Conventions.Media.Width, "Width", Guids.LabelPixels),
        new(Constants.Conventions.Media.Height, "Height", Guids.LabelPixels),
    ];

    /// <summary>The stock media types. A folder may hold all of them.</summary>
    public static IReadOnlyList<StockMediaType> All { get; } =
    [
        new(1031, Constants.MediaTypes.Guids.Folder, MediaTypeAliases.Folder, "Folder", "icon-folder", []),
        new(1032, Constants.MediaTypes.Guids.Image, MediaTypeAliases.Image, "Image", "icon-picture", [File(Guids.ImageCropper), .. _dimensions, .. _fileFacts]),
        new(1033, Constants.MediaTypes.Guids.File, MediaTypeAliases.File, "File", "icon-document", [File(Guids.Upload), .. _fileFacts]),
        new(1034, Constants.MediaTypes.Guids.Video, MediaTypeAliases.VideoAlias, "Video", "icon-video", [File(Guids.UploadVideo), .. _fileFacts]),
        new(1035, Constants.MediaTypes.Guids.Audio, MediaTypeAliases.AudioAlias, "Audio", "icon-sound-waves", [File(Guids.UploadAudio), .. _fileFacts]),
        new(1036, Constants.MediaTypes.Guids.Article, MediaTypeAliases.ArticleAlias, "Article", "icon-article", [File(Guids.UploadArticle), .. _fileFacts]),
        new(1037, Constants.MediaTypes.Guids.Svg, MediaTypeAliases.VectorGraphicsAlias, "Vector Graphics (SVG)", "icon-vectorgraphics", [File(Guids.UploadVectorGraphics), .. _dimensions, .. _fileFacts]),
    ];

    private static StockProperty File(string dataType) => new(Constants.Conventions.Media.File, "File", dataType, Mandatory: true);
}

/// <summary>A property of a stock media type.</summary>
/// <param name="Alias">The alias.</param>
/// <param name="Name">The name.</param>
/// <param name="DataType">The key of the data type.</param>
/// <param name="Mandatory">Whether it must have a value.</param>
internal sealed record StockProperty(string Alias, string Name, string DataType, bool Mandatory = false);
