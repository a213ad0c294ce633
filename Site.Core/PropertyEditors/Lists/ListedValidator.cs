using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Lists;

/// <summary>Hands what was posted to Core's list validator in the one shape it knows, a sequence of strings.</summary>
internal sealed class ListedValidator(IValueValidator inner) : IValueValidator
{
    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(
        object? value,
        string? valueType,
        object? dataTypeConfiguration,
        PropertyValidationContext validationContext)
        => EditorStrings.Read(value) is { Length: > 0 } chosen
            ? inner.Validate(chosen, valueType, dataTypeConfiguration, validationContext)
            : [];
}
