using System.Net;
using System.Text.Json;
using Site.Core.Delivery.Keys;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Api.DeliveryApi.Keys;

/// <summary>What a key that is limited to an organisation sees of the routes beyond Umbraco's while the API is not public (safety-checks A4).</summary>
public abstract class LimitedKeyTests(DeliverySite site)
{
    private const string Organisations = "umbraco/delivery/api/v2/organisations";

    private readonly ChangeReader _reader = new(site);

    [Fact]
    public async Task The_feed_tells_of_its_organisation_and_of_what_belongs_to_none()
    {
        IContentType type = await site.GetOrCreateTypeAsync("organisation");
        string cursor = await _reader.EndAsync();
        IContent own = site.Publish(type, "Feed own");
        IContent other = site.Publish(type, "Feed other");
        IContent moving = site.Publish(site.Page, "Moving", other);
        IContent leaving = site.Publish(site.Page, "Leaving", own);
        IContent none = site.Publish(site.Page, "Feed none");
        string key = site.Get<DeliveryApiKeys>().Add($"feed-{Guid.NewGuid():N}"[..20], [own.Key], false, null).Text;
        await _reader.ChangesAsync(string.Empty);

        Assert.Equal(
            ["published /feed-none/", "published /feed-own/", "published /feed-own/leaving/"],
            await ToldAsync(cursor, key, own, other, moving, leaving, none));

        cursor = await _reader.EndAsync();
        Assert.True(site.Contents.Move(moving, own.Id).Success);
        Assert.True(site.Contents.Move(leaving, other.Id).Success);
        await _reader.ChangesAsync(cursor);
        Assert.Equal(["published /feed-own/moving/", "unpublished /feed-own/leaving/"], await ToldAsync(cursor, key, moving, leaving));

        cursor = await _reader.EndAsync();
        site.Contents.Delete(site.Contents.GetById(other.Key)!);
        await _reader.ChangesAsync(cursor);
        Assert.Empty(await ToldAsync(cursor, key, own, other, moving, leaving, none));
        Assert.Empty(await ToldAsync(cursor, key, $"&organisation={other.Key}"));
    }

    [Fact]
    public async Task Another_organisation_is_not_exported()
    {
        IContentType type = await site.GetOrCreateTypeAsync("organisation");
        IContent own = site.Publish(type, "Export own");
        IContent other = site.Publish(type, "Export other");
        DeliveryApiKeys keys = site.Get<DeliveryApiKeys>();
        string key = keys.Add($"export-{Guid.NewGuid():N}"[..20], [own.Key], false, null).Text;
        string expired = keys.Add($"expired-{Guid.NewGuid():N}"[..20], [own.Key], false, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)).Text;
        using IDisposable closed = site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", "false"));

        await site.JsonAsync($"{Organisations}/{own.Key}/export", ("Api-Key", key));
        await site.JsonAsync($"{Organisations}/export-own/export", ("Api-Key", key));
        await site.JsonAsync($"{Organisations}/{other.Key}/export", HttpStatusCode.NotFound, ("Api-Key", key));
        await site.JsonAsync($"{Organisations}/export-other/export", HttpStatusCode.NotFound, ("Api-Key", key));
        foreach (string path in (string[])[$"{Organisations}/{own.Key}/export", ChangeReader.Feed, "umbraco/delivery/api/v2/dictionary"])
        {
            await site.JsonAsync(path, HttpStatusCode.Unauthorized);
            await site.JsonAsync(path, HttpStatusCode.Unauthorized, ("Api-Key", expired));
        }
    }

    private async Task<string[]> ToldAsync(string cursor, string key, params IContent[] about) =>
        [.. (await ReadAsync(cursor, key, string.Empty)).Where(x => about.Any(y => y.Key == ChangeReader.Id(x))).Select(ChangeReader.Describe).Order(StringComparer.Ordinal)];

    private async Task<string[]> ToldAsync(string cursor, string key, string parameters) => [.. (await ReadAsync(cursor, key, parameters)).Select(ChangeReader.Describe)];

    private async Task<IEnumerable<JsonElement>> ReadAsync(string cursor, string key, string parameters)
    {
        using IDisposable closed = site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", "false"));
        return (await site.JsonAsync($"{ChangeReader.Feed}?since={cursor}&take=1000{parameters}", ("Api-Key", key))).GetProperty("items").EnumerateArray();
    }
}

/// <summary><see cref="LimitedKeyTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteLimitedKeyTests(SqliteDeliverySite site) : LimitedKeyTests(site), IClassFixture<SqliteDeliverySite>;

/// <summary><see cref="LimitedKeyTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresLimitedKeyTests(PostgresDeliverySite site) : LimitedKeyTests(site), IClassFixture<PostgresDeliverySite>;
