using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Site.Core.Hosting;
using Site.Web.Website.Assets;
using Site.Web.Website.Errors;
using Site.Web.Website.Media;
using Site.Web.Website.Security;

namespace Site.Tests.Unit.Website;

/// <summary>The middleware for errors, headers and files on a server of their own, with routes that fail and files that are hostile.</summary>
public sealed class ErrorAndMediaTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("website-").FullName;
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging();
        builder.Services.AddSingleton<WebsiteAssets>().AddSingleton<SecurityHeaders>().AddSingleton(new SiteFolders(_folder));
        _app = builder.Build();
        _app.UseSecurityHeaders();
        _app.UseErrorPages();
        _app.UseRouting();
        Directory.CreateDirectory(Path.Combine(_folder, "media", "a"));
        _app.MapMediaFiles(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        _app.MapGet("/echec", Fail);
        _app.MapGet("/umbraco/echec", Fail);
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_page_that_fails_says_so_in_both_languages_and_nothing_of_the_cause()
    {
        using HttpResponseMessage response = await _client.GetAsync("/echec");
        string body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Une erreur s’est produite", body, StringComparison.Ordinal);
        Assert.Contains("The page could not be shown", body, StringComparison.Ordinal);
        Assert.Contains(new WebsiteAssets().StyleSheet, body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        AssertSafe(response);
    }

    [Fact]
    public async Task A_program_gets_problem_details_with_a_trace_id_only()
    {
        using HttpResponseMessage response = await _client.GetAsync("/umbraco/echec");
        string body = await response.Content.ReadAsStringAsync();

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("traceId", body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        AssertSafe(response);
    }

    [Theory]
    [InlineData("a.pdf", "application/pdf", false)]
    [InlineData("a.png", "image/png", false)]
    [InlineData("a.SVG", "image/svg+xml", false)]
    [InlineData("a.html", "application/octet-stream", true)]
    [InlineData("a.xml", "application/octet-stream", true)]
    [InlineData("a.js", "application/octet-stream", true)]
    [InlineData("sans-extension", "application/octet-stream", true)]
    public async Task A_file_is_shown_only_when_that_is_safe(string name, string type, bool downloaded)
    {
        using HttpResponseMessage response = await GetFileAsync(name, "contenu");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(downloaded, response.Content.Headers.ContentDisposition?.DispositionType == "attachment");
        AssertSafe(response);
    }

    [Fact]
    public async Task A_drawing_that_is_opened_on_its_own_runs_nothing()
    {
        using HttpResponseMessage response = await GetFileAsync("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");

        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_download_goes_on_where_it_stopped()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "media", "a", "a.pdf"), "0123456789");
        using HttpRequestMessage request = new(HttpMethod.Get, "/media/a/a.pdf") { Headers = { Range = new RangeHeaderValue(6, null) } };
        using HttpResponseMessage response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("6789", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/media/../secret.txt")]
    [InlineData("/media/%2e%2e/secret.txt")]
    [InlineData("/media/..%2fsecret.txt")]
    [InlineData("/media/a/..%5c..%5csecret.txt")]
    [InlineData("/media/a/")]
    [InlineData("/media/a/absent.pdf")]
    public async Task Nothing_outside_the_media_folder_is_served(string path)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "secret.txt"), "secret");
        using HttpResponseMessage response = await _client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<HttpResponseMessage> GetFileAsync(string name, string content)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "media", "a", name), content);
        return await _client.GetAsync($"/media/a/{name}");
    }

    private static void AssertSafe(HttpResponseMessage response)
    {
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("max-age=", response.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
    }

    private static string Fail() => throw new InvalidOperationException("secret");
}
