using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Site.Core.Hosting.Runtime;
using Site.Tests.Support;
using Site.Web.Hosting;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Hosting;

/// <summary>The levels that Core's handlers and the health page see while the site starts.</summary>
[Collection(SiteFixture.Collection)]
public sealed class RuntimeLevelTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_new_database_is_being_installed_and_a_known_one_is_not(Engine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);

        Assert.Equal([RuntimeLevel.Install, RuntimeLevel.Run], await StartAsync(database));
        Assert.Equal([RuntimeLevel.Boot, RuntimeLevel.Run], await StartAsync(database));
    }

    /// <summary>The level after the stock data is in, and at the end.</summary>
    private static async Task<RuntimeLevel[]> StartAsync(TestDatabase database)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Configuration["uSync:Settings:ImportOnFirstBoot"] = "false";
        builder.AddUmbraco(Assembly.GetExecutingAssembly()).Build();
        builder.Services.AddRuntimeSteps();
        ServiceDescriptor stockData = builder.Services.Single(x => x.ServiceType == typeof(IRuntimeStep) && x.ImplementationType?.Name == "StockDataStep");
        builder.Services.Insert(builder.Services.IndexOf(stockData) + 1, ServiceDescriptor.Singleton<IRuntimeStep, Probe>());
        using IHost host = builder.Build();
        StaticServiceProvider.Instance = host.Services;

        Assert.True(await host.Services.GetRequiredService<SiteRuntime>().StartAsync(RuntimeMode.Serve, CancellationToken.None));

        Probe probe = host.Services.GetServices<IRuntimeStep>().OfType<Probe>().Single();
        return [probe.Seen, host.Services.GetRequiredService<IRuntimeState>().Level];
    }

    private sealed class Probe(IRuntimeState state) : IRuntimeStep
    {
        public RuntimeLevel Seen { get; private set; }

        public string Name => "Probe";

        public Task ExecuteAsync(CancellationToken cancellationToken)
        {
            Seen = state.Level;
            return Task.CompletedTask;
        }
    }
}
