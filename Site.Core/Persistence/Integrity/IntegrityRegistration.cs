using Microsoft.Extensions.DependencyInjection;

namespace Site.Core.Persistence.Integrity;

/// <summary>Registers the checks of the database.</summary>
internal static class IntegrityRegistration
{
    /// <summary>Adds the checks, in the order in which they repair: rows that refer to nothing go first.</summary>
    public static IServiceCollection AddIntegrityChecks(this IServiceCollection services) => services
        .AddSingleton<IntegrityExaminer>()
        .AddSingleton<MediaReferences>()
        .AddSingleton<IIntegrityCheck, EngineCheck>()
        .AddSingleton<IIntegrityCheck, ReferenceCheck>()
        .AddSingleton<IIntegrityCheck, TreeCheck>()
        .AddSingleton<IIntegrityCheck, SortOrderCheck>()
        .AddSingleton<IIntegrityCheck, VersionCheck>()
        .AddSingleton<IIntegrityCheck, PublishedVersionCheck>()
        .AddSingleton<IIntegrityCheck, CultureCheck>()
        .AddSingleton<IIntegrityCheck, PropertyDataCheck>()
        .AddSingleton<IIntegrityCheck, UrlCheck>();
}
