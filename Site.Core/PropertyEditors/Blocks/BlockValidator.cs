using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Validates blocks: their types against the configuration, and the values inside them by their own editors.</summary>
internal sealed class BlockValidator(IPropertyValidationService propertyValidationService, BlockPropertyResolver resolver, BlockLanguages languages)
{
    /// <summary>The errors in <paramref name="value"/>; those of nested values carry a JSON path such as <c>contentData[0].values[1].value</c>.</summary>
    /// <param name="value">What was posted.</param>
    /// <param name="allowed">The blocks that the data type offers.</param>
    /// <param name="context">Which cultures are being validated; a culture of its own means that the whole property varies.</param>
    /// <param name="pathPrefix">Where the blocks stand in the property's value, e.g. <c>blocks.</c> in rich text.</param>
    public IEnumerable<ValidationResult> Validate(
        BlockValue value,
        IEnumerable<IBlockConfiguration> allowed,
        PropertyValidationContext context,
        string pathPrefix = "")
    {
        IReadOnlyDictionary<Guid, IContentType> elementTypes = resolver.ElementTypes(value.ContentData.Concat(value.SettingsData));
        IBlockConfiguration[] configurations = [.. allowed];
        return ValidateItems(pathPrefix + "contentData", value.ContentData, [.. configurations.Select(block => block.ContentElementTypeKey)], value, elementTypes, context)
            .Concat(ValidateItems(pathPrefix + "settingsData", value.SettingsData, [.. configurations.Select(block => block.SettingsElementTypeKey).OfType<Guid>()], value, elementTypes, context));
    }

    private IEnumerable<ValidationResult> ValidateItems(
        string list,
        List<BlockItemData> items,
        HashSet<Guid> allowedTypes,
        BlockValue value,
        IReadOnlyDictionary<Guid, IContentType> elementTypes,
        PropertyValidationContext context)
    {
        foreach ((int index, BlockItemData item) in items.Index())
        {
            string path = $"{list}[{index}]";
            if (!allowedTypes.Contains(item.ContentTypeKey) || !elementTypes.TryGetValue(item.ContentTypeKey, out IContentType? elementType))
            {
                yield return Nested(path, [new ValidationResult($"Blocks of type {item.ContentTypeKey} are not allowed here; remove the block.")]);
                continue;
            }

            foreach (ValidationResult result in ValidateItem(path, item, elementType, Exposure(value, item), context))
                yield return result;
        }
    }

    // Settings have no exposure of their own; they follow the contents that they are attached to.
    private static HashSet<string> Exposure(BlockValue value, BlockItemData item)
    {
        Guid key = value.Layout.Values.SelectMany(layouts => layouts).FirstOrDefault(layout => layout.SettingsKey == item.Key)?.ContentKey ?? item.Key;
        return [.. value.Expose.Where(row => row.ContentKey == key).Select(row => row.Culture ?? string.Empty)];
    }

    private IEnumerable<ValidationResult> ValidateItem(
        string path,
        BlockItemData item,
        IContentType elementType,
        HashSet<string> exposure,
        PropertyValidationContext context)
    {
        bool wholePropertyVaries = !string.IsNullOrEmpty(context.Culture);
        foreach (IPropertyType propertyType in elementType.CompositionPropertyTypes)
        {
            bool varies = propertyType.VariesByCulture() && elementType.VariesByCulture() && !wholePropertyVaries;
            string?[] cultures = varies ? [.. exposure.Where(culture => IsBeingValidated(culture, context))] : [null];
            foreach (string? culture in cultures)
            {
                foreach (ValidationResult result in ValidateProperty(path, item, propertyType, culture, context))
                    yield return result;
            }
        }
    }

    private IEnumerable<ValidationResult> ValidateProperty(
        string path,
        BlockItemData item,
        IPropertyType propertyType,
        string? culture,
        PropertyValidationContext context)
    {
        int index = item.Values.ToList().FindIndex(candidate
            => candidate.Alias.Equals(propertyType.Alias, StringComparison.OrdinalIgnoreCase)
                && candidate.Culture.IsCulture(culture)
                && string.IsNullOrEmpty(candidate.Segment));
        ValidationResult[] results =
        [
            .. propertyValidationService.ValidatePropertyValue(propertyType, index < 0 ? null : item.Values[index].Value, Context(culture, context)),
        ];
        if (results.Length == 0)
            yield break;

        string expression = index < 0
            ? $"{path}.values[{JsonPathExpression.MissingPropertyValue(propertyType.Alias, culture, null)}].value"
            : $"{path}.values[{index}].value";
        yield return Nested(expression, results);
    }

    // No list of cultures means all of them.
    private static bool IsBeingValidated(string culture, PropertyValidationContext context)
        => culture.Length > 0
            && (!context.CulturesBeingValidated.Any() || context.CulturesBeingValidated.Contains(culture, StringComparer.OrdinalIgnoreCase));

    // Core validates invariant values only together with the default culture, so that must be named where nothing is.
    private PropertyValidationContext Context(string? culture, PropertyValidationContext context)
        => new()
        {
            Culture = culture ?? context.Culture,
            Segment = context.Segment,
            CulturesBeingValidated = context.CulturesBeingValidated.Any() ? context.CulturesBeingValidated : [languages.DefaultCulture()],
            SegmentsBeingValidated = context.SegmentsBeingValidated,
        };

    private static NestedJsonPathValidationResults Nested(string path, IEnumerable<ValidationResult> results)
    {
        var nested = new NestedJsonPathValidationResults(path);
        foreach (ValidationResult result in results)
            nested.ValidationResults.Add(result);

        return nested;
    }
}
