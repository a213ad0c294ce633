using System.Collections.Frozen;
using System.Globalization;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.IsoCodes;

/// <summary>Accepts every culture that the platform knows by name, among them <c>bm</c> (Bambara), which Core's own validator refuses.</summary>
/// <remarks>A stock Umbraco site may therefore refuse a language of this one.</remarks>
public sealed class NamedCultureIsoCodeValidator : IIsoCodeValidator
{
    private static readonly FrozenSet<string> _names = CultureInfo.GetCultures(CultureTypes.AllCultures)
        .Select(x => x.Name)
        .Where(x => x.Length > 0)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public bool IsValid(string isoCode) => _names.Contains(isoCode);

    /// <inheritdoc />
    public bool IsValid(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return _names.Contains(culture.Name);
    }
}
