using System.Net;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>Where the former path of a document leads (specs/content-delivery-api-v2.md section 8.3).</summary>
public abstract class RedirectTests(DeliverySite site)
{
    [Fact]
    public async Task The_former_path_leads_to_the_new_one_and_says_below_which_root()
    {
        IContent page = Rename(site.Publish(site.Page, "Former name"), "Later name");

        foreach ((string, string)[] headers in ((string, string)[][])[[], [("Start-Item", "own")], [("Start-Item", site.Own.Key.ToString())]])
        {
            using HttpResponseMessage response = await site.SendAsync($"{DeliverySite.Content}/item/former-name/", headers);

            Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
            Assert.Equal("/later-name/", response.Headers.Location!.OriginalString);
            Assert.Equal("own", response.Headers.GetValues("Location-Start-Item-Path").Single());
            Assert.Equal(site.Own.Key.ToString("D"), response.Headers.GetValues("Location-Start-Item-Id").Single());
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(page.Key, ChangeReader.Id(await site.JsonAsync($"{DeliverySite.Content}/item/later-name/")));
    }

    [Fact]
    public async Task What_is_below_is_found_by_its_former_path_too()
    {
        IContent page = site.Publish(site.Page, "Former branch");
        site.Publish(site.Page, "Leaf", page);
        Rename(page, "Later branch");

        Assert.Equal("/later-branch/leaf/", await LocationAsync("former-branch/leaf"));
    }

    [Fact]
    public async Task Below_the_first_root_the_segment_of_the_root_is_not_remembered()
    {
        IContent page = site.Publish(site.Page, "First former", site.Contents.GetById(DeliverySite.Key("Root 1")));
        Rename(page, "First later");

        Assert.Equal("/first-later/", await LocationAsync("first-former"));
        Assert.Equal("/first-later/", await LocationAsync("first-former", ("Start-Item", "root-1")));
    }

    [Fact]
    public async Task Each_culture_has_redirects_of_its_own()
    {
        IContent page = site.Publish(site.VariantPage, "Culture former");
        page.SetCultureName("Culture senere", "da-DK");
        site.Save(page);
        site.Publish(page);

        Assert.Equal("/culture-senere/", await LocationAsync("culture-former-da", ("Accept-Language", "da-DK")));
        Assert.Null(await LocationAsync("culture-former-da"));
    }

    [Fact]
    public async Task Nothing_leads_to_what_is_hidden_and_nothing_away_from_what_is_there()
    {
        IContent page = Rename(site.Publish(site.Page, "Gone former"), "Gone later");
        Assert.True(site.Contents.Unpublish(page).Success);
        Assert.Null(await LocationAsync("gone-former"));

        Rename(site.Publish(site.Page, "Taken"), "Taken later");
        IContent successor = site.Publish(site.Page, "Taken");
        Assert.Equal(successor.Key, ChangeReader.Id(await site.JsonAsync($"{DeliverySite.Content}/item/taken/")));
    }

    private IContent Rename(IContent document, string name)
    {
        document.Name = name;
        site.Save(document);
        site.Publish(document);
        return document;
    }

    /// <returns><c>null</c> for 404.</returns>
    private async Task<string?> LocationAsync(string path, params (string, string)[] headers)
    {
        using HttpResponseMessage response = await site.SendAsync($"{DeliverySite.Content}/item/{path}", headers);
        Assert.Equal(response.Headers.Location is null ? HttpStatusCode.NotFound : HttpStatusCode.MovedPermanently, response.StatusCode);
        return response.Headers.Location?.OriginalString;
    }
}

/// <summary><see cref="RedirectTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteRedirectTests(SqliteDeliverySite site) : RedirectTests(site), IClassFixture<SqliteDeliverySite>;

/// <summary><see cref="RedirectTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresRedirectTests(PostgresDeliverySite site) : RedirectTests(site), IClassFixture<PostgresDeliverySite>;
