using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting.PublishedContent;

namespace Site.Core.Persistence.PublishedContent;

/// <summary>Registers what the published content reads from the database.</summary>
internal static class PublishedContentRegistration
{
    /// <summary>Adds the source of the snapshot.</summary>
    public static IServiceCollection AddContentSnapshotSource(this IServiceCollection services) =>
        services.AddSingleton<IContentSnapshotSource, ContentSnapshotSource>();
}
