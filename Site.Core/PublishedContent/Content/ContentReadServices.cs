using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;

namespace Site.Core.PublishedContent.Content;

/// <summary>What contents need when they are read.</summary>
/// <param name="Stamp">Gives <see cref="ContentSnapshot.Stamp"/> of the snapshot that is being read.</param>
/// <param name="Variation">Says in which culture and segment.</param>
/// <param name="Urls">Gives the URL segments.</param>
/// <param name="DefaultCulture">Gives the culture whose URL segment stands for what does not vary.</param>
/// <param name="Parents">Finds the parent of a node, as the reader may see it.</param>
internal sealed record ContentReadServices(
    Func<object> Stamp,
    IVariationContextAccessor Variation,
    Lazy<IDocumentUrlService> Urls,
    Lazy<IDefaultCultureAccessor> DefaultCulture,
    Func<PublishedItemType, int, bool, IPublishedContent?> Parents);
