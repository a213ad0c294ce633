using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Persistence.Documents;

/// <summary>Writes the names of a variant document's versions, and its state, in each language.</summary>
internal sealed class DocumentCultures(SiteDbContext context, IContent document, LanguageCodes languages)
{
    /// <summary>Marks the rows for the next <c>SaveChanges</c> and tells the document which cultures are edited.</summary>
    /// <param name="stored">The tracked names of the versions that were there before.</param>
    /// <param name="differing">The languages in which values differ between the draft and what is published; <c>null</c> means invariant values.</param>
    /// <param name="isPublished">Whether the document is published afterwards.</param>
    /// <param name="publishing">Whether it is being published, so that its published version's names are new.</param>
    /// <returns>Whether any culture is edited.</returns>
    public bool Save(List<ContentVersionCultureVariationRow> stored, HashSet<int?> differing, bool isPublished, bool publishing)
    {
        SaveNames(stored, document.VersionId, document.CultureInfos);
        if (publishing)
        {
            SaveNames(stored, document.PublishedVersionId, document.PublishCultureInfos);
        }

        Dictionary<int, string> publishedNames = !isPublished
            ? []
            : publishing
                ? document.PublishCultureInfos.Each().ToDictionary(x => Id(x.Culture), x => x.Name ?? string.Empty)
                : stored.Where(x => x.VersionId == document.PublishedVersionId).ToDictionary(x => x.LanguageId, x => x.Name);
        return SaveStates(publishedNames, differing);
    }

    private bool SaveStates(Dictionary<int, string> publishedNames, HashSet<int?> differing)
    {
        int id = document.Id;
        var rows = context.Set<DocumentCultureVariationRow>().AsTracking().Where(x => x.NodeId == id).ToDictionary(x => x.LanguageId);
        Dictionary<int, string?> names = document.CultureInfos.Each().ToDictionary(x => Id(x.Culture), x => x.Name);
        int? defaultId = languages.IdOf(languages.Default);
        List<string> edited = [];
        foreach (int languageId in names.Keys.Union(publishedNames.Keys).ToArray())
        {
            if (!rows.Remove(languageId, out DocumentCultureVariationRow? row))
            {
                row = context.Add(new DocumentCultureVariationRow { NodeId = id, LanguageId = languageId }).Entity;
            }

            row.Available = names.TryGetValue(languageId, out string? name);
            row.Published = publishedNames.TryGetValue(languageId, out string? publishedName);
            row.Name = row.Available ? name : publishedName;

            // An invariant value belongs to the default language, in which it is edited.
            row.Edited = row.Available
                && (!row.Published || name != publishedName || differing.Contains(languageId) || (languageId == defaultId && differing.Contains(null)));
            if (row.Edited)
            {
                edited.Add(languages.CodeOf(languageId)!);
            }
        }

        context.RemoveRange(rows.Values);
        document.SetCultureEdited(edited);
        return edited.Count > 0;
    }

    private void SaveNames(List<ContentVersionCultureVariationRow> stored, int versionId, ContentCultureInfosCollection? infos)
    {
        var left = stored.Where(x => x.VersionId == versionId).ToDictionary(x => x.LanguageId);
        foreach (ContentCultureInfos info in infos.Each())
        {
            int languageId = Id(info.Culture);
            if (!left.Remove(languageId, out ContentVersionCultureVariationRow? row))
            {
                row = context.Add(new ContentVersionCultureVariationRow { VersionId = versionId, LanguageId = languageId }).Entity;
            }

            if (row.Name != info.Name || row.Date != info.Date)
            {
                row.Name = info.Name ?? string.Empty;
                row.Date = info.Date;
                row.AvailableUserId = document.WriterId;
            }
        }

        context.RemoveRange(left.Values);
    }

    private int Id(string culture) => languages.IdOf(culture)!.Value;
}
