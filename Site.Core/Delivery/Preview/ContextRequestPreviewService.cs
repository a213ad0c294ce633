using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Web;

namespace Site.Core.Delivery.Preview;

/// <summary>Whether drafts are asked for: who opens the Umbraco context, once the key of a preview was found right, decides that.</summary>
internal sealed class ContextRequestPreviewService(IUmbracoContextAccessor contexts) : IRequestPreviewService
{
    /// <inheritdoc />
    public bool IsPreview() => contexts.TryGetUmbracoContext(out IUmbracoContext? context) && context.InPreviewMode;
}
