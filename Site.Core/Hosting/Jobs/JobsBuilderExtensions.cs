using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DependencyInjection;

namespace Site.Core.Hosting.Jobs;

/// <summary>Registers the jobs.</summary>
public static class JobsBuilderExtensions
{
    /// <summary>Adds the jobs, what runs one once, and their states; <see cref="JobScheduler"/> is the host's to add.</summary>
    public static IUmbracoBuilder AddJobs(this IUmbracoBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton<JobStates>();
        services.AddSingleton<JobRunner>();
        services.AddJob<ScheduledPublishingJob>();
        services.AddJob<ContentVersionCleanupJob>();
        services.AddJob<TemporaryFilesCleanupJob>();
        services.AddJob<LongRunningOperationsCleanupJob>();
        services.AddSingleton(RecycleBinCleanupOptions.From(builder.Config));
        services.AddSingleton<RecycleBins>();
        services.AddJob<RecycleBinCleanupJob>();
        return builder;
    }

    /// <summary>Adds a job, to be found among the others and by its own type.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IJob => services
        .AddSingleton<TJob>()
        .AddSingleton<IJob>(provider => provider.GetRequiredService<TJob>());
}
