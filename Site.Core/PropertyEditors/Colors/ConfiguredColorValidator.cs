using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Colors;

/// <summary>Refuses a colour that the data type does not offer; one without colours takes any.</summary>
internal sealed class ConfiguredColorValidator(ILocalizedTextService localizedTextService) : IValueValidator
{
    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(
        object? value,
        string? valueType,
        object? dataTypeConfiguration,
        PropertyValidationContext validationContext)
    {
        if (StoredColor.Read(value) is { } color
            && dataTypeConfiguration is ColorPickerConfiguration { Items: { Count: > 0 } items }
            && !items.Any(item => IsSame(item.Value, color.Value)))
        {
            yield return new ValidationResult(localizedTextService.Localize("validation", "invalidColor", [color.Value]), ["value"]);
        }
    }

    // Colours were configured with and without the number sign.
    private static bool IsSame(string? left, string right)
        => string.Equals(left?.Trim().TrimStart('#'), right.TrimStart('#'), StringComparison.OrdinalIgnoreCase);
}
