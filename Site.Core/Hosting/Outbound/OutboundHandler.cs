using System.Net;
using System.Net.Sockets;

namespace Site.Core.Hosting.Outbound;

/// <summary>
/// Makes the handler of requests to addresses that people enter. It connects to the public internet only, and to networks that the
/// settings name besides, so that nobody can make the site speak to its own surroundings.
/// </summary>
/// <remarks>
/// The check is made on the very address that is connected to, after the name was resolved: a name that resolves to another address the
/// next time gains nothing. Redirects are not followed, proxies of the environment not used, cookies not kept.
/// </remarks>
internal static class OutboundHandler
{
    /// <summary>Creates the handler.</summary>
    /// <param name="allowed">Networks that may be reached although they are not public.</param>
    public static SocketsHttpHandler Create(IReadOnlyCollection<IPNetwork> allowed) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, allowed, cancellationToken),
    };

    /// <summary>The addresses of a host that may be connected to.</summary>
    /// <exception cref="HttpRequestException">There is none.</exception>
    internal static IPAddress[] Permitted(string host, IEnumerable<IPAddress> addresses, IReadOnlyCollection<IPNetwork> allowed)
    {
        IPAddress[] permitted = [.. addresses.Where(x => PublicAddresses.Contains(x) || allowed.Any(network => network.Contains(x)))];
        return permitted is not []
            ? permitted
            : throw new HttpRequestException(
                HttpRequestError.ConnectionError,
                $"{host} is not on the public internet. If the site may reach it, add its network to {OutboundOptions.AllowedNetworksKey}.");
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, IReadOnlyCollection<IPNetwork> allowed, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = Permitted(target.Host, await Dns.GetHostAddressesAsync(target.Host, cancellationToken), allowed);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
