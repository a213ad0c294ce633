using System.Net;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>What an export never holds: what may not be read, and cells that a spreadsheet runs.</summary>
public abstract class ExportedContentTests(DeliverySite site) : IAsyncLifetime
{
    private IContentType _organisation = null!;
    private IContentType _publication = null!;

    public async Task InitializeAsync()
    {
        _organisation = await site.GetOrCreateTypeAsync("organisation");
        _publication = await site.GetOrCreateTypeAsync("publication");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_may_not_be_read_is_nowhere_in_an_export()
    {
        IContent organisation = site.Publish(_organisation, "Exporter");
        site.Publish(_publication, "Shown study", organisation);
        site.Save(_publication, "Hidden draft", organisation);
        IContent guarded = site.Publish(_publication, "Hidden closed", organisation);
        IContent folder = site.Publish(site.Page, "Folder", organisation);
        site.Publish(_publication, "Hidden below", folder);
        Assert.True(site.Contents.Unpublish(folder).Success);
        site.Protect(guarded);
        foreach (string format in (string[])["jsonld", "csv"])
        {
            string body = await BodyAsync($"exporter/export?format={format}");
            string previewed = await BodyAsync($"exporter/export?format={format}", DeliverySite.WithKey, ("Preview", "true"));

            Assert.Contains("Shown study", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Hidden", body, StringComparison.Ordinal);
            Assert.Equal(body, previewed);
        }

        using (site.With(("Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0", "publication")))
        {
            Assert.DoesNotContain("study", await BodyAsync("exporter/export"), StringComparison.Ordinal);
        }

        using (site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", "false")))
        {
            await site.JsonAsync("umbraco/delivery/api/v2/organisations/exporter/export", HttpStatusCode.Unauthorized);
        }

        site.Protect(organisation);
        await site.JsonAsync("umbraco/delivery/api/v2/organisations/exporter/export", HttpStatusCode.NotFound);
        await site.JsonAsync($"umbraco/delivery/api/v2/organisations/{organisation.Key}/export", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_cell_is_a_formula_and_every_text_stays_in_its_cell()
    {
        IContent organisation = site.Publish(_organisation, "Formulas");
        foreach (string name in (string[])["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)"])
        {
            site.Publish(_publication, name, organisation, ("summary", $"{name}\r\n\"quoted\", {name}"));
        }

        string body = await BodyAsync("formulas/export?format=csv");

        Assert.Contains(",\"'=cmd|' /C calc'!A0\",", body, StringComparison.Ordinal);
        Assert.Contains("'+1+1", body, StringComparison.Ordinal);
        Assert.Contains("\"\"quoted\"\", -2+3", body, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|,|\n)\"?[=+@]", body.TrimStart('\uFEFF'));
        Assert.DoesNotMatch("(^|,)\"?-", body);
    }

    private async Task<string> BodyAsync(string path, params (string, string)[] headers)
    {
        using HttpResponseMessage response = await site.SendAsync($"umbraco/delivery/api/v2/organisations/{path}", headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}

/// <summary><see cref="ExportedContentTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteExportedContentTests(SqliteDeliverySite site) : ExportedContentTests(site), IClassFixture<SqliteDeliverySite>;

/// <summary><see cref="ExportedContentTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresExportedContentTests(PostgresDeliverySite site) : ExportedContentTests(site), IClassFixture<PostgresDeliverySite>;
