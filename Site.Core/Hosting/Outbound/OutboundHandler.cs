using System.Net;
using System.Net.Sockets;

namespace Site.Core.Hosting.Outbound;

/// <summary>
/// The handler of requests to addresses that people enter. It connects to the public internet only, and to networks that the
/// settings name besides, so that nobody can make the site speak to its own surroundings.
/// </summary>
/// <remarks>
/// The check is made on the very address that is connected to, after the name was resolved: a name that resolves to another address the
/// next time gains nothing. Redirects are not followed, proxies of the environment not used, cookies not kept.
/// </remarks>
internal sealed class OutboundHandler : DelegatingHandler
{
    // Below are mail, name servers, file shares, log-ins: nothing that speaks HTTP.
    private const int FirstFreePort = 1024;

    // A receiver's answer is read for the log only.
    private const int MaxResponseHeadersKilobytes = 16;

    private OutboundHandler(HttpMessageHandler inner)
        : base(inner)
    {
    }

    /// <summary>Finds the addresses of a host.</summary>
    public delegate Task<IPAddress[]> Resolver(string host, CancellationToken cancellationToken);

    /// <summary>Creates the handler.</summary>
    /// <param name="allowed">Networks that may be reached although they are not public.</param>
    public static OutboundHandler Create(IReadOnlyCollection<IPNetwork> allowed) => Create(allowed, Dns.GetHostAddressesAsync);

    /// <summary>Creates the handler with another way to find addresses.</summary>
    internal static OutboundHandler Create(IReadOnlyCollection<IPNetwork> allowed, Resolver resolve) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = MaxResponseHeadersKilobytes,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = async (context, cancellationToken) =>
        {
            DnsEndPoint target = context.DnsEndPoint;
            IPAddress[] found = await resolve(target.Host, cancellationToken);
            return await ConnectAsync(Permitted(target.Host, found, allowed), target.Port, cancellationToken);
        },
    });

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

    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Refusal(request.RequestUri!) is { } reason
            ? Task.FromException<HttpResponseMessage>(new HttpRequestException(reason))
            : base.SendAsync(request, cancellationToken);

    private static string? Refusal(Uri address) => address switch
    {
        { Scheme: not ("http" or "https") } => $"{address.Scheme}: is not spoken, only http and https.",
        { UserInfo: not "" } => "The address has a name or password in it; put them into a header.",
        { Port: not (80 or 443) and < FirstFreePort } => $"Port {address.Port} is not spoken to, only 80, 443 and those from {FirstFreePort} on.",
        _ => null,
    };

    private static async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
