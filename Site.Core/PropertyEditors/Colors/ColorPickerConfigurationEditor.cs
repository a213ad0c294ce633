using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Colors;

/// <summary>Configuration of a colour picker: the colours (<c>items</c>) and whether their names are shown (<c>useLabel</c>).</summary>
internal sealed partial class ColorPickerConfigurationEditor : ConfigurationEditor<ColorPickerConfiguration>
{
    public ColorPickerConfigurationEditor(IIOHelper ioHelper)
        : base(ioHelper)
    {
        Fields.RemoveAll(field => field.Key == "items");
        Fields.Add(new ConfigurationField(new ItemsValidator()) { Key = "items", PropertyName = nameof(ColorPickerConfiguration.Items) });
    }

    [GeneratedRegex("^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$", RegexOptions.IgnoreCase)]
    private static partial Regex HexColor();

    private sealed class ItemsValidator : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext)
        {
            JsonArray? items = value.Unwrap() switch
            {
                JsonArray posted => posted,
                string text => JsonArrayText.TryParse(text),
                _ => null,
            };
            return (items ?? [])
                .Select(item => StoredColor.Read(item?.DeepClone())?.Value)
                .Where(color => color is null || !HexColor().IsMatch(color))
                .Select(color => new ValidationResult($"'{color}' is not a colour; write it like #00ff7f.", ["items"]));
        }
    }
}
