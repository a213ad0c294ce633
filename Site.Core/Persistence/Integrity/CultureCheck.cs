using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Documents;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.Integrity;

/// <summary>A document that varies by culture has the names of its cultures: of the draft and of what is published.</summary>
internal sealed class CultureCheck : IIntegrityCheck
{
    /// <inheritdoc />
    public string Name => "culture";

    /// <inheritdoc />
    public IEnumerable<Damage> Find(SiteDbContext context) => [.. PublishedWithoutName(context), .. DraftsWithoutName(context), .. PublishedInNoCulture(context)];

    private static IEnumerable<Damage> PublishedWithoutName(SiteDbContext context)
    {
        var found = context.Set<DocumentCultureVariationRow>()
            .Where(x => x.Published && !context.Set<ContentVersionCultureVariationRow>().Any(name => name.LanguageId == x.LanguageId
                && context.Set<ContentVersionRow>().Any(v => v.Id == name.VersionId && v.NodeId == x.NodeId)
                && context.Set<DocumentVersionRow>().Any(d => d.Id == name.VersionId && d.Published)))
            .Select(x => new { x.Id, x.NodeId, x.LanguageId })
            .ToList();
        return found.Select(x => new Damage(
            $"the document {x.NodeId} is published in the language {x.LanguageId} and its published version has no name in it; the language becomes a draft",
            repair => repair.Set<DocumentCultureVariationRow>().Where(y => y.Id == x.Id).ExecuteUpdate(y => y.SetProperty(z => z.Published, false))));
    }

    private static IEnumerable<Damage> DraftsWithoutName(SiteDbContext context)
    {
        var found = context.Set<DocumentCultureVariationRow>()
            .Where(x => x.Available && x.Name != null)
            .Join(context.Set<ContentVersionRow>().Where(x => x.Current), x => x.NodeId, x => x.NodeId, (state, version) => new { state.NodeId, state.LanguageId, state.Name, VersionId = version.Id, version.VersionDate })
            .Where(x => !context.Set<ContentVersionCultureVariationRow>().Any(name => name.VersionId == x.VersionId && name.LanguageId == x.LanguageId))
            .ToList();
        return found.Select(x => new Damage(
            $"the draft of the document {x.NodeId} has no name in the language {x.LanguageId}; it gets \"{x.Name}\"",
            repair =>
            {
                repair.Add(new ContentVersionCultureVariationRow { VersionId = x.VersionId, LanguageId = x.LanguageId, Name = x.Name!, Date = x.VersionDate });
                repair.SaveChanges();
            }));
    }

    private static IEnumerable<Damage> PublishedInNoCulture(SiteDbContext context)
    {
        const int Culture = (int)ContentVariation.Culture;
        List<int> found =
        [
            .. from document in context.Set<DocumentRow>()
               join content in context.Set<ContentRow>() on document.NodeId equals content.NodeId
               join type in context.Set<ContentTypeRow>() on content.ContentTypeId equals type.NodeId
               where document.Published && (type.Variations & Culture) == Culture
                   && !context.Set<DocumentCultureVariationRow>().Any(x => x.NodeId == document.NodeId && x.Published)
               select document.NodeId,
        ];
        return found.Select(id => new Damage($"the document {id} is published and in no language; it becomes a draft", x => PublishedVersionCheck.Unpublish(x, id)));
    }
}
