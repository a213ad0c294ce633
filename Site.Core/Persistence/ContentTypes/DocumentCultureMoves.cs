using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Tags;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Gives documents their names and states per culture when their type begins to vary by culture, and takes them back when it stops.</summary>
internal static class DocumentCultureMoves
{
    /// <summary>The names, states and schedules of documents of a type become those of the language.</summary>
    public static void ToCulture(SiteDbContext context, int contentTypeId, int languageId)
    {
        NameVersions(context, contentTypeId, languageId);
        DescribeDocuments(context, contentTypeId, languageId);
        DropOutdatedCultures(context, contentTypeId);
        Schedules(context, contentTypeId).Where(x => x.LanguageId == null)
            .ExecuteUpdate(set => set.SetProperty(x => x.LanguageId, (int?)languageId));
    }

    /// <summary>The names, states and schedules that documents of a type have in the language become theirs; those of other languages stay, unused.</summary>
    /// <remarks>What visitors read in other languages only is not published: nobody has released what the default language says.</remarks>
    public static void ToInvariant(SiteDbContext context, int contentTypeId, int languageId)
    {
        IQueryable<ContentVersionCultureVariationRow> names =
            context.Set<ContentVersionCultureVariationRow>().Where(x => x.LanguageId == languageId);
        Versions(context, contentTypeId)
            .Where(x => names.Any(name => name.VersionId == x.Id))
            .ExecuteUpdate(set => set.SetProperty(x => x.Text, x => names.First(name => name.VersionId == x.Id).Name));

        IQueryable<DocumentCultureVariationRow> states =
            context.Set<DocumentCultureVariationRow>().Where(x => x.LanguageId == languageId);
        Unpublish(context, Documents(context, contentTypeId).Where(x => !states.Any(state => state.NodeId == x.NodeId && state.Published)));
        context.Set<NodeRow>()
            .Where(x => states.Any(state => state.NodeId == x.Id && state.Name != null) && Documents(context, contentTypeId).Any(y => y.NodeId == x.Id))
            .ExecuteUpdate(set => set.SetProperty(x => x.Text, x => states.First(state => state.NodeId == x.Id).Name));
        Schedules(context, contentTypeId).Where(x => x.LanguageId == languageId)
            .ExecuteUpdate(set => set.SetProperty(x => x.LanguageId, (int?)null));
    }

    /// <summary>Documents of types that vary, and are published in no language any more, are published no more.</summary>
    public static void UnpublishWithoutLanguage(SiteDbContext context)
    {
        IQueryable<DocumentCultureVariationRow> published = context.Set<DocumentCultureVariationRow>().Where(x => x.Published);
        IQueryable<int> varying =
            from content in context.Set<ContentRow>()
            join type in context.Set<ContentTypeRow>() on content.ContentTypeId equals type.NodeId
            where (type.Variations & (int)ContentVariation.Culture) != 0
            select content.NodeId;
        Unpublish(context, context.Set<DocumentRow>().Where(x => varying.Contains(x.NodeId) && !published.Any(state => state.NodeId == x.NodeId)));
    }

    private static void Unpublish(SiteDbContext context, IQueryable<DocumentRow> documents)
    {
        int[] ids = [.. documents.Where(x => x.Published).Select(x => x.NodeId)];
        IQueryable<int> versions = context.Set<ContentVersionRow>().Where(x => EF.Parameter(ids).Contains(x.NodeId)).Select(x => x.Id);
        context.Set<DocumentVersionRow>().Where(x => x.Published && versions.Contains(x.Id))
            .ExecuteUpdate(set => set.SetProperty(x => x.Published, false));
        context.Set<DocumentRow>().Where(x => EF.Parameter(ids).Contains(x.NodeId))
            .ExecuteUpdate(set => set.SetProperty(x => x.Published, false).SetProperty(x => x.Edited, true));
        context.Set<TagRelationshipRow>().Where(x => EF.Parameter(ids).Contains(x.NodeId)).ExecuteDelete();
    }

    private static IQueryable<DocumentRow> Documents(SiteDbContext context, int contentTypeId) => context.Set<DocumentRow>()
        .Where(x => context.Set<ContentRow>().Any(content => content.NodeId == x.NodeId && content.ContentTypeId == contentTypeId));

    private static IQueryable<ContentVersionRow> Versions(SiteDbContext context, int contentTypeId) => context.Set<ContentVersionRow>()
        .Where(x => Documents(context, contentTypeId).Any(document => document.NodeId == x.NodeId));

    private static IQueryable<ContentScheduleRow> Schedules(SiteDbContext context, int contentTypeId) => context.Set<ContentScheduleRow>()
        .Where(x => Documents(context, contentTypeId).Any(document => document.NodeId == x.NodeId));

    private static void NameVersions(SiteDbContext context, int contentTypeId, int languageId)
    {
        IQueryable<ContentVersionRow> versions = Versions(context, contentTypeId);
        context.Set<ContentVersionCultureVariationRow>()
            .Where(x => x.LanguageId == languageId && versions.Any(version => version.Id == x.VersionId))
            .ExecuteDelete();
        List<ContentVersionCultureVariationRow> rows =
        [
            .. from version in versions
               join node in context.Set<NodeRow>() on version.NodeId equals node.Id
               select new ContentVersionCultureVariationRow
               {
                   VersionId = version.Id,
                   LanguageId = languageId,
                   Name = version.Text ?? node.Text ?? string.Empty,
                   Date = version.VersionDate,
                   AvailableUserId = version.UserId,
               },
        ];
        context.AddRange(rows);
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    private static void DescribeDocuments(SiteDbContext context, int contentTypeId, int languageId)
    {
        IQueryable<DocumentRow> documents = Documents(context, contentTypeId);
        context.Set<DocumentCultureVariationRow>()
            .Where(x => x.LanguageId == languageId && documents.Any(document => document.NodeId == x.NodeId))
            .ExecuteDelete();
        List<DocumentCultureVariationRow> rows =
        [
            .. from document in documents
               join node in context.Set<NodeRow>() on document.NodeId equals node.Id
               select new DocumentCultureVariationRow
               {
                   NodeId = document.NodeId,
                   LanguageId = languageId,
                   Edited = document.Edited,
                   Available = true,
                   Published = document.Published,
                   Name = node.Text,
               },
        ];
        context.AddRange(rows);
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    // Other cultures are there from a time when the type varied before. What was saved or published since has no part in them.
    private static void DropOutdatedCultures(SiteDbContext context, int contentTypeId)
    {
        IQueryable<ContentVersionRow> versions = Versions(context, contentTypeId);
        IQueryable<DocumentCultureVariationRow> states = context.Set<DocumentCultureVariationRow>()
            .Where(x => Documents(context, contentTypeId).Any(document => document.NodeId == x.NodeId));
        IQueryable<ContentVersionCultureVariationRow> names = context.Set<ContentVersionCultureVariationRow>();
        states
            .Where(x => !versions.Any(version => version.NodeId == x.NodeId && version.Current
                && names.Any(name => name.VersionId == version.Id && name.LanguageId == x.LanguageId)))
            .ExecuteDelete();
        states
            .Where(x => x.Published && !versions.Any(version => version.NodeId == x.NodeId
                && context.Set<DocumentVersionRow>().Any(published => published.Id == version.Id && published.Published)
                && names.Any(name => name.VersionId == version.Id && name.LanguageId == x.LanguageId)))
            .ExecuteUpdate(set => set.SetProperty(x => x.Published, false));
    }
}
