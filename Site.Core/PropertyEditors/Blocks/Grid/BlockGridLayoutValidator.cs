using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;
using AreaConfiguration = Umbraco.Cms.Core.PropertyEditors.BlockGridConfiguration.BlockGridAreaConfiguration;
using BlockConfiguration = Umbraco.Cms.Core.PropertyEditors.BlockGridConfiguration.BlockGridBlockConfiguration;

namespace Site.Core.PropertyEditors.Blocks.Grid;

/// <summary>Checks where the blocks of a grid stand, and how many of them.</summary>
internal sealed class BlockGridLayoutValidator(ILocalizedTextService localizedTextService, BlockGridValue value, BlockGridRules rules)
{
    private readonly Dictionary<Guid, BlockConfiguration> _blocks = rules.Blocks
        .DistinctBy(block => block.ContentElementTypeKey)
        .ToDictionary(block => block.ContentElementTypeKey);

    /// <summary>The errors; those of a single block carry the JSON path of its contents.</summary>
    public IEnumerable<ValidationResult> Validate()
    {
        BlockGridLayoutItem[] root = value.Layouts();
        IEnumerable<ValidationResult> results = ItemCount
            .ValidateEntries(localizedTextService, root.Length, rules.ValidationLimit.Min, rules.ValidationLimit.Max)
            .Concat(root.Where(item => Configuration(item) is { AllowAtRoot: false }).Select(NotAllowed))
            .Concat(root.Flatten().SelectMany(Misplaced));
        return root.Flatten().All(HasEnoughInAreas) ? results : results.Append(Localized("entriesAreasMismatch"));
    }

    private IEnumerable<ValidationResult> Misplaced(BlockGridLayoutItem item)
    {
        Guid[] areas = [.. Areas(item).Select(area => area.Key)];
        return item.Areas.SelectMany(area => area.Items
            .Where(child => !areas.Contains(area.Key) || !IsAllowed(child, area.Key))
            .Select(NotAllowed));
    }

    // An area that names what it takes takes nothing else; the others take what is meant for areas.
    private bool IsAllowed(BlockGridLayoutItem item, Guid areaKey)
        => Configuration(item) is not { } block
            || (rules.Allowances.TryGetValue(areaKey, out IReadOnlyList<BlockGridRules.Allowance>? allowances)
                ? allowances.Any(allowance => Covers(allowance, block))
                : block.AllowInAreas);

    private bool HasEnoughInAreas(BlockGridLayoutItem item)
        => Areas(item).All(area =>
        {
            BlockGridLayoutItem[] children = [.. item.Areas.Where(candidate => candidate.Key == area.Key).SelectMany(candidate => candidate.Items)];
            return IsWithin(children.Length, area.MinAllowed, area.MaxAllowed)
                && rules.Allowances.GetValueOrDefault(area.Key, []).All(allowance => IsWithin(
                    children.Count(child => Configuration(child) is { } block && Covers(allowance, block)),
                    allowance.MinAllowed,
                    allowance.MaxAllowed));
        });

    private static bool IsWithin(int count, int? minimum, int? maximum) => count >= (minimum ?? 0) && (maximum is null or 0 || count <= maximum);

    private bool Covers(BlockGridRules.Allowance allowance, BlockConfiguration block)
        => allowance.Covers(block.ContentElementTypeKey, rules.Groups.GetValueOrDefault(block.ContentElementTypeKey));

    private AreaConfiguration[] Areas(BlockGridLayoutItem item) => Configuration(item)?.Areas ?? [];

    private BlockConfiguration? Configuration(BlockGridLayoutItem item)
        => value.ContentData.Find(data => data.Key == item.ContentKey) is { } data ? _blocks.GetValueOrDefault(data.ContentTypeKey) : null;

    private ValidationResult NotAllowed(BlockGridLayoutItem item)
        => BlockValidator.Nested(
            $"contentData[{value.ContentData.FindIndex(data => data.Key == item.ContentKey)}]",
            [new ValidationResult("Blocks of this type are not allowed at this place of the grid; move or remove the block.")]);

    private ValidationResult Localized(string alias) => new(localizedTextService.Localize("validation", alias), ["value"]);
}
