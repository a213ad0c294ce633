namespace Site.Core.Sync.DataTypes;

/// <summary>Property editors of Umbraco 7 to 13 that have gone, and what Umbraco made of them.</summary>
internal static class LegacyEditors
{
    private static readonly Dictionary<string, string> _successors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Umbraco.ColorPickerAlias"] = "Umbraco.ColorPicker",
        ["Umbraco.ContentPicker2"] = "Umbraco.ContentPicker",
        ["Umbraco.ContentPickerAlias"] = "Umbraco.ContentPicker",
        ["Umbraco.Date"] = "Umbraco.DateTime",
        ["Umbraco.DropDown"] = "Umbraco.DropDown.Flexible",
        ["Umbraco.DropDownMultiple"] = "Umbraco.DropDown.Flexible",
        ["Umbraco.MediaPicker"] = "Umbraco.MediaPicker3",
        ["Umbraco.MediaPicker2"] = "Umbraco.MediaPicker3",
        ["Umbraco.MultiNodeTreePicker2"] = "Umbraco.MultiNodeTreePicker",
        ["Umbraco.MultipleMediaPicker"] = "Umbraco.MediaPicker3",
        ["Umbraco.NoEdit"] = "Umbraco.Label",
        ["Umbraco.RelatedLinks2"] = "Umbraco.MultiUrlPicker",
        ["Umbraco.TextboxMultiple"] = "Umbraco.TextArea",
        ["Umbraco.TinyMCE"] = "Umbraco.RichText",
        ["Umbraco.TinyMCEv3"] = "Umbraco.RichText",
    };

    /// <summary>The alias of the editor that took the place of an old one; any other alias as it is.</summary>
    public static string Successor(string editorAlias) => _successors.GetValueOrDefault(editorAlias, editorAlias);
}
