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
/// <remarks>Data that no layout shows is not looked at: it is dropped when the value is saved.</remarks>
internal sealed class BlockValidator(IPropertyValidationService propertyValidationService, BlockPropertyResolver resolver, BlockLanguages languages)
{
    /// <summary>The errors in <paramref name="value"/>; those of nested values carry a JSON path such as <c>contentData[0].values[1].value</c>.</summary>
    /// <param name="value">What was posted.</param>
    /// <param name="allowed">The blocks that the data type offers.</param>
    /// <param name="context">Which cultures are being validated; a culture of its own means that the whole property varies.</param>
    /// <param name="pathPrefix">Where the blocks stand in the property's value, e.g. <c>blocks.</c> in rich text.</param>
    /// <param name="isShown">Tells the blocks that are shown from those that are not, where the layout does not say it; all are by default.</param>
    public IEnumerable<ValidationResult> Validate(
        BlockValue value,
        IEnumerable<IBlockConfiguration> allowed,
        PropertyValidationContext context,
        string pathPrefix = "",
        Func<Guid, bool>? isShown = null)
    {
        IBlockLayoutItem[] layouts = [.. value.Layout.Values.SelectMany(items => items).Flatten().Where(layout => isShown?.Invoke(layout.ContentKey) ?? true)];
        var validation = new Validation(value, layouts, resolver.ElementTypes(value.ContentData.Concat(value.SettingsData)), context);
        IBlockConfiguration[] configurations = [.. allowed];
        return ValidateItems(
                pathPrefix + "contentData",
                value.ContentData,
                [.. layouts.Select(layout => layout.ContentKey)],
                [.. configurations.Select(block => block.ContentElementTypeKey)],
                validation)
            .Concat(ValidateItems(
                pathPrefix + "settingsData",
                value.SettingsData,
                [.. layouts.Select(layout => layout.SettingsKey).OfType<Guid>()],
                [.. configurations.Select(block => block.SettingsElementTypeKey).OfType<Guid>()],
                validation));
    }

    /// <summary>An error that belongs to a place within the value.</summary>
    /// <param name="path">JSON path of the place.</param>
    /// <param name="results">What is wrong there.</param>
    public static NestedJsonPathValidationResults Nested(string path, IEnumerable<ValidationResult> results)
    {
        var nested = new NestedJsonPathValidationResults(path);
        foreach (ValidationResult result in results)
            nested.ValidationResults.Add(result);

        return nested;
    }

    /// <summary>Puts the errors that belong to places into one result: Core takes no notice of the path of a result that stands alone.</summary>
    public static IEnumerable<ValidationResult> Gather(IEnumerable<ValidationResult> results)
    {
        ILookup<bool, ValidationResult> byKind = results.ToLookup(result => result is IJsonPathValidationResult);
        if (!byKind.Contains(true))
            return byKind[false];

        var gathered = new NestedValidationResults();
        foreach (ValidationResult result in byKind[true])
            gathered.ValidationResults.Add(result);

        return byKind[false].Append(gathered);
    }

    private IEnumerable<ValidationResult> ValidateItems(
        string list,
        List<BlockItemData> items,
        HashSet<Guid> shown,
        HashSet<Guid> allowedTypes,
        Validation validation)
    {
        HashSet<Guid> seen = [];
        foreach ((int index, BlockItemData item) in items.Index().Where(entry => shown.Contains(entry.Item.Key)))
        {
            string path = $"{list}[{index}]";
            if (!seen.Add(item.Key))
            {
                yield return Nested(path, [new ValidationResult($"There are two blocks with the key {item.Key}; remove one of them.")]);
                continue;
            }

            if (!allowedTypes.Contains(item.ContentTypeKey) || !validation.ElementTypes.TryGetValue(item.ContentTypeKey, out IContentType? elementType))
            {
                yield return Nested(path, [new ValidationResult($"Blocks of type {item.ContentTypeKey} are not allowed here; remove the block.")]);
                continue;
            }

            foreach (ValidationResult result in ValidateItem(path, item, elementType, validation))
                yield return result;
        }
    }

    private IEnumerable<ValidationResult> ValidateItem(string path, BlockItemData item, IContentType elementType, Validation validation)
    {
        bool wholePropertyVaries = !string.IsNullOrEmpty(validation.Context.Culture);
        foreach (IPropertyType propertyType in elementType.CompositionPropertyTypes)
        {
            bool varies = propertyType.VariesByCulture() && elementType.VariesByCulture() && !wholePropertyVaries;
            string?[] cultures = varies ? [.. validation.Exposure(item).Where(culture => IsBeingValidated(culture, validation.Context))] : [null];
            foreach (string? culture in cultures)
            {
                foreach (ValidationResult result in ValidateProperty(path, item, propertyType, culture, validation.Context))
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

    /// <summary>The blocks that are being validated, and what is known of them.</summary>
    private sealed record Validation(
        BlockValue Value,
        IBlockLayoutItem[] Layouts,
        IReadOnlyDictionary<Guid, IContentType> ElementTypes,
        PropertyValidationContext Context)
    {
        /// <summary>The cultures in which a block is shown. Settings have none of their own; they follow the contents that they are attached to.</summary>
        public HashSet<string> Exposure(BlockItemData item)
        {
            Guid key = Array.Find(Layouts, layout => layout.SettingsKey == item.Key)?.ContentKey ?? item.Key;
            return [.. Value.Expose.Where(row => row.ContentKey == key).Select(row => row.Culture ?? string.Empty)];
        }
    }
}
