using Umbraco.Cms.Core;
using Guids = Umbraco.Cms.Core.Constants.DataTypes.Guids;
using MediaProperties = Umbraco.Cms.Core.Constants.Conventions.Media;
using MediaTypeAliases = Umbraco.Cms.Core.Constants.Conventions.MediaTypes;

namespace Site.Core.Persistence.Install;

/// <summary>A media type that every Umbraco site has.</summary>
/// <param name="Id">Umbraco's fixed id.</param>
/// <param name="Key">Umbraco's fixed key.</param>
/// <param name="Alias">The alias.</param>
/// <param name="Name">The name.</param>
/// <param name="Icon">The icon.</param>
/// <param name="Group">The one group of its properties; a folder has none.</param>
internal sealed record StockMediaType(int Id, string Key, string Alias, string Name, string Icon, StockPropertyGroup? Group)
{
    /// <summary>The stock media types. A folder may hold all of them.</summary>
    public static IReadOnlyList<StockMediaType> All { get; } =
    [
        new(1031, Constants.MediaTypes.Guids.Folder, MediaTypeAliases.Folder, "Folder", Constants.Icons.MediaFolder, Group: null),
        new(1032, Constants.MediaTypes.Guids.Image, MediaTypeAliases.Image, "Image", Constants.Icons.MediaImage, new(
            "79ed4d07-254a-42cf-8fa9-ebe1c116a596",
            "image",
            "Image",
            [
                File(6, "Image", Guids.ImageCropper),
                new(Numbered(7), MediaProperties.Width, "Width", Guids.LabelPixels),
                new(Numbered(8), MediaProperties.Height, "Height", Guids.LabelPixels),
                Bytes(9),
                Extension(10),
            ])),
        new(1033, Constants.MediaTypes.Guids.File, MediaTypeAliases.File, "File", Constants.Icons.MediaFile, new(
            "50899f9c-023a-4466-b623-aba9049885fe", "file", "File", [File(24, "File", Guids.Upload), Extension(25), Bytes(26)])),
        new(1034, Constants.MediaTypes.Guids.Video, MediaTypeAliases.VideoAlias, "Video", Constants.Icons.MediaVideo, new(
            "2f0a61b6-cf92-4ff4-b437-751ab35eb254", "video", "Video", [File(40, "Video", Guids.UploadVideo), Extension(41), Bytes(42)])),
        new(1035, Constants.MediaTypes.Guids.Audio, MediaTypeAliases.AudioAlias, "Audio", Constants.Icons.MediaAudio, new(
            "335fb495-0a87-4e82-b902-30eb367b767c", "audio", "Audio", [File(43, "Audio", Guids.UploadAudio), Extension(44), Bytes(45)])),
        new(1036, Constants.MediaTypes.Guids.Article, MediaTypeAliases.ArticleAlias, "Article", Constants.Icons.MediaArticle, new(
            "9af3bd65-f687-4453-9518-5f180d1898ec", "article", "Article", [File(46, "Article", Guids.UploadArticle), Extension(47), Bytes(48)])),
        new(1037, Constants.MediaTypes.Guids.Svg, MediaTypeAliases.VectorGraphicsAlias, "Vector Graphics (SVG)", Constants.Icons.MediaVectorGraphics, new(
            "f199b4d7-9e84-439f-8531-f87d9af37711",
            "vectorGraphics",
            "Vector Graphics",
            [
                File(49, "Vector Graphics", Guids.UploadVectorGraphics),
                new(MediaProperties.PropertyTypeKeys.VectorGraphicsWidth, MediaProperties.Width, "Width", Guids.LabelPixels),
                new(MediaProperties.PropertyTypeKeys.VectorGraphicsHeight, MediaProperties.Height, "Height", Guids.LabelPixels),
                Extension(50),
                Bytes(51),
            ])),
    ];

    private static StockProperty File(int number, string name, string dataType) =>
        new(Numbered(number), MediaProperties.File, name, dataType, Mandatory: true);

    private static StockProperty Extension(int number) => new(Numbered(number), MediaProperties.Extension, "Type", Guids.LabelString);

    private static StockProperty Bytes(int number) => new(Numbered(number), MediaProperties.Bytes, "Size", Guids.LabelBytes);

    // Umbraco makes the keys of its own properties from the ids that they had in the first place.
    private static string Numbered(int number) => $"{number:x8}-0000-0000-0000-000000000000";
}

/// <summary>The group of properties of a stock media type.</summary>
/// <param name="Key">Umbraco's fixed key.</param>
/// <param name="Alias">The alias.</param>
/// <param name="Name">The name.</param>
/// <param name="Properties">The properties in the order in which they are shown.</param>
internal sealed record StockPropertyGroup(string Key, string Alias, string Name, IReadOnlyList<StockProperty> Properties);

/// <summary>A property of a stock media type.</summary>
/// <param name="Key">Umbraco's fixed key.</param>
/// <param name="Alias">The alias.</param>
/// <param name="Name">The name.</param>
/// <param name="DataType">The key of the data type.</param>
/// <param name="Mandatory">Whether it must have a value.</param>
internal sealed record StockProperty(string Key, string Alias, string Name, string DataType, bool Mandatory = false);
