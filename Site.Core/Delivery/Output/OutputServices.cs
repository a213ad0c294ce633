using Microsoft.Extensions.Options;
using Site.Core.PublishedContent;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Output;

/// <summary>What every output strategy needs.</summary>
/// <param name="Renderer">Writes the value of a property.</param>
/// <param name="Guarded">Which content nobody may read.</param>
/// <param name="Settings">Which types of content the API may show.</param>
internal sealed record OutputServices(IApiPropertyRenderer Renderer, ProtectedContent Guarded, IOptionsMonitor<DeliveryApiSettings> Settings);
