using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.Sync.Nodes.Shapes;

/// <summary>
/// Brings values as uSync 9 to 17 wrote them into the shape that the site stores today, down to the very text that publishing
/// makes of them: otherwise every imported document would count as edited.
/// </summary>
internal sealed class ValueShapes(PropertyEditorCollection editors, BlockShapes blocks, SyncSettings settings)
{
    /// <summary>The value in today's shape.</summary>
    /// <param name="text">The value of the file; not blank.</param>
    /// <param name="type">The property.</param>
    /// <param name="culture">The culture that values without one belong to: the value's own, else the default language.</param>
    public string Upgrade(string text, IPropertyType type, string culture) => EditorOf(type) switch
    {
        Constants.PropertyEditors.Aliases.MediaPicker3 => MediaPickerShapes.Upgrade(text),
        Constants.PropertyEditors.Aliases.MultiUrlPicker => LinkShapes.UpgradeLinks(text),
        Constants.PropertyEditors.Aliases.ContentPicker => LinkShapes.UpgradeUdis(text, Constants.UdiEntityType.Document),
        Constants.PropertyEditors.Aliases.MultiNodeTreePicker => LinkShapes.UpgradeUdis(text, Constants.UdiEntityType.Document),
        Constants.PropertyEditors.Aliases.RichText => blocks.UpgradeRichText(text, culture, this),
        Constants.PropertyEditors.Aliases.MarkdownEditor => LinkShapes.UpgradeLocalLinks(text),
        Constants.PropertyEditors.Aliases.BlockList or Constants.PropertyEditors.Aliases.BlockGrid or Constants.PropertyEditors.Aliases.SingleBlock =>
            blocks.Upgrade(text, culture, this),
        Constants.PropertyEditors.Aliases.CheckBoxList or Constants.PropertyEditors.Aliases.DropDownListFlexible => ListShapes.Upgrade(text),
        _ => text,
    };

    private string EditorOf(IPropertyType type) =>
        settings.Current.CustomMappings.TryGetValue(type.PropertyEditorAlias, out string? mapped) ? mapped : type.PropertyEditorAlias;

    /// <summary>The value as publishing prints it: an editor of blocks prints it anew, so that is done at once.</summary>
    public object? Canonical(object? value, IPropertyType type) =>
        value is string text && text.StartsWith('{') && editors.TryGet(type.PropertyEditorAlias, out IDataEditor? editor) && editor.CanMergePartialPropertyValues(type)
            ? editor.MergePartialPropertyValueForCulture(text, text, null) ?? text
            : value;
}
