using System.Text.Json.Serialization;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Blocks.Grid;

/// <summary>The configuration of a block grid with the blocks that its areas are limited to, which Core's configuration leaves out.</summary>
internal sealed class BlockGridRules : BlockGridConfiguration
{
    /// <summary>The groups in which editors choose blocks, by the key of the content's element type.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<Guid, Guid?> Groups { get; set; } = new Dictionary<Guid, Guid?>();

    /// <summary>What is allowed in an area, by the area's key; an area without limits of its own is left out.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<Guid, IReadOnlyList<Allowance>> Allowances { get; set; } = new Dictionary<Guid, IReadOnlyList<Allowance>>();

    /// <summary>How many blocks of one type, or of one group, an area may hold.</summary>
    internal sealed class Allowance
    {
        /// <summary>Key of the blocks' element type; empty when a group is meant.</summary>
        public Guid? ElementTypeKey { get; set; }

        /// <summary>Key of the blocks' group; empty when a type is meant.</summary>
        public Guid? GroupKey { get; set; }

        /// <summary>Least number of such blocks; <c>null</c> or 0 for no limit.</summary>
        public int? MinAllowed { get; set; }

        /// <summary>Greatest number of such blocks; <c>null</c> or 0 for no limit.</summary>
        public int? MaxAllowed { get; set; }

        /// <summary>Whether a block is of this type or group.</summary>
        public bool Covers(Guid elementTypeKey, Guid? groupKey)
            => ElementTypeKey is { } type && type != Guid.Empty
                ? type == elementTypeKey
                : GroupKey is { } group && group != Guid.Empty && group == groupKey;
    }
}
