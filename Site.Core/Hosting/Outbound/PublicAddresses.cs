using System.Net;
using System.Net.Sockets;

namespace Site.Core.Hosting.Outbound;

/// <summary>Tells the addresses of the public internet from those that only this machine or its own networks reach.</summary>
internal static class PublicAddresses
{
    // IANA's special-purpose registries: what they do not call globally reachable.
    private static readonly IPNetwork[] _notPublicIPv4 =
    [
        .. Parse("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24"),
        .. Parse("192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),

        // Looks public and is the host's own service on every machine of Azure.
        IPNetwork.Parse("168.63.129.16/32"),
    ];

    // Of IPv6 only this block is given out; inside it, addresses that carry an IPv4 address or mean no place (Teredo, ORCHID, 6to4, examples).
    private static readonly IPNetwork _globalIPv6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] _notPublicIPv6 = Parse("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// <summary>Whether the address belongs to the public internet; an IPv4 address in the clothes of IPv6 is judged as what it is.</summary>
    public static bool Contains(IPAddress address)
    {
        IPAddress actual = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return actual.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(_notPublicIPv4, x => x.Contains(actual))
            : _globalIPv6.Contains(actual) && !Array.Exists(_notPublicIPv6, x => x.Contains(actual));
    }

    private static IPNetwork[] Parse(params string[] networks) => Array.ConvertAll(networks, IPNetwork.Parse);
}
