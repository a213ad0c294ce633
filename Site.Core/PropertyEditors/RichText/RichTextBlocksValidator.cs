using System.ComponentModel.DataAnnotations;
using Site.Core.PropertyEditors.Blocks;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Validates the blocks of a rich text that its markup shows.</summary>
internal sealed class RichTextBlocksValidator(IJsonSerializer jsonSerializer, BlockValidator validator) : IValueValidator
{
    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(
        object? value,
        string? valueType,
        object? dataTypeConfiguration,
        PropertyValidationContext validationContext)
    {
        if (dataTypeConfiguration is not RichTextConfiguration configuration || RichTextValueReader.Read(jsonSerializer, value) is not { } richText)
            return [];

        if (richText.Blocks is { } blocks)
        {
            HashSet<Guid> shown = [.. RichTextBlockMarkup.Keys(richText.Markup)];
            return BlockValidator.Gather(validator.Validate(blocks, configuration.Blocks ?? [], validationContext, "blocks.", shown.Contains));
        }

        return RichTextValueReader.Blocks(value) is { } unreadable ? [new ValidationResult(BlockValueReader.Problem(unreadable), ["value"])] : [];
    }
}
