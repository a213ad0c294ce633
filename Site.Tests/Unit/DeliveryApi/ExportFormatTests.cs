using Site.Web.DeliveryApi;

namespace Site.Tests.Unit.DeliveryApi;

/// <summary>Which form of an export an <c>Accept</c> header asks for (RFC 9110 section 12.5.1).</summary>
public sealed class ExportFormatTests
{
    [Theory]
    [InlineData(null, "jsonld")]
    [InlineData("", "jsonld")]
    [InlineData("*/*", "jsonld")]
    [InlineData("application/ld+json", "jsonld")]
    [InlineData("text/csv", "csv")]
    [InlineData("TEXT/CSV; charset=utf-8", "csv")]
    [InlineData("text/*", "csv")]
    [InlineData("application/*, text/csv;q=0.9", "jsonld")]
    [InlineData("application/ld+json;q=0.5, text/csv", "csv")]
    [InlineData("text/csv;q=0.5, */*", "jsonld")]
    [InlineData("text/csv, */*;q=0.1", "csv")]
    [InlineData("application/ld+json;q=0, */*", "csv")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "jsonld")]
    [InlineData("application/json", null)]
    [InlineData("text/csv;q=0", null)]
    [InlineData("text/html, image/png", null)]
    [InlineData("nonsense", "jsonld")]
    public void The_best_of_what_is_accepted_is_given(string? accept, string? format) =>
        Assert.Equal(format, ExportFormat.Choose(accept)?.Name);
}
