using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>What the change of a type means for the type and for every type that is composed of it.</summary>
/// <param name="Types">The types that have items to take along.</param>
/// <param name="Variation">How the changed type varies afterwards.</param>
/// <param name="TypeVariesAnew">Whether the type begins or ceases to vary by culture.</param>
internal sealed record TypeChanges(IReadOnlyList<TypeChange> Types, ContentVariation Variation, bool TypeVariesAnew)
{
    /// <summary>The properties whose values are removed or moved in some type.</summary>
    public int[] Properties { get; } = [.. Types.SelectMany(x => x.Removed.Concat(x.ToCulture).Concat(x.ToInvariant)).Distinct()];

    /// <summary>Whether anything varies by culture that did not, or the other way round.</summary>
    public bool Vary => TypeVariesAnew || Types.Any(x => x.ToCulture.Length > 0 || x.ToInvariant.Length > 0);

    /// <summary>Compares the graphs before and after the change of a type.</summary>
    public static TypeChanges Between(ContentTypeGraph before, ContentTypeGraph after, int typeId) => new(
        [.. before.ComposedOf(typeId).Select(x => Between(x, before.PropertiesOf(x), after.PropertiesOf(x), after.VariationOf(x)))],
        after.VariationOf(typeId),
        before.VariationOf(typeId).VariesByCulture() != after.VariationOf(typeId).VariesByCulture());

    private static TypeChange Between(
        int typeId,
        Dictionary<int, ContentVariation> before,
        Dictionary<int, ContentVariation> after,
        ContentVariation variation)
    {
        (int Id, bool Before, bool After)[] kept =
            [.. after.Where(x => before.ContainsKey(x.Key)).Select(x => (x.Key, before[x.Key].VariesByCulture(), x.Value.VariesByCulture()))];
        return new TypeChange(
            typeId,
            variation,
            after,
            [.. before.Keys.Except(after.Keys)],
            [.. kept.Where(x => !x.Before && x.After).Select(x => x.Id)],
            [.. kept.Where(x => x.Before && !x.After).Select(x => x.Id)]);
    }
}

/// <summary>What becomes of the properties of a type.</summary>
/// <param name="TypeId">The type.</param>
/// <param name="Variation">How it varies afterwards.</param>
/// <param name="After">Its properties afterwards, and how they vary in it.</param>
/// <param name="Removed">The properties that its items lose.</param>
/// <param name="ToCulture">Those that begin to vary by culture.</param>
/// <param name="ToInvariant">Those that cease to.</param>
internal sealed record TypeChange(
    int TypeId,
    ContentVariation Variation,
    Dictionary<int, ContentVariation> After,
    int[] Removed,
    int[] ToCulture,
    int[] ToInvariant)
{
    /// <summary>Whether any value goes or moves.</summary>
    public bool HasEffect => Removed.Length + ToCulture.Length + ToInvariant.Length > 0;
}
