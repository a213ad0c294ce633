using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Site.Core.Hosting.Runtime;
using Site.Web.Hosting;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Support;

/// <summary>
/// The whole site with its web server on a free port, hosted in the test process, so that a test speaks HTTP to it and edits its content
/// through Core's services meanwhile. Its settings can be changed while it runs. It starts without the project's content.
/// </summary>
public abstract class WebSiteFixture(Engine engine) : SiteFixture(engine)
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromMinutes(3);

    private static readonly JsonSerializerOptions _deep = new() { MaxDepth = 256 };

    private TestSettings _settings = null!;
    private WebApplication _site = null!;

    /// <summary>Speaks to the site; redirects are not followed and bodies not decompressed, so that tests see what is sent.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Changes settings of the running site until the result is disposed of; <c>null</c> takes one away.</summary>
    public IDisposable With(params (string Key, string? Value)[] settings) => _settings.Change(settings);

    /// <summary>Asks for a path with headers, e.g. <c>("Accept-Language", "da-DK")</c>.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach ((string name, string value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await Client.SendAsync(request);
    }

    /// <summary>The JSON of an answer, which must have the status.</summary>
    public async Task<JsonElement> JsonAsync(string path, HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = await SendAsync(path, headers);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{path} answered {(int)response.StatusCode}: {body[..Math.Min(body.Length, 1000)]}");
        return JsonSerializer.Deserialize<JsonElement>(body, _deep);
    }

    /// <summary>The JSON of a 200.</summary>
    public Task<JsonElement> JsonAsync(string path, params (string Name, string Value)[] headers) => JsonAsync(path, HttpStatusCode.OK, headers);

    /// <inheritdoc />
    protected override void Configure(IDictionary<string, string?> settings) =>
        settings["Umbraco:CMS:WebRouting:UmbracoApplicationUrl"] = "https://societe-civile.example";

    /// <summary>Adds services to those of the site, or replaces some, before it is built.</summary>
    protected virtual void Compose(WebApplicationBuilder builder)
    {
    }

    /// <inheritdoc />
    protected override IHost BuildHost(IDictionary<string, string?> settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SiteApplication).Assembly.GetName().Name,
            ContentRootPath = Path.Combine(SiteProcess.RepositoryRoot, "Site.Web"),
            EnvironmentName = Environments.Production,
        });
        _settings = new TestSettings(settings);
        ((IConfigurationBuilder)builder.Configuration).Add(_settings);
        builder.AddSite();
        Compose(builder);
        _site = builder.Build();
        _site.UseSite();
        _site.Urls.Add("http://127.0.0.1:0");
        return _site;
    }

    /// <inheritdoc />
    protected override async Task StartHostAsync()
    {
        await _site.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_site.Urls.Single()) };
        using var timeout = new CancellationTokenSource(_startTimeout);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!Get<SiteRuntime>().IsReady)
        {
            if (Get<IRuntimeState>() is { Level: RuntimeLevel.BootFailed } failed)
            {
                throw new InvalidOperationException("The site did not start.", failed.BootFailedException);
            }

            await timer.WaitForNextTickAsync(timeout.Token);
        }
    }

    /// <inheritdoc />
    protected override Task StopHostAsync()
    {
        Client?.Dispose();
        return _site.StopAsync();
    }

    private sealed class TestSettings(IDictionary<string, string?> settings) : ConfigurationProvider, IConfigurationSource
    {
        public override void Load() => Data = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase);

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public IDisposable Change((string Key, string? Value)[] changes)
        {
            var before = new Dictionary<string, string?>(Data, StringComparer.OrdinalIgnoreCase);
            foreach ((string key, string? value) in changes)
            {
                if (value is null)
                {
                    Data.Remove(key);
                }
                else
                {
                    Data[key] = value;
                }
            }

            OnReload();
            return new Restore(this, before);
        }

        private sealed class Restore(TestSettings owner, Dictionary<string, string?> before) : IDisposable
        {
            public void Dispose()
            {
                owner.Data = before;
                owner.OnReload();
            }
        }
    }
}
