using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>What editors of blocks need to know of the site's languages.</summary>
internal sealed class BlockLanguages(ILanguageRepository languages, ICoreScopeProvider scopes)
{
    /// <summary>The default language's culture.</summary>
    public string DefaultCulture()
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return languages.GetDefaultIsoCode();
    }

    /// <summary>The database id of a culture's language; <c>null</c> for none or an unknown one.</summary>
    public int? Id(string? culture)
    {
        if (string.IsNullOrEmpty(culture))
            return null;

        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return languages.GetIdByIsoCode(culture, throwOnNotFound: false);
    }
}
