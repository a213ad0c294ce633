using Site.Core.Organisations;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.Website.Feeds;

/// <summary>Which documents are pages.</summary>
internal static class PublishedPages
{
    private static readonly HashSet<string> News =
    [
        ContentTypes.Publication, ContentTypes.AnnualReport, ContentTypes.Article, ContentTypes.Event,
        ContentTypes.CallForApplications, ContentTypes.FactCheck, ContentTypes.Programme,
    ];

    /// <summary>Every document below the portal, and itself, that has a template. The references are never pages.</summary>
    public static IEnumerable<IPublishedContent> Pages(this ContentTree tree) =>
        tree.Portal is { } portal ? tree.Descendants(portal).Prepend(portal).Where(content => content.TemplateId is > 0) : [];

    /// <summary>What an organisation brought out, the newest first.</summary>
    public static IEnumerable<IPublishedContent> NewsOf(this ContentTree tree, IPublishedContent organisation) =>
        tree.Descendants(organisation).Where(content => News.Contains(content.ContentType.Alias)).OrderByDescending(DateOf);

    /// <summary>The day that a document bears, else the day that it was made.</summary>
    public static DateTime DateOf(IPublishedContent content)
    {
        ElementReader reader = new(content, new ReadingCulture(string.Empty, string.Empty));
        return reader.Moment("date") ?? reader.Moment("starts") ?? reader.Moment("opens") ?? content.CreateDate;
    }

    /// <summary>When a document last changed in a culture, in UTC.</summary>
    public static DateTime ChangedIn(IPublishedContent content, string culture) => DateTime.SpecifyKind(
        content.Cultures.TryGetValue(culture, out PublishedCultureInfo? info) && info.Date > DateTime.MinValue ? info.Date : content.UpdateDate,
        DateTimeKind.Utc);
}
