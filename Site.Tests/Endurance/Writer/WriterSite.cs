using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Site.Core.Hosting.Runtime;
using Site.Core.Persistence.Postgres;
using Site.Core.Persistence.Sqlite;
using Site.Web.Hosting;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Endurance.Writer;

/// <summary>The site of a writer, hosted without its web server, with one document type and two published folders.</summary>
internal sealed class WriterSite : IAsyncDisposable
{
    /// <summary>The alias of the pages that are written.</summary>
    public const string PageAlias = "writerPage";

    /// <summary>The keys of the two folders.</summary>
    public static readonly Guid[] Folders = [new("0f4de7ce-8a5f-4d36-9f0e-0b8d2c5f1a01"), new("0f4de7ce-8a5f-4d36-9f0e-0b8d2c5f1a02")];

    private readonly IHost _host;
    private readonly WriterFaults? _faults;

    private WriterSite(IHost host, WriterFaults? faults) => (_host, _faults) = (host, faults);

    /// <summary>Starts the site on the database that the environment names, and makes what the writers need unless it is there.</summary>
    public static async Task<WriterSite> StartAsync()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            EnvironmentName = "Testing",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.AddUmbraco(typeof(SiteComposition).Assembly).Build();
        builder.Services.AddRuntimeSteps();
        WriterFaults? faults = builder.Configuration.GetValue<int?>(WriterFaults.Variable) is { } position ? new WriterFaults(position) : null;
        if (faults is not null)
        {
            builder.Services.ConfigureDbContext<SqliteSiteDbContext>(options => options.AddInterceptors(faults), ServiceLifetime.Singleton);
            builder.Services.ConfigureDbContext<PostgresSiteDbContext>(options => options.AddInterceptors(faults), ServiceLifetime.Singleton);
        }

        IHost host = builder.Build();
        StaticServiceProvider.Instance = host.Services;
        var site = new WriterSite(host, faults);
        if (!await site.Get<SiteRuntime>().StartAsync(RuntimeMode.Serve, CancellationToken.None))
        {
            throw new InvalidOperationException("The site did not start.", site.Get<IRuntimeState>().BootFailedException);
        }

        await site.EnsureLanguageAsync();
        await site.EnsureTypeAsync();
        site.EnsureFolders();
        return site;
    }

    /// <summary>Lets the faults begin that the environment asks for.</summary>
    public void ArmFaults() => _faults?.Arm();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    /// <summary>A new text property for the pages.</summary>
    public async Task<PropertyType> NewPropertyAsync(string alias)
    {
        const string Name = "Writer text";
        IDataTypeService dataTypes = Get<IDataTypeService>();
        IDataType? text = (await dataTypes.GetAllAsync()).FirstOrDefault(x => x.Name == Name);
        if (text is null)
        {
            IDataEditor editor = Get<PropertyEditorCollection>()[Constants.PropertyEditors.Aliases.TextBox]!;
            text = new DataType(editor, Get<IConfigurationEditorJsonSerializer>()) { Name = Name, EditorUiAlias = "Umb.PropertyEditorUi.TextBox" };
            Require((await dataTypes.CreateAsync(text, Constants.Security.SuperUserKey)).Success);
        }

        return new PropertyType(Get<IShortStringHelper>(), text, alias) { Name = alias };
    }

    private async Task EnsureLanguageAsync()
    {
        if (await Get<ILanguageService>().GetAsync("fr") is null)
        {
            Require((await Get<ILanguageService>().CreateAsync(new Language("fr", "français") { IsDefault = true }, Constants.Security.SuperUserKey)).Success);
        }
    }

    private async Task EnsureTypeAsync()
    {
        if (Get<IContentTypeService>().Get(PageAlias) is not null)
        {
            return;
        }

        var type = new ContentType(Get<IShortStringHelper>(), Constants.System.Root) { Alias = PageAlias, Name = "Page", AllowedAsRoot = true };
        type.AddPropertyType(await NewPropertyAsync(WriterState.Title), "content", "Content");
        Require((await Get<IContentTypeService>().CreateAsync(type, Constants.Security.SuperUserKey)).Success);
    }

    private void EnsureFolders()
    {
        IContentService contents = Get<IContentService>();
        foreach (Guid key in Folders)
        {
            IContent? folder = contents.GetById(key);
            if (folder is null)
            {
                folder = contents.Create($"Dossier {key}", Constants.System.Root, PageAlias);
                folder.Key = key;
                Require(contents.Save(folder).Success);
            }

            Require(folder.Published || contents.Publish(folder, ["*"]).Success);
        }
    }

    private static void Require(bool success)
    {
        if (!success)
        {
            throw new InvalidOperationException("The writer's site could not be prepared.");
        }
    }
}
