using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Dictionary;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.DocumentUrls;
using Site.Core.Persistence.Domains;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Redirects;
using Site.Core.Persistence.Tags;
using Site.Core.Persistence.Users;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.Languages;

/// <summary>What a change of the languages means for everything that is written in them.</summary>
internal static class LanguageContent
{
    /// <summary>Deletes what is written in a language, and what refers to it.</summary>
    public static void Delete(SiteDbContext context, int languageId, string isoCode)
    {
        Redirects(context, isoCode).ExecuteDelete();
        context.Set<PropertyDataRow>().Where(x => x.LanguageId == languageId).ExecuteDelete();
        context.Set<ContentVersionCultureVariationRow>().Where(x => x.LanguageId == languageId).ExecuteDelete();
        context.Set<DocumentCultureVariationRow>().Where(x => x.LanguageId == languageId).ExecuteDelete();
        context.Set<ContentScheduleRow>().Where(x => x.LanguageId == languageId).ExecuteDelete();
        context.Set<DocumentUrlRow>().Where(x => x.LanguageId == languageId).ExecuteDelete();
        context.Set<DocumentUrlAliasRow>().Where(x => x.LanguageId == languageId).ExecuteDelete();
        context.Set<TagRelationshipRow>()
            .Where(x => context.Set<TagRow>().Any(tag => tag.Id == x.TagId && tag.LanguageId == languageId)).ExecuteDelete();
        context.Set<TagRow>().Where(x => x.LanguageId == languageId).ExecuteDelete();
        context.Set<LanguageTextRow>().Where(x => x.LanguageId == languageId).ExecuteDelete();
        context.Set<DomainRow>().Where(x => x.LanguageId == languageId).ExecuteDelete();
        context.Set<UserGroup2LanguageRow>().Where(x => x.LanguageId == languageId).ExecuteDelete();
        DocumentCultureMoves.UnpublishWithoutLanguage(context);
    }

    /// <summary>The types that vary by culture: what is edited of their documents depends on the languages.</summary>
    public static int[] VaryingTypes(SiteDbContext context) =>
        [.. context.Set<ContentTypeRow>().Where(x => (x.Variations & (int)ContentVariation.Culture) != 0).Select(x => x.NodeId)];

    /// <summary>Gives what names the language by its code, and not by its id, the new code.</summary>
    public static void Rename(SiteDbContext context, StoredBlocks blocks, string formerIsoCode, string isoCode)
    {
        Redirects(context, formerIsoCode).ExecuteUpdate(set => set.SetProperty(x => x.Culture, isoCode));
        blocks.RenameLanguage(context, formerIsoCode, isoCode);
    }

    /// <summary>
    /// Gives the documents that have a name in the language, which has become the default one, that name where they are named without a
    /// culture.
    /// </summary>
    public static void NameAfter(SiteDbContext context, int languageId)
    {
        IQueryable<ContentVersionCultureVariationRow> names =
            context.Set<ContentVersionCultureVariationRow>().Where(x => x.LanguageId == languageId);
        context.Set<ContentVersionRow>()
            .Where(x => names.Any(name => name.VersionId == x.Id))
            .ExecuteUpdate(set => set.SetProperty(x => x.Text, x => names.First(name => name.VersionId == x.Id).Name));
        IQueryable<DocumentCultureVariationRow> documents =
            context.Set<DocumentCultureVariationRow>().Where(x => x.LanguageId == languageId && x.Name != null);
        context.Set<NodeRow>()
            .Where(x => documents.Any(document => document.NodeId == x.Id))
            .ExecuteUpdate(set => set.SetProperty(x => x.Text, x => documents.First(document => document.NodeId == x.Id).Name));
    }

    private static IQueryable<RedirectUrlRow> Redirects(SiteDbContext context, string isoCode)
    {
        string lower = isoCode.ToLowerInvariant();
        return context.Set<RedirectUrlRow>().Where(x => x.Culture.ToLower() == lower);
    }
}
