using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Site.Core.Organisations.People;
using Site.Tests.Support;
using Site.Web.Hosting;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Hosting;

/// <summary>Every service that Core registers can be made, or it is named here with the part that it waits for.</summary>
[Collection(SiteFixture.Collection)]
public sealed partial class CompositionTests
{
    /// <summary>What is not offered (DESIGN.md section 5, rule 8) or comes with a later part: the service that is missing, and why.</summary>
    private static readonly Dictionary<string, string> _notOffered = new()
    {
        ["Umbraco.Cms.Core.Configuration.IConfigManipulator"] = "settings are files and environment variables; the program does not write them",
        ["Umbraco.Cms.Core.Configuration.ICronTabParser"] = "health check mails: not offered",
        ["Umbraco.Cms.Core.Install.IFilePermissionHelper"] = "installer: not offered",
        ["Umbraco.Cms.Core.Persistence.Repositories.IConsentRepository"] = "telemetry: not offered",
        ["Umbraco.Cms.Core.Persistence.Repositories.IInstallationRepository"] = "telemetry: not offered",
        ["Umbraco.Cms.Core.Persistence.Repositories.ILastSyncedRepository"] = "cache coherence of several nodes: not offered, one node serves",
        ["Umbraco.Cms.Core.Persistence.Repositories.ILogViewerQueryRepository"] = "log viewer: not offered",
        ["Umbraco.Cms.Core.Persistence.Repositories.IUpgradeCheckRepository"] = "telemetry: not offered",
        ["Umbraco.Cms.Core.Persistence.Repositories.IWebProfilerRepository"] = "profiling: not offered",
        ["Umbraco.Cms.Core.Security.IBackOfficeSecurityAccessor"] = "the editor of the request: with the backoffice",
        ["Umbraco.Cms.Core.Services.IPackageDataInstallation"] = "packages: not offered",
        ["Umbraco.Cms.Core.Services.IPackagingService"] = "packages: not offered",
    };

    /// <summary>What Core declares and asks for when it is used at the earliest, and what it waits for.</summary>
    private static readonly Dictionary<Type, string> _declared = new()
    {
        [typeof(ICoreBackOfficeUserManager)] = "passwords, invitations and locks of users: with sign-in",
        [typeof(IContentSearchService)] = "the search field of lists of documents: with the backoffice",
        [typeof(IMediaSearchService)] = "the search field of lists of media: with the backoffice",
        [typeof(IEntitySearchService)] = "the search field of pickers of types and data types: with the backoffice",
        [typeof(IIndexedEntitySearchService)] = "the search field of pickers of documents and media: with the backoffice",
        [typeof(IValueSchemaProvider)] = "JSON schemas of values, for clients that write content by machine: not offered by editors of ours",
    };

    [Fact]
    public void What_is_only_declared_and_not_offered_has_no_implementation()
    {
        IServiceCollection services = Compose(out _);

        Assert.All(_declared.Keys, type =>
        {
            Assert.DoesNotContain(services, x => x.ServiceType == type);
            Assert.DoesNotContain(typeof(PublicationBasisHandler).Assembly.GetTypes(), x => x.IsAssignableTo(type));
        });
    }

    [Fact]
    public void What_cannot_be_made_is_named_with_what_it_waits_for()
    {
        IServiceCollection services = Compose(out IServiceProvider provider);
        using IServiceScope scope = provider.CreateScope();
        SortedSet<string> missing = [];
        foreach (Type service in services.Select(x => x.ServiceType).Where(IsOfCore).Distinct())
        {
            try
            {
                scope.ServiceProvider.GetRequiredService(service);
            }
            catch (InvalidOperationException exception)
            {
                missing.Add(Missing(exception) ?? $"{service.FullName}: {exception.Message}");
            }
        }

        Assert.Equal(_notOffered.Keys.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_composer_of_ours_is_found_by_Core()
    {
        IServiceCollection services = Compose(out _);

        Assert.Contains(services, x => x.ServiceType == typeof(INotificationHandler<ContentPublishingNotification>)
            && x.ImplementationType == typeof(PublicationBasisHandler));
    }

    private static IServiceCollection Compose(out IServiceProvider provider)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Site:DataFolder"] = Path.GetTempPath() });
        builder.AddUmbraco(Assembly.GetExecutingAssembly()).Build();
        IHost host = builder.Build();
        provider = host.Services;
        StaticServiceProvider.Instance = provider;
        return builder.Services;
    }

    private static bool IsOfCore(Type type) => !type.IsGenericTypeDefinition
        && type.Assembly == typeof(IComposer).Assembly
        && !typeof(IEventAggregator).IsAssignableTo(type);

    private static string? Missing(Exception exception)
    {
        Match match = MissingService().Match(exception.ToString());
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("(?:Unable to resolve service for type|No service for type|No constructor for type) '([^']+)'")]
    private static partial Regex MissingService();
}
