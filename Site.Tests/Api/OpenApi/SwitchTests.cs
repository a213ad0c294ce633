using System.Net;
using Site.Tests.Support;

namespace Site.Tests.Api.OpenApi;

/// <summary><c>Site:OpenApi:Enabled</c> takes documents and pages away.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SwitchTests(SwitchTests.ClosedSite site) : IClassFixture<SwitchTests.ClosedSite>
{
    [Theory]
    [InlineData("umbraco/swagger")]
    [InlineData("umbraco/swagger/index.html")]
    [InlineData("umbraco/swagger/delivery/index.html")]
    [InlineData("umbraco/swagger/delivery/swagger.json")]
    [InlineData("umbraco/swagger/delivery-typed/swagger.json")]
    [InlineData("umbraco/swagger/site/swagger.json")]
    public async Task Switched_off_there_is_nothing(string path)
    {
        using HttpResponseMessage response = await site.SendAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    /// <summary>A site with the switch off.</summary>
    public sealed class ClosedSite() : WebSiteFixture(Engine.Sqlite)
    {
        /// <inheritdoc />
        protected override void Configure(IDictionary<string, string?> settings)
        {
            base.Configure(settings);
            settings["Site:OpenApi:Enabled"] = "false";
        }
    }
}
