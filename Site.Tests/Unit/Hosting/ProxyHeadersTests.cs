using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Site.Web.Hosting;

namespace Site.Tests.Unit.Hosting;

/// <summary>Whose X-Forwarded-* headers are believed.</summary>
public sealed class ProxyHeadersTests
{
    private const string Mine = "127.0.0.1 http";

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.0/8")]
    public async Task Headers_of_somebody_who_is_not_named_are_ignored(string? networks)
    {
        Assert.Equal(Mine, await AskAsync(networks, "203.0.113.7", "https"));
    }

    [Theory]
    [InlineData("127.0.0.0/8")]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.0/8, 127.0.0.1")]
    public async Task Headers_of_a_known_proxy_are_taken(string networks)
    {
        Assert.Equal("203.0.113.7 https", await AskAsync(networks, "203.0.113.7", "https"));
    }

    [Fact]
    public async Task What_a_visitor_has_written_into_the_header_before_the_proxy_is_not_believed()
    {
        Assert.Equal("198.51.100.9 http", await AskAsync("127.0.0.1", "203.0.113.7, 198.51.100.9", "http"));
    }

    [Fact]
    public async Task A_chain_of_known_proxies_is_followed_to_the_visitor()
    {
        Assert.Equal("203.0.113.7 https", await AskAsync("127.0.0.1,10.0.0.0/8", "203.0.113.7, 10.1.2.3", "https, https"));
    }

    [Fact]
    public async Task A_network_that_cannot_be_read_stops_the_start()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync("10.0.0.0/33", "203.0.113.7", "https"));

        Assert.Contains("Site:Proxy:KnownNetworks", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>What the site takes for the visitor's address, scheme and host; the host must be the one that was asked for.</summary>
    private static async Task<string> AskAsync(string? networks, string forwardedFor, string forwardedProto)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration[ProxyHeaders.Key] = networks;
        await using WebApplication app = builder.Build();
        app.UseProxyHeaders();
        app.Run(context => context.Response.WriteAsync($"{context.Connection.RemoteIpAddress} {context.Request.Scheme}{(context.Request.Host.Host == "127.0.0.1" ? string.Empty : " " + context.Request.Host)}"));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Version = HttpVersion.Version11 };
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        request.Headers.Add("X-Forwarded-Proto", forwardedProto);
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        using HttpResponseMessage response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
