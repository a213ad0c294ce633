using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting.Runtime;
using Site.Core.Operations.Backups;
using Site.Core.Operations.Doctor;
using Site.Core.Operations.Health;
using Umbraco.Cms.Core.DependencyInjection;

namespace Site.Core.Operations;

/// <summary>Registers what keeps the site safe and well: backup, restore, the doctor and the health page.</summary>
public static class OperationsBuilderExtensions
{
    /// <summary>Adds the operations that the command line offers.</summary>
    public static IUmbracoBuilder AddOperations(this IUmbracoBuilder builder)
    {
        builder.Services.AddSingleton<SiteBackup>().AddSingleton<SiteRestore>();
        builder.Services.AddSingleton<SiteHealth>();
        builder.Services.AddSingleton<IHealthSource, DatabaseHealth>().AddSingleton<IHealthSource, SnapshotHealth>();
        builder.Services.AddSingleton<IHealthSource, JobsHealth>().AddSingleton<IHealthSource, DiskHealth>();
        builder.Services.AddSingleton<IHealthSource, QueueHealth>();
        builder.Services.AddSingleton<SiteDoctor>().AddSingleton<MediaFilesCheck>().AddSingleton<SnapshotCheck>();
        return builder;
    }

    /// <summary>Adds the step that finishes a restore which was cut short; its place is before the database is opened.</summary>
    public static IServiceCollection AddUnfinishedRestoreStep(this IServiceCollection services) =>
        services.AddSingleton<IRuntimeStep, UnfinishedRestoreStep>();
}
