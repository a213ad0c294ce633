using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.Persistence.Content;

/// <summary>
/// Finds the languages in which a value that does not vary by culture differs from what is published: editors of blocks keep values by
/// culture inside it.
/// </summary>
/// <param name="editors">Asked for when they are needed: editors ask for types, whose repositories ask for this.</param>
internal sealed class InvariantChanges(Lazy<PropertyEditorCollection> editors)
{
    /// <summary>The languages of the difference.</summary>
    /// <param name="editorAlias">The editor of the property.</param>
    /// <param name="edited">The edited value, as it is stored.</param>
    /// <param name="published">The published value, as it is stored, which is another text or none.</param>
    /// <param name="languages">The languages.</param>
    /// <returns>
    /// <c>null</c> stands for a difference that belongs to no language. Cultures that the site no longer has are left out. None at all when
    /// the two are only written differently, as what was published language by language is.
    /// </returns>
    public IEnumerable<int?> Languages(string editorAlias, object? edited, object? published, LanguageCodes languages)
    {
        if (languages.Default is not { } culture || !editors.Value.TryGet(editorAlias, out IDataEditor? editor))
        {
            return [null];
        }

        string[] cultures = [.. editor.GetChangedCulturesForPartialPropertyValues(edited, published, culture)];
        return cultures is [] && !CanTell(editor, edited, published, culture) ? [null] : cultures.Where(languages.Has).Select(languages.IdOf);
    }

    // None means that there is no difference or, by Core's contract, that the editor cannot tell. Whoever can tell a value from none can.
    private static bool CanTell(IDataEditor editor, object? edited, object? published, string culture) =>
        edited is not null && published is not null && editor.GetChangedCulturesForPartialPropertyValues(edited, null, culture).Any();
}
