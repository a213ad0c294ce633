using Site.Core.Organisations;
using Site.Web.Website.Texts;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.Website.Rendering;

/// <summary>Gathers what a page knows of itself.</summary>
internal sealed class PageContextFactory(ContentTree tree, SiteTexts texts, TimeProvider time)
{
    /// <summary>Describes a page.</summary>
    /// <param name="content">The document, or null for the page that says that there is none.</param>
    /// <param name="culture">The culture of the address.</param>
    /// <param name="pageNumber">The page of a list, from 1.</param>
    public async Task<PageContext> CreateAsync(IPublishedContent? content, string culture, int pageNumber) => new()
    {
        Content = content,
        Portal = tree.Portal,
        Organisation = content is null ? null : tree.OrganisationOf(content),
        Reading = new ReadingCulture(culture, tree.DefaultCulture) { MaySee = tree.IsVisible },
        Texts = await texts.GetAsync(),
        PageNumber = pageNumber,
        Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
    };
}
