using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Writes blocks for the Delivery API.</summary>
internal static class ApiElementBuilderExtensions
{
    /// <summary>One block; its settings are <c>null</c> where there are none.</summary>
    public static ApiBlockItem BuildBlock(this IApiElementBuilder builder, IPublishedElement content, IPublishedElement? settings)
        => new(builder.Build(content), settings is null ? null : builder.Build(settings));
}
