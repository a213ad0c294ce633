using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Blocks.Grid;

/// <summary>Reads the configuration of a block grid (<c>blocks</c>, <c>validationLimit</c>, <c>gridColumns</c>) with the rules of its areas.</summary>
internal sealed class BlockGridConfigurationEditor(IIOHelper ioHelper) : ConfigurationEditor<BlockGridConfiguration>(ioHelper)
{
    /// <inheritdoc />
    public override object ToConfigurationObject(
        IDictionary<string, object> configuration,
        IConfigurationEditorJsonSerializer configurationEditorJsonSerializer)
    {
        var known = (BlockGridConfiguration)base.ToConfigurationObject(configuration, configurationEditorJsonSerializer);
        List<Block> blocks = configuration.TryGetValue("blocks", out object? value)
            && configurationEditorJsonSerializer.TryDeserialize(value, out List<Block>? read)
                ? read
                : [];
        return new BlockGridRules
        {
            Blocks = known.Blocks ?? [],
            ValidationLimit = known.ValidationLimit ?? new(),
            GridColumns = known.GridColumns,
            Groups = blocks.DistinctBy(block => block.ContentElementTypeKey).ToDictionary(block => block.ContentElementTypeKey, block => block.GroupKey),
            Allowances = blocks
                .SelectMany(block => block.Areas ?? [])
                .Where(area => area.SpecifiedAllowance is { Count: > 0 })
                .DistinctBy(area => area.Key)
                .ToDictionary(area => area.Key, area => area.SpecifiedAllowance!),
        };
    }

    private sealed class Block
    {
        public Guid ContentElementTypeKey { get; set; }

        public Guid? GroupKey { get; set; }

        public IReadOnlyList<Area>? Areas { get; set; }
    }

    private sealed class Area
    {
        public Guid Key { get; set; }

        public IReadOnlyList<BlockGridRules.Allowance>? SpecifiedAllowance { get; set; }
    }
}
