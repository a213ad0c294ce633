namespace Site.Core.Sync.DataTypes;

/// <summary>The backoffice's editors of Umbraco's property editors, for files older than Umbraco 14, which do not name them.</summary>
internal static class EditorUiAliases
{
    private const string Prefix = "Umb.PropertyEditorUi.";

    private static readonly Dictionary<string, string> _differing = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Umbraco.ColorPicker.EyeDropper"] = "EyeDropper",
        ["Umbraco.ContentPicker"] = "DocumentPicker",
        ["Umbraco.DateTime"] = "DatePicker",
        ["Umbraco.DateOnly"] = "DateOnlyPicker",
        ["Umbraco.DateTimeUnspecified"] = "DateTimePicker",
        ["Umbraco.DateTimeWithTimeZone"] = "DateTimeWithTimeZonePicker",
        ["Umbraco.TimeOnly"] = "TimeOnlyPicker",
        ["Umbraco.DropDown.Flexible"] = "Dropdown",
        ["Umbraco.ListView"] = "Collection",
        ["Umbraco.MediaPicker3"] = "MediaPicker",
        ["Umbraco.MultiNodeTreePicker"] = "ContentPicker",
        ["Umbraco.MultipleTextstring"] = "MultipleTextString",
        ["Umbraco.RadioButtonList"] = "RadioButtonList",
        ["Umbraco.RichText"] = "Tiptap",
        ["Umbraco.TinyMCE"] = "Tiptap",
        ["Umbraco.TrueFalse"] = "Toggle",
    };

    public static string Guess(string editorAlias) =>
        Prefix + _differing.GetValueOrDefault(editorAlias, editorAlias.Split('.')[^1]);
}
