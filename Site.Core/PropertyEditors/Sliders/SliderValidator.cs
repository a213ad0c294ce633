using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Sliders;

/// <summary>Checks a slider's value against its range, its ends and its step.</summary>
internal sealed class SliderValidator(ILocalizedTextService localizedTextService) : IValueValidator
{
    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(
        object? value,
        string? valueType,
        object? dataTypeConfiguration,
        PropertyValidationContext validationContext)
    {
        if (value.Unwrap() is null or "" || dataTypeConfiguration is not SliderConfiguration configuration)
            return [];

        return SliderValue.Read(value) is { } read
            ? Range(read, configuration).Concat(new[] { read.From, read.To }.Distinct().SelectMany(number => Number(number, configuration)))
            : [new ValidationResult("A slider holds a number, or two of them.", ["value"])];
    }

    private IEnumerable<ValidationResult> Range(SliderValue value, SliderConfiguration configuration)
    {
        if (!configuration.EnableRange && value.From != value.To)
            yield return Result("unexpectedRange", value.ToString());
        if (value.To < value.From)
            yield return Result("invalidRange", value.ToString());
        else if (configuration.EnableRange && value.To - value.From < configuration.MinimumRange)
            yield return Result("minimumRange", value.ToString(), Text(configuration.MinimumRange));
    }

    private IEnumerable<ValidationResult> Number(decimal number, SliderConfiguration configuration)
    {
        if (number < configuration.MinimumValue)
            yield return Result("outOfRangeMinimum", Text(number), Text(configuration.MinimumValue));
        if (configuration.MaximumValue > configuration.MinimumValue && number > configuration.MaximumValue)
            yield return Result("outOfRangeMaximum", Text(number), Text(configuration.MaximumValue));
        if (configuration.Step > 0 && !ValidationHelper.IsValueValidForStep(number, configuration.MinimumValue, configuration.Step))
            yield return Result("invalidStep", Text(number), Text(configuration.Step), Text(configuration.MinimumValue));
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private ValidationResult Result(string alias, params string[] values) => new(localizedTextService.Localize("validation", alias, values), ["value"]);
}
