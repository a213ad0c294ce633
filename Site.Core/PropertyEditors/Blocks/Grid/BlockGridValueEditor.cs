using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Blocks.Grid;

/// <summary>Stores, shows, validates and merges the value of a block grid.</summary>
internal sealed class BlockGridValueEditor : BlockValueEditor<BlockGridValue, BlockGridLayoutItem>
{
    public BlockGridValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        ILocalizedTextService localizedTextService,
        BlockEditing blocks,
        BlockValidator validator)
        : base(attribute, shortStringHelper, jsonSerializer, ioHelper, blocks)
        => Validators.Add(new BlockValueValidator<BlockGridValue, BlockGridLayoutItem, BlockGridRules>(
            jsonSerializer,
            (value, rules, context) => new BlockGridLayoutValidator(localizedTextService, value, rules).Validate()
                .Concat(validator.Validate(value, rules.Blocks, context))));

    /// <inheritdoc />
    public override IEnumerable<Guid> ConfiguredElementTypeKeys()
        => ConfigurationObject is BlockGridConfiguration configuration ? configuration.Blocks.ElementTypeKeys() : [];
}
