using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors;

/// <summary>Checks how many items a list holds, with Umbraco's own messages.</summary>
internal static class ItemCount
{
    /// <summary>One error when <paramref name="count"/> is outside the limits.</summary>
    /// <param name="localizedTextService">Gives the message in the editor's language.</param>
    /// <param name="count">Number of items that are there.</param>
    /// <param name="minimum">Least number wanted; <c>null</c> or 0 for no limit.</param>
    /// <param name="maximum">Greatest number allowed; <c>null</c> or 0 for no limit.</param>
    public static IEnumerable<ValidationResult> Validate(ILocalizedTextService localizedTextService, int count, int? minimum, int? maximum)
    {
        if (minimum > 0 && count < minimum)
        {
            string alias = count == 1 ? "outOfRangeSingleItemMinimum" : "outOfRangeMultipleItemsMinimum";
            yield return Result(localizedTextService, alias, count, minimum.Value);
        }

        if (maximum > 0 && count > maximum)
            yield return Result(localizedTextService, "outOfRangeMultipleItemsMaximum", count, maximum.Value);
    }

    /// <summary>One error in the words of block lists and media pickers ("Minimum 2 entries, requires 1 more.") when <paramref name="count"/> is outside the limits.</summary>
    /// <inheritdoc cref="Validate" path="/param" />
    public static IEnumerable<ValidationResult> ValidateEntries(ILocalizedTextService localizedTextService, int count, int? minimum, int? maximum)
    {
        if (minimum > 0 && count < minimum)
            yield return Result(localizedTextService, "entriesShort", minimum.Value, minimum.Value - count);
        if (maximum > 0 && count > maximum)
            yield return Result(localizedTextService, "entriesExceed", maximum.Value, count - maximum.Value);
    }

    private static ValidationResult Result(ILocalizedTextService localizedTextService, string alias, int first, int second)
        => new(
            localizedTextService.Localize(
                "validation",
                alias,
                [first.ToString(CultureInfo.InvariantCulture), second.ToString(CultureInfo.InvariantCulture)]),
            ["value"]);
}
