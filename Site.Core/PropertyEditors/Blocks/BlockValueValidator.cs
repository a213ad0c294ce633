using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Hands the value of a block editor, once it is read, to the rules of that editor.</summary>
/// <param name="jsonSerializer">Reads the value.</param>
/// <param name="rules">Checks the value, an empty one when nothing was posted, against the configuration.</param>
internal sealed class BlockValueValidator<TValue, TLayout, TConfiguration>(
    IJsonSerializer jsonSerializer,
    Func<TValue, TConfiguration, PropertyValidationContext, IEnumerable<ValidationResult>> rules)
    : IValueValidator
    where TValue : BlockValue<TLayout>, new()
    where TLayout : IBlockLayoutItem, new()
    where TConfiguration : class
{
    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(
        object? value,
        string? valueType,
        object? dataTypeConfiguration,
        PropertyValidationContext validationContext)
    {
        if (dataTypeConfiguration is not TConfiguration configuration)
            return [];

        if (BlockValueReader.TryRead<TValue, TLayout>(jsonSerializer, value, out TValue? blocks))
            return BlockValidator.Gather(rules(blocks, configuration, validationContext));

        return BlockValueReader.IsBlank(value)
            ? rules(new TValue(), configuration, validationContext)
            : [new ValidationResult(BlockValueReader.Problem(value), ["value"])];
    }
}
