using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Stores, shows, validates and merges the value of a single block.</summary>
internal sealed class SingleBlockValueEditor : BlockValueEditor<SingleBlockValue, SingleBlockLayoutItem>
{
    public SingleBlockValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        ILocalizedTextService localizedTextService,
        BlockEditing blocks,
        BlockValidator validator)
        : base(attribute, shortStringHelper, jsonSerializer, ioHelper, blocks)
        => Validators.Add(new BlockValueValidator<SingleBlockValue, SingleBlockLayoutItem, SingleBlockConfiguration>(
            jsonSerializer,
            (value, configuration, context) => ItemCount.ValidateEntries(localizedTextService, value.Layouts().Length, null, 1)
                .Concat(validator.Validate(value, configuration.Blocks, context))));

    /// <inheritdoc />
    public override IEnumerable<Guid> ConfiguredElementTypeKeys()
        => ConfigurationObject is SingleBlockConfiguration configuration ? configuration.Blocks.ElementTypeKeys() : [];
}
