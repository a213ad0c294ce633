using Site.Core.PublishedContent;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Core.Organisations.Export;

/// <summary>What an export gives of an organisation: what the Content Delivery API shows to everybody in the culture, and nothing else.</summary>
/// <param name="Content">The organisation.</param>
/// <param name="Reading">The culture; there is no other to fall back to.</param>
/// <param name="Programmes">The programmes in the editors' order.</param>
/// <param name="Publications">The publications and annual reports, in the editors' order.</param>
internal sealed record ExportedOrganisation(
    IPublishedContent Content,
    ReadingCulture Reading,
    IEnumerable<IPublishedContent> Programmes,
    IEnumerable<IPublishedContent> Publications);

/// <summary>Gathers what is exported, from what is in memory.</summary>
internal sealed class OrganisationExport(
    IApiPublishedContentCache contents,
    IApiContentRouteBuilder routes,
    IDocumentNavigationQueryService navigation,
    ProtectedContent guarded)
{
    /// <summary>Gathers an organisation.</summary>
    /// <param name="organisation">The organisation, which is visible.</param>
    /// <param name="culture">The culture to read in, which is the current one.</param>
    public ExportedOrganisation Read(IPublishedContent organisation, string culture)
    {
        IEnumerable<Guid> below = navigation.TryGetDescendantsKeys(organisation.Key, out IEnumerable<Guid> keys) ? keys : [];
        IPublishedContent[] visible = [.. below.Select(contents.GetById).OfType<IPublishedContent>().Where(IsVisible)];
        return new ExportedOrganisation(
            organisation,
            new ReadingCulture(culture, culture) { MaySee = IsVisible },
            visible.Where(x => x.ContentType.Alias == ContentTypes.Programme),
            visible.Where(x => x.ContentType.Alias is ContentTypes.Publication or ContentTypes.AnnualReport));
    }

    // Media items have neither type nor address in this sense: what shows them decides.
    private bool IsVisible(IPublishedContent content) => content.ItemType != PublishedItemType.Content
        || (contents.GetById(content.Key) is not null && !guarded.Contains(content) && routes.Build(content) is not null);
}
