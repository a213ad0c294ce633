using Microsoft.Extensions.Options;
using Site.Core.Hosting.DeliveryChanges;
using Site.Core.PublishedContent;
using Site.Core.PublishedContent.Caches;
using Site.Core.PublishedContent.Content;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Extensions;

namespace Site.Core.Delivery.Changes;

/// <summary>
/// Says of a document in which cultures the API shows it to everybody, and how: by what the API itself asks for its answers (allowed types,
/// what is published above, routes, public access).
/// </summary>
internal sealed class DeliveredItems(
    PublishedContentFactory factory,
    IApiContentRouteBuilder routes,
    ProtectedContent guarded,
    DeliveredItemServices services)
{
    private const string OrganisationAlias = "organisation";

    /// <summary>The document in each of its cultures; nothing when it cannot be read.</summary>
    /// <param name="documents">The documents of the snapshot that the current context reads.</param>
    /// <param name="node">The document.</param>
    /// <param name="cultures">The ISO codes of the site's languages, the default one first.</param>
    public IReadOnlyList<DeliveredItem> Read(ContentTable documents, ContentNode node, IReadOnlyList<string> cultures)
    {
        // Made for this once: the snapshot would keep it, and all of them after a comparison of everything.
        if (node.Data.Published is not { } published
            || !documents.IsVisible(node)
            || guarded.IsGuardedPath(node.Data.Path)
            || factory.Create(ContentKind.Document, node.Data, preview: false) is not { } content
            || !services.Settings.CurrentValue.IsAllowedContentType(content.ContentType.Alias))
        {
            return [];
        }

        Guid? organisation = OrganisationOf(documents, node);
        bool varies = content.ContentType.VariesByCulture();
        List<(string Culture, string Path)> paths =
        [
            .. from culture in varies ? content.Cultures.Keys : cultures
               let path = PathOf(content, culture)
               where path is not null
               select (culture, path),
        ];
        return varies
            ? [.. paths.Select(x => Create(x.Culture, x.Path, [x.Path]))]
            : [.. paths.Take(1).Select(x => Create(string.Empty, x.Path, [.. paths.Select(y => $"{y.Culture} {y.Path}")]))];

        DeliveredItem Create(string culture, string path, string[] addresses) => new(
            content.Key,
            culture,
            content.ContentType.Alias,
            path,
            organisation,
            ItemFingerprint.Of(published, culture, [content.ContentType.Alias, .. addresses]));
    }

    private string? PathOf(IPublishedContent content, string culture)
    {
        services.Variation.VariationContext = new VariationContext(culture);
        return routes.Build(content, culture)?.Path;
    }

    private Guid? OrganisationOf(ContentTable documents, ContentNode node)
    {
        for (ContentNode? current = node; current is not null; current = documents.Find(current.Data.ParentId))
        {
            if (services.Types.Find(PublishedItemType.Content, current.Data.ContentTypeId)?.Alias == OrganisationAlias)
            {
                return current.Data.Key;
            }
        }

        return null;
    }
}

/// <summary>What is needed to read documents in a culture.</summary>
internal sealed record DeliveredItemServices(IVariationContextAccessor Variation, PublishedContentTypeCache Types, IOptionsMonitor<DeliveryApiSettings> Settings);
