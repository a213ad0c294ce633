using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Site.Web.DeliveryApi.RateLimits;

/// <summary>What counts as one address: an IPv4 address, or the network of 64 bits that one subscriber has of IPv6.</summary>
/// <param name="IsVersion6">Whether it is of IPv6.</param>
/// <param name="Number">The address, or the network.</param>
internal readonly record struct LimitedAddress(bool IsVersion6, ulong Number)
{
    /// <summary>Reads the address of a connection; all without one count as one.</summary>
    public static LimitedAddress From(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        if (address?.TryWriteBytes(bytes, out _) != true)
        {
            return default;
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new LimitedAddress(true, BinaryPrimitives.ReadUInt64BigEndian(bytes))
            : new LimitedAddress(false, BinaryPrimitives.ReadUInt32BigEndian(bytes));
    }
}
