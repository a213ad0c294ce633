using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Site.Core.Hosting.Runtime;
using Site.Web.Hosting;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Support;

/// <summary>
/// The site without its web server, hosted in the test process on an empty database, started as the site starts. Core's services are
/// the genuine ones.
/// </summary>
/// <remarks>
/// Core keeps its container in a static, so only one host may live at a time: every test class that uses one belongs to
/// <see cref="Collection"/>. A test leaves no trace that another could trip over: it works on content of its own.
/// </remarks>
public abstract class SiteFixture(Engine engine) : IAsyncLifetime
{
    /// <summary>The name of the xunit collection whose classes run one after the other.</summary>
    public const string Collection = "In-process host";

    private TestDatabase _database = null!;
    private IHost _host = null!;

    /// <summary>The engine under test.</summary>
    public Engine Engine { get; } = engine;

    /// <summary>The site's container.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>The value of <c>Site:DataFolder</c>.</summary>
    public string DataFolder => _database.DataFolder;

    /// <summary>The database, for a program beside this one and for damage past the site.</summary>
    public TestDatabase Database => _database;

    /// <summary>One of the site's services.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A scope, as Core's services make them.</summary>
    public ICoreScope CreateScope() => Get<ICoreScopeProvider>().CreateCoreScope();

    /// <summary>Runs <paramref name="read"/> in a completed scope: for asking repositories directly.</summary>
    public TResult InScope<TResult>(Func<TResult> read)
    {
        using ICoreScope scope = CreateScope();
        TResult result = read();
        scope.Complete();
        return result;
    }

    /// <summary>Adds settings for this class of tests.</summary>
    protected virtual void Configure(IDictionary<string, string?> settings)
    {
    }

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(Engine);
        await StartAsync();
    }

    /// <inheritdoc />
    public virtual async Task DisposeAsync()
    {
        await StopAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Stops the site and starts it again on the same database, as a restart of the server does.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    private async Task StartAsync()
    {
        Dictionary<string, string?> values = _database.Settings;
        values["Umbraco:CMS:DeliveryApi:Enabled"] = "true";
        values["Umbraco:CMS:DeliveryApi:Media:Enabled"] = "true";
        values["Umbraco:CMS:Global:DisableElectionForSingleServer"] = "true";
        values["uSync:Settings:ImportOnFirstBoot"] = "false";
        Configure(values);
        _host = BuildHost(values);
        StaticServiceProvider.Instance = _host.Services;
        await StartHostAsync();
    }

    /// <summary>Puts the host together.</summary>
    protected virtual IHost BuildHost(IDictionary<string, string?> settings)
    {
        var options = new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = "Testing", ContentRootPath = AppContext.BaseDirectory };
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(options);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole();
        builder.AddUmbraco(typeof(SiteFixture).Assembly).Build();
        builder.Services.AddRuntimeSteps();
        return builder.Build();
    }

    /// <summary>Starts the host and waits until the site is ready.</summary>
    protected virtual async Task StartHostAsync()
    {
        if (!await Get<SiteRuntime>().StartAsync(RuntimeMode.Serve, CancellationToken.None))
        {
            throw new InvalidOperationException("The site did not start.", Get<IRuntimeState>().BootFailedException);
        }
    }

    /// <summary>Ends what <see cref="StartHostAsync"/> has started.</summary>
    protected virtual Task StopHostAsync() => Task.CompletedTask;

    private async Task StopAsync()
    {
        if (_host is IAsyncDisposable disposable)
        {
            await StopHostAsync();
            await disposable.DisposeAsync();
        }
    }
}

/// <summary><see cref="SiteFixture"/> on SQLite.</summary>
public sealed class SqliteSiteFixture() : SiteFixture(Engine.Sqlite);

/// <summary><see cref="SiteFixture"/> on PostgreSQL.</summary>
public sealed class PostgresSiteFixture() : SiteFixture(Engine.Postgres);

/// <summary>Keeps in-process hosts from running beside each other.</summary>
[CollectionDefinition(SiteFixture.Collection)]
public sealed class InProcessHostCollection;
