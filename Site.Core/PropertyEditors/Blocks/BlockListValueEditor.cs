using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Stores, shows, validates and merges the value of a block list.</summary>
internal sealed class BlockListValueEditor : BlockValueEditor<BlockListValue, BlockListLayoutItem>
{
    public BlockListValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        ILocalizedTextService localizedTextService,
        BlockEditing blocks,
        BlockValidator validator)
        : base(attribute, shortStringHelper, jsonSerializer, ioHelper, blocks)
        => Validators.Add(new BlockValueValidator<BlockListValue, BlockListLayoutItem, BlockListConfiguration>(
            jsonSerializer,
            (value, configuration, context) => Validate(localizedTextService, value, configuration)
                .Concat(validator.Validate(value, configuration.Blocks, context))));

    /// <inheritdoc />
    public override IEnumerable<Guid> ConfiguredElementTypeKeys()
        => ConfigurationObject is BlockListConfiguration configuration ? configuration.Blocks.ElementTypeKeys() : [];

    private static IEnumerable<ValidationResult> Validate(ILocalizedTextService localizedTextService, BlockListValue value, BlockListConfiguration configuration)
        => ItemCount.ValidateEntries(localizedTextService, value.Layouts().Length, configuration.ValidationLimit.Min, configuration.ValidationLimit.Max);
}
