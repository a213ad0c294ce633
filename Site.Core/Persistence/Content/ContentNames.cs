using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Extensions;

namespace Site.Core.Persistence.Content;

/// <summary>Gives documents and media the names that they are stored under: unique among siblings, in each language too.</summary>
internal static class ContentNames
{
    /// <summary>
    /// Makes the names of the entity unique among its siblings, and the invariant name of a variant entity that in the default
    /// language.
    /// </summary>
    /// <param name="context">The context, in a writing session.</param>
    /// <param name="entity">The entity about to be saved.</param>
    /// <param name="objectType">What its siblings are.</param>
    /// <param name="languages">The languages.</param>
    /// <param name="unique">Whether siblings must differ in name.</param>
    /// <exception cref="InvalidOperationException">The entity has no name.</exception>
    public static void Ensure(SiteDbContext context, IContentBase entity, Guid objectType, LanguageCodes languages, bool unique = true)
    {
        bool placed = !entity.HasIdentity || entity.IsPropertyDirty(nameof(ITreeEntity.ParentId));
        bool varies = entity.ContentType.VariesByCulture();
        if (varies && unique)
        {
            EnsureCultureNames(context, entity, objectType, placed, languages);
        }

        string name = InvariantName(entity, varies, languages);
        bool isDefaultName = varies && languages.Default is { } culture && entity.IsCultureAvailable(culture);
        if (unique && !isDefaultName && (placed || entity.IsPropertyDirty(nameof(ITreeEntity.Name))))
        {
            name = UniqueName.Create(name, SiblingNames(context, entity, objectType, name));
        }

        if (entity.Name != name)
        {
            entity.Name = name;
        }
    }

    private static string InvariantName(IContentBase entity, bool varies, LanguageCodes languages)
    {
        string? name = varies && languages.Default is { } culture && entity.IsCultureAvailable(culture)
            ? entity.GetCultureName(culture)
            : entity.Name;
        if (string.IsNullOrWhiteSpace(name) && varies)
        {
            name = entity.CultureInfos.Each().FirstOrDefault(x => !string.IsNullOrWhiteSpace(x.Name))?.Name;
        }

        return string.IsNullOrWhiteSpace(name)
            ? throw new InvalidOperationException($"The item {entity.Key} cannot be saved without a name.")
            : name;
    }

    private static void EnsureCultureNames(SiteDbContext context, IContentBase entity, Guid objectType, bool placed, LanguageCodes languages)
    {
        foreach (ContentCultureInfos info in entity.CultureInfos.Each().ToArray())
        {
            if (string.IsNullOrWhiteSpace(info.Name) || (!placed && !info.IsDirty()))
            {
                continue;
            }

            int languageId = languages.IdOf(info.Culture)!.Value;
            string unique = UniqueName.Create(info.Name, SiblingCultureNames(context, entity, objectType, languageId, info.Name));
            if (unique == info.Name)
            {
                continue;
            }

            string given = info.Name;
            entity.SetCultureInfo(info.Culture, unique, info.Date);
            if (entity is IContent { PublishedState: PublishedState.Publishing } document && document.GetPublishName(info.Culture) == given)
            {
                document.SetPublishInfo(info.Culture, unique, document.GetPublishDate(info.Culture) ?? info.Date);
            }
        }
    }

    private static List<string> SiblingNames(SiteDbContext context, IContentBase entity, Guid objectType, string name) =>
        Alike(context, name, Siblings(context, entity, objectType).Where(x => x.Text != null).Select(x => x.Text!));

    private static List<string> SiblingCultureNames(SiteDbContext context, IContentBase entity, Guid objectType, int languageId, string name) =>
        Alike(context, name, Siblings(context, entity, objectType)
            .Join(context.Set<ContentVersionRow>().Where(x => x.Current), x => x.Id, x => x.NodeId, (node, version) => version.Id)
            .Join(context.Set<ContentVersionCultureVariationRow>(), x => x, x => x.VersionId, (id, variation) => variation)
            .Where(x => x.LanguageId == languageId)
            .Select(x => x.Name));

    // Those that the name, or one that is numbered for it, could be mistaken for.
    private static List<string> Alike(SiteDbContext context, string name, IQueryable<string> names)
    {
        string candidates = context.CandidatesFor(UniqueName.StartOf(name));
        string lower = name.ToLowerInvariant();
        string stem = UniqueName.BaseOf(name);
        string lowerStem = stem.ToLowerInvariant();
        string numbered = UniqueName.PrefixOf(name);
        string lowerNumbered = numbered.ToLowerInvariant();
        return [.. names.Where(x => EF.Functions.Like(x, candidates) && (x == name || x == stem || x.StartsWith(numbered)
            || x.ToLower() == lower || x.ToLower() == lowerStem || x.ToLower().StartsWith(lowerNumbered)))];
    }

    private static IQueryable<NodeRow> Siblings(SiteDbContext context, IContentBase entity, Guid objectType)
    {
        int id = entity.Id;
        int parentId = entity.ParentId;
        return context.Set<NodeRow>().Where(x => x.ParentId == parentId && x.NodeObjectType == objectType && x.Id != id);
    }
}
