using System.Net;
using Site.Core.Hosting.Outbound;

namespace Site.Tests.Unit.Hosting.Outbound;

/// <summary>Where the site's own requests may go (specs: safety checks, C4).</summary>
public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("41.73.96.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.128.0.0")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2a00:1450:4007::200e")]
    [InlineData("2c0f:f000::1")]
    public void Addresses_of_the_internet_are_public(string address) => Assert.True(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.255.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("203.0.113.7")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.0.192")]
    [InlineData("fd00:ec2::254")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("100::1")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("3fff::1")]
    public void Addresses_of_this_machine_and_its_surroundings_are_not(string address) => Assert.False(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Fact]
    public void Of_a_host_with_several_addresses_only_the_public_ones_are_used()
    {
        IPAddress[] addresses = [IPAddress.Parse("127.0.0.1"), IPAddress.Parse("8.8.8.8"), IPAddress.Parse("10.1.2.3")];

        Assert.Equal([addresses[1]], OutboundHandler.Permitted("example.org", addresses, []));
        Assert.Equal([addresses[1], addresses[2]], OutboundHandler.Permitted("example.org", addresses, [IPNetwork.Parse("10.1.0.0/16")]));
    }

    [Fact]
    public void A_host_without_a_public_address_is_refused_and_the_error_names_the_setting()
    {
        HttpRequestException error = Assert.Throws<HttpRequestException>(() => OutboundHandler.Permitted("intern", [IPAddress.Loopback], []));

        Assert.Contains(OutboundOptions.AllowedNetworksKey, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:65000/")]
    [InlineData("http://localhost:65000/")]
    [InlineData("http://[::1]:65000/")]
    [InlineData("http://2130706433:65000/")]
    [InlineData("http://0x7f.1:65000/")]
    [InlineData("http://[::ffff:7f00:1]:65000/")]
    public async Task The_handler_refuses_before_it_connects_whatever_the_address_looks_like(string url)
    {
        using var client = new HttpClient(OutboundHandler.Create([]));

        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(url));

        Assert.Contains(OutboundOptions.AllowedNetworksKey, error.ToString(), StringComparison.Ordinal);
    }
}
