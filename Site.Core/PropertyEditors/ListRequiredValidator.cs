using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors;

/// <summary>Sees an empty list as missing, which Core's own validator only does for values of type JSON.</summary>
internal sealed class ListRequiredValidator(Func<object?, int> count) : IValueRequiredValidator
{
    /// <inheritdoc />
    public IEnumerable<ValidationResult> ValidateRequired(object? value, string? valueType)
    {
        if (count(value) == 0)
            yield return new ValidationResult(value is null ? Constants.Validation.ErrorMessages.Properties.Missing : Constants.Validation.ErrorMessages.Properties.Empty, ["value"]);
    }
}
