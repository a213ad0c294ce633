using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>
/// What the API adds to Umbraco's: validators, how long answers keep, compression and other origins (RFC 9110, RFC 9111, RFC 5861, Fetch).
/// A client that does not ask for any of it gets the same bytes.
/// </summary>
public abstract class ConditionalRequestTests(DeliverySite site)
{
    private static string[] Paths =>
    [
        $"{DeliverySite.Content}/item/{DeliverySite.Key("Root 1")}", $"{DeliverySite.Content}?take=3", $"{DeliverySite.Content}/items?id={DeliverySite.Key("Root 1")}",
        $"{DeliverySite.Media}?fetch=children:/",
    ];

    [Fact]
    public async Task A_client_that_has_the_answer_is_told_so_without_a_body()
    {
        foreach (string path in Paths)
        {
            using HttpResponseMessage first = await site.SendAsync(path);
            string tag = first.Headers.ETag!.ToString();
            using HttpResponseMessage again = await site.SendAsync(path, ("If-None-Match", $"\"other\", W/{tag}"));
            using HttpResponseMessage any = await site.SendAsync(path, ("If-None-Match", "*"));
            using HttpResponseMessage other = await site.SendAsync(path, ("If-None-Match", "\"other\""));

            Assert.False(first.Headers.ETag.IsWeak);
            Assert.All([again, any], x => Assert.Equal(HttpStatusCode.NotModified, x.StatusCode));
            Assert.Equal(tag, again.Headers.ETag!.ToString());
            Assert.Equal(first.Headers.CacheControl!.ToString(), again.Headers.CacheControl!.ToString());
            Assert.Equal(first.Headers.Vary, again.Headers.Vary);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);

            // What the client has already is not said again.
            Assert.Contains("Content-Security-Policy", first.Headers.Select(x => x.Key));
            Assert.Equal(["Cache-Control", "Date", "ETag", "Vary"], again.Headers.Select(x => x.Key).Order());
        }
    }

    [Fact]
    public async Task A_change_changes_the_tag_and_nothing_else_does()
    {
        IContent item = site.Publish(site.Page, "Validated", null, ("title", "one"));
        string path = $"{DeliverySite.Content}/item/{item.Key}";
        string? before = await TagAsync(path);
        Assert.Equal(before, await TagAsync(path));

        item.SetValue("title", "two");
        site.Save(item);
        Assert.Equal(before, await TagAsync(path));
        site.Publish(item);

        Assert.NotEqual(before, await TagAsync(path));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("identity", null)]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("gzip;q=0", null)]
    [InlineData("identity, br;q=0.5", null)]
    [InlineData(";;;q=", null)]
    public async Task The_body_is_compressed_as_the_client_likes_it_best(string? accepted, string? encoding)
    {
        string path = $"{DeliverySite.Content}?take=100";
        string plain = await site.Client.GetStringAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        using HttpResponseMessage response = await site.Client.SendAsync(request);
        byte[] body = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(body.Length, response.Content.Headers.ContentLength);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.Equal(plain, Decode(body, encoding));
    }

    [Fact]
    public async Task Each_encoding_has_a_tag_of_its_own()
    {
        string path = $"{DeliverySite.Content}?take=100";
        string?[] tags = [await TagAsync(path), await TagAsync(path, ("Accept-Encoding", "br")), await TagAsync(path, ("Accept-Encoding", "gzip"))];

        Assert.Equal(3, tags.Distinct().Count());
        using HttpResponseMessage response = await site.SendAsync(path, ("Accept-Encoding", "br"), ("If-None-Match", tags[1]!));
        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_GET_and_no_body()
    {
        foreach (string path in Paths)
        {
            using HttpResponseMessage get = await site.SendAsync(path);
            using HttpResponseMessage head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Shared_caches_keep_what_is_public_and_nothing_that_a_key_has_opened()
    {
        string path = Paths[0];
        using HttpResponseMessage open = await site.SendAsync(path);
        using HttpResponseMessage keyed = await site.SendAsync(path, DeliverySite.WithKey);
        using HttpResponseMessage draft = await site.SendAsync(path, DeliverySite.WithKey, ("Preview", "true"));
        using HttpResponseMessage missing = await site.SendAsync($"{DeliverySite.Content}/item/{Guid.NewGuid()}");

        Assert.Equal("public, max-age=10, stale-while-revalidate=60", CacheControl(open));
        Assert.Equal("private, max-age=10, stale-while-revalidate=60", CacheControl(keyed));
        Assert.Equal("no-store", CacheControl(draft));
        Assert.Null(missing.Headers.ETag);
        using IDisposable closed = site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", "false"));
        using HttpResponseMessage closedAnswer = await site.SendAsync(path, DeliverySite.WithKey);
        Assert.StartsWith("private", CacheControl(closedAnswer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_every_origin_may_read_and_send_the_headers_of_the_API()
    {
        using HttpResponseMessage response = await site.SendAsync(Paths[0], ("Origin", "https://partner.example"));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, Paths[0]);
        preflight.Headers.Add("Origin", "https://partner.example");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "api-key,preview,start-item,accept-language,if-none-match");
        using HttpResponseMessage allowed = await site.Client.SendAsync(preflight);

        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
        Assert.Contains("ETag", Header(response, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal("*", Header(allowed, "Access-Control-Allow-Origin"));
        Assert.Contains("Api-Key", Header(allowed, "Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
    }

    private static string Decode(byte[] body, string? encoding)
    {
        using Stream stream = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
            _ => new MemoryStream(body),
        };
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string CacheControl(HttpResponseMessage response) => response.Headers.NonValidated["Cache-Control"].ToString();

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();

    private async Task<string?> TagAsync(string path, params (string, string)[] headers)
    {
        using HttpResponseMessage response = await site.SendAsync(path, headers);
        EntityTagHeaderValue? tag = response.Headers.ETag;
        return tag?.ToString();
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteDeliverySite site) : ConditionalRequestTests(site), IClassFixture<SqliteDeliverySite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresDeliverySite site) : ConditionalRequestTests(site), IClassFixture<PostgresDeliverySite>;
}
