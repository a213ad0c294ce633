using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Selectors;

/// <summary>Finds the item that a selector such as <c>children:/ap-mali/</c> is about.</summary>
internal sealed class SelectorQuery(IApiContentPathResolver paths)
{
    /// <summary>The key after the colon, or that of the item whose path stands there; <c>null</c> when there is none.</summary>
    public Guid? GetKey(string selector, string keyword)
    {
        string value = selector[keyword.Length..];
        if (Guid.TryParse(value, out Guid key))
        {
            return key;
        }

        return value.Length == 0 ? null : paths.ResolveContentPath(value)?.Key;
    }
}
