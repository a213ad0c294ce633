using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>What the editors of block lists and rich text share.</summary>
internal sealed class BlockEditing(
    BlockPropertyResolver resolver,
    BlockNestedValues nestedValues,
    ILanguageRepository languages,
    ICoreScopeProvider scopes)
{
    /// <summary>Ties values inside blocks to their property types.</summary>
    public BlockPropertyResolver Resolver { get; } = resolver;

    /// <summary>Runs the editors of values inside blocks.</summary>
    public BlockNestedValues NestedValues { get; } = nestedValues;

    /// <summary>The database id of a culture's language; <c>null</c> for none or an unknown one.</summary>
    public int? LanguageId(string? culture)
    {
        if (string.IsNullOrEmpty(culture))
            return null;

        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return languages.GetIdByIsoCode(culture, throwOnNotFound: false);
    }
}
