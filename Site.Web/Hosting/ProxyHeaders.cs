using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Site.Web.Hosting;

/// <summary>Takes the visitor's address and scheme from the proxies that <c>Site:Proxy:KnownNetworks</c> names, and from nobody else.</summary>
/// <remarks>The host is never taken from a header: a proxy passes the one that was asked for (<c>proxy_set_header Host $host</c>).</remarks>
internal static class ProxyHeaders
{
    /// <summary>Networks such as <c>10.0.0.0/8</c>, or single addresses; a list, or one text with commas.</summary>
    public const string Key = "Site:Proxy:KnownNetworks";

    /// <summary>Adds the middleware when there are known networks; its place is before everything that reads an address.</summary>
    /// <exception cref="InvalidOperationException">A network cannot be read.</exception>
    public static void UseProxyHeaders(this WebApplication app)
    {
        System.Net.IPNetwork[] networks = [.. Read(app.Configuration.GetSection(Key)).Select(Parse)];
        if (networks.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };

        // The framework trusts the own machine by default; here nobody is trusted who is not named.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (System.Net.IPNetwork network in networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }

    private static IEnumerable<string> Read(IConfigurationSection section) =>
        section.GetChildren().Select(x => x.Value).Append(section.Value)
            .SelectMany(x => (x ?? string.Empty).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries));

    private static System.Net.IPNetwork Parse(string text) =>
        System.Net.IPNetwork.TryParse(text, out System.Net.IPNetwork network) ? network
        : IPAddress.TryParse(text, out IPAddress? address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"{Key} names \"{text}\", which is no network such as 10.0.0.0/8 and no address.");
}
