using System.Net;
using Site.Web.DeliveryApi.RateLimits;

namespace Site.Tests.Unit.DeliveryApi.RateLimits;

/// <summary>What counts as one address.</summary>
public sealed class LimitedAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::203.0.113.7", "203.0.113.7", false)]
    [InlineData(null, null, true)]
    public void An_address_of_version_4_counts_by_itself_and_of_version_6_with_its_network(string? one, string? other, bool same)
    {
        Assert.Equal(same, From(one) == From(other));
    }

    private static LimitedAddress From(string? address) => LimitedAddress.From(address is null ? null : IPAddress.Parse(address));
}
