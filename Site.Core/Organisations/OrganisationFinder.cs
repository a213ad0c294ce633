using Site.Core.Organisations.Querying;
using Site.Core.PublishedContent;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations;

/// <summary>Finds the organisation that a program names, if the Content Delivery API shows it in the current culture.</summary>
internal sealed class OrganisationFinder(
    DocumentNames names,
    IApiPublishedContentCache contents,
    IApiContentRouteBuilder routes,
    ProtectedContent guarded)
{
    /// <summary>The organisation; <c>null</c> when there is none.</summary>
    /// <param name="text">Its key, or its URL segment in the current culture.</param>
    public IPublishedContent? Find(string text) => names.Find(ContentTypes.Organisation, text)
        .Select(x => contents.GetById(Guid.Parse(x)))
        .FirstOrDefault(x => x is { ContentType.Alias: ContentTypes.Organisation } && !guarded.Contains(x) && routes.Build(x) is not null);
}
