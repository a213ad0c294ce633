using System.Net;
using Microsoft.Extensions.Configuration;

namespace Site.Core.Hosting.Outbound;

/// <summary>To where the site may send requests of its own.</summary>
/// <param name="AllowedNetworks">Networks that may be reached although they are not on the public internet.</param>
internal sealed record OutboundOptions(IReadOnlyList<IPNetwork> AllowedNetworks)
{
    /// <summary>The setting: a list of networks, each like <c>10.1.0.0/16</c>. There is none by default.</summary>
    public const string AllowedNetworksKey = "Site:Outbound:AllowedNetworks";

    /// <summary>Reads the setting.</summary>
    /// <exception cref="InvalidOperationException">An entry is not a network.</exception>
    public static OutboundOptions From(IConfiguration configuration) =>
        new([.. configuration.GetSection(AllowedNetworksKey).GetChildren().Select(x => Parse(x.Value))]);

    private static IPNetwork Parse(string? text) => IPNetwork.TryParse(text, out IPNetwork network)
        ? network
        : throw new InvalidOperationException($"{AllowedNetworksKey} has the entry \"{text}\"; each one must be a network such as \"10.1.0.0/16\".");
}
