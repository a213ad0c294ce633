using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;
using Guids = Umbraco.Cms.Core.Constants.DataTypes.Guids;

namespace Site.Core.Persistence.Install;

/// <summary>A data type that every Umbraco site has.</summary>
/// <param name="Id">Umbraco's fixed id.</param>
/// <param name="Key">Umbraco's fixed key.</param>
/// <param name="Name">The name.</param>
/// <param name="EditorAlias">The alias of the editor.</param>
/// <param name="UiAlias">The backoffice's part of the editor, without <c>Umb.PropertyEditorUi.</c></param>
/// <param name="Storage">How values are stored.</param>
/// <param name="Config">The configuration, JSON.</param>
internal sealed record StockDataType(
    int Id,
    string Key,
    string Name,
    string EditorAlias,
    string UiAlias,
    ValueStorageType Storage,
    string Config = "{}")
{
    private const string ImageMediaType = Constants.MediaTypes.Guids.Image;

    /// <summary>The stock data types whose editors are offered.</summary>
    /// <remarks>Members are not offered, so their data types are left out; the colours of an "Approved Color" are for the site to choose.</remarks>
    public static IReadOnlyList<StockDataType> All { get; } =
    [
        new(Constants.DataTypes.LabelString, Guids.LabelString, "Label (string)", Aliases.Label, "Label", ValueStorageType.Nvarchar, """{"umbracoDataValueType":"STRING"}"""),
        new(Constants.DataTypes.LabelInt, Guids.LabelInt, "Label (integer)", Aliases.Label, "Label", ValueStorageType.Integer, """{"umbracoDataValueType":"INT"}"""),
        new(Constants.DataTypes.LabelBigint, Guids.LabelBigInt, "Label (bigint)", Aliases.Label, "Label", ValueStorageType.Nvarchar, """{"umbracoDataValueType":"BIGINT"}"""),
        new(Constants.DataTypes.LabelDateTime, Guids.LabelDateTime, "Label (datetime)", Aliases.Label, "Label", ValueStorageType.Date, """{"umbracoDataValueType":"DATETIME"}"""),
        new(Constants.DataTypes.LabelTime, Guids.LabelTime, "Label (time)", Aliases.Label, "Label", ValueStorageType.Date, """{"umbracoDataValueType":"TIME"}"""),
        new(Constants.DataTypes.LabelDecimal, Guids.LabelDecimal, "Label (decimal)", Aliases.Label, "Label", ValueStorageType.Decimal, """{"umbracoDataValueType":"DECIMAL"}"""),
        new(Constants.DataTypes.LabelBytes, Guids.LabelBytes, "Label (bytes)", Aliases.Label, "Label", ValueStorageType.Nvarchar, """{"umbracoDataValueType":"BIGINT","labelTemplate":"{=value | bytes}"}"""),
        new(Constants.DataTypes.LabelPixels, Guids.LabelPixels, "Label (pixels)", Aliases.Label, "Label", ValueStorageType.Integer, """{"umbracoDataValueType":"INT","labelTemplate":"{=value}px"}"""),
        new(Constants.DataTypes.Textbox, Guids.Textstring, "Textstring", Aliases.TextBox, "TextBox", ValueStorageType.Nvarchar),
        new(Constants.DataTypes.Textarea, Guids.Textarea, "Textarea", Aliases.TextArea, "TextArea", ValueStorageType.Ntext),
        new(Constants.DataTypes.RichtextEditor, Guids.RichtextEditor, "Richtext editor", Aliases.RichText, "Tiptap", ValueStorageType.Ntext, StockConfigurations.RichText),
        new(Constants.DataTypes.Boolean, Guids.Checkbox, "True/false", Aliases.Boolean, "Toggle", ValueStorageType.Integer),
        new(Constants.DataTypes.DateTime, Guids.DatePickerWithTime, "Date Picker with time", Aliases.DateTime, "DatePicker", ValueStorageType.Date, """{"format":"YYYY-MM-DD HH:mm:ss"}"""),
        new(-41, Guids.DatePicker, "Date Picker", Aliases.DateTime, "DatePicker", ValueStorageType.Date, """{"format":"YYYY-MM-DD"}"""),
        new(-51, Guids.Numeric, "Numeric", Aliases.Integer, "Integer", ValueStorageType.Integer),
        new(-43, Guids.CheckboxList, "Checkbox list", Aliases.CheckBoxList, "CheckBoxList", ValueStorageType.Nvarchar, """{"items":[]}"""),
        new(-40, Guids.Radiobox, "Radiobox", Aliases.RadioButtonList, "RadioButtonList", ValueStorageType.Nvarchar, """{"items":[]}"""),
        new(Constants.DataTypes.DropDownSingle, Guids.Dropdown, "Dropdown", Aliases.DropDownListFlexible, "Dropdown", ValueStorageType.Nvarchar, """{"multiple":false,"items":[]}"""),
        new(Constants.DataTypes.DropDownMultiple, Guids.DropdownMultiple, "Dropdown multiple", Aliases.DropDownListFlexible, "Dropdown", ValueStorageType.Nvarchar, """{"multiple":true,"items":[]}"""),
        new(Constants.DataTypes.Upload, Guids.Upload, "Upload File", Aliases.UploadField, "UploadField", ValueStorageType.Nvarchar),
        new(Constants.DataTypes.UploadVideo, Guids.UploadVideo, "Upload Video", Aliases.UploadField, "UploadField", ValueStorageType.Nvarchar, """{"fileExtensions":["mp4","webm","ogv"]}"""),
        new(Constants.DataTypes.UploadAudio, Guids.UploadAudio, "Upload Audio", Aliases.UploadField, "UploadField", ValueStorageType.Nvarchar, """{"fileExtensions":["mp3","weba","oga","opus"]}"""),
        new(Constants.DataTypes.UploadArticle, Guids.UploadArticle, "Upload Article", Aliases.UploadField, "UploadField", ValueStorageType.Nvarchar, """{"fileExtensions":["pdf","docx","doc"]}"""),
        new(Constants.DataTypes.UploadVectorGraphics, Guids.UploadVectorGraphics, "Upload Vector Graphics", Aliases.UploadField, "UploadField", ValueStorageType.Nvarchar, """{"fileExtensions":["svg"]}"""),
        new(Constants.DataTypes.DefaultContentListView, Guids.ListViewContent, "List View - Content", Aliases.ListView, "Collection", ValueStorageType.Nvarchar, StockConfigurations.DocumentCollection),
        new(Constants.DataTypes.DefaultMediaListView, Guids.ListViewMedia, "List View - Media", Aliases.ListView, "Collection", ValueStorageType.Nvarchar, StockConfigurations.MediaCollection),
        new(Constants.DataTypes.Tags, Guids.Tags, "Tags", Aliases.Tags, "Tags", ValueStorageType.Ntext, """{"group":"default","storageType":"Json"}"""),
        new(Constants.DataTypes.ImageCropper, Guids.ImageCropper, "Image Cropper", Aliases.ImageCropper, "ImageCropper", ValueStorageType.Ntext),
        new(1046, Guids.ContentPicker, "Content Picker", Aliases.ContentPicker, "DocumentPicker", ValueStorageType.Nvarchar),
        new(1050, Guids.RelatedLinks, "Multi URL Picker", Aliases.MultiUrlPicker, "MultiUrlPicker", ValueStorageType.Ntext),
        new(1051, Guids.MediaPicker3, "Media Picker", Aliases.MediaPicker3, "MediaPicker", ValueStorageType.Ntext, """{"multiple":false,"validationLimit":{"min":0,"max":1}}"""),
        new(1052, Guids.MediaPicker3Multiple, "Multiple Media Picker", Aliases.MediaPicker3, "MediaPicker", ValueStorageType.Ntext, """{"multiple":true}"""),
        new(1053, Guids.MediaPicker3SingleImage, "Image Media Picker", Aliases.MediaPicker3, "MediaPicker", ValueStorageType.Ntext, $$$"""{"filter":"{{{ImageMediaType}}}","multiple":false,"validationLimit":{"min":0,"max":1}}"""),
        new(1054, Guids.MediaPicker3MultipleImages, "Multiple Image Media Picker", Aliases.MediaPicker3, "MediaPicker", ValueStorageType.Ntext, $$"""{"filter":"{{ImageMediaType}}","multiple":true}"""),
        new(1055, Guids.DateTimePickerWithTimeZone, "Date Time Picker (with time zone)", Aliases.DateTimeWithTimeZone, "DateTimeWithTimeZonePicker", ValueStorageType.Ntext, """{"timeFormat":"HH:mm","timeZones":{"mode":"all"}}"""),
    ];
}
