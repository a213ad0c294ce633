using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting;
using Site.Core.Hosting.Caching;
using Site.Core.Hosting.Jobs;
using Site.Core.Hosting.Runtime;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Audit;
using Site.Core.Persistence.Backups;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.DeliveryApiKeys;
using Site.Core.Persistence.DeliveryChanges;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.DocumentUrls;
using Site.Core.Persistence.Domains;
using Site.Core.Persistence.DynamicRoots;
using Site.Core.Persistence.ExternalLogins;
using Site.Core.Persistence.Files;
using Site.Core.Persistence.Install;
using Site.Core.Persistence.Integrity;
using Site.Core.Persistence.KeyValues;
using Site.Core.Persistence.LongRunningOperations;
using Site.Core.Persistence.Members;
using Site.Core.Persistence.Notifications;
using Site.Core.Persistence.Postgres;
using Site.Core.Persistence.PublicAccess;
using Site.Core.Persistence.PublishedContent;
using Site.Core.Persistence.Redirects;
using Site.Core.Persistence.Relations;
using Site.Core.Persistence.Sqlite;
using Site.Core.Persistence.Tags;
using Site.Core.Persistence.TwoFactor;
using Site.Core.Persistence.UserData;
using Site.Core.Persistence.Users;
using Site.Core.Persistence.Webhooks;
using Umbraco.Cms.Core.DependencyInjection;

namespace Site.Core.Persistence;

/// <summary>Registers the database and the repositories.</summary>
public static class PersistenceBuilderExtensions
{
    /// <summary>Adds the database that the configuration names, and every repository on it.</summary>
    public static IUmbracoBuilder AddPersistence(this IUmbracoBuilder builder)
    {
        var database = DatabaseOptions.From(builder.Config, SiteFolders.From(builder.Config).Data);
        IServiceCollection services = builder.Services;
        services.AddSingleton(database);
        services.AddSingleton<AmbientDbContext>();
        services.AddSingleton<IDatabaseMigrator, DatabaseMigrator>();
        services.AddSchemaRepositories();
        services.AddDocumentRepositories();
        services.AddMemberRepositories();
        services.AddUserRepositories();
        services.AddUserDataRepositories();
        services.AddExternalLoginRepositories();
        services.AddTwoFactorRepositories();
        services.AddNotificationRepositories();
        services.AddWebhookRepositories();
        services.AddLongRunningOperationRepositories();
        services.AddDynamicRootRepositories();
        services.AddRelationRepositories();
        services.AddTagRepositories();
        services.AddDomainRepositories();
        services.AddRedirectRepositories();
        services.AddDocumentUrlRepositories();
        services.AddAuditRepositories();
        services.AddKeyValueRepositories();
        services.AddDeliveryApiKeyRepositories();
        services.AddPublicAccessRepositories();
        services.AddFileRepositories();
        services.AddInstallers();
        services.AddContentSnapshotSource();
        services.AddDeliveryChangeLog();
        builder.AddRelationHandlers();
        services.AddIntegrityChecks();
        services.AddSingleton<DatabaseProbe>();
        if (database.IsSqlite)
        {
            AddSqlite(services, database);
        }
        else
        {
            AddPostgres(services, database);
        }

        return builder;
    }

    private static void AddSqlite(IServiceCollection services, DatabaseOptions database)
    {
        services.AddSingleton<SqliteWriterQueue>();
        services.AddSingleton<IJobLock, SqliteJobLock>();
        services.AddSingleton<IDatabaseBackup, SqliteDatabaseBackup>();
        AddContexts<SqliteSiteDbContext>(
            services,
            options => options.UseSqlite(database.ConnectionString).AddInterceptors(new SqlitePragmas(), new PreparedCommandInterceptor()),
            options => new SqliteSiteDbContext(options));
        services.AddSingleton<IDbContextFactory<SiteDbContext>, SqliteContextFactory>();
        services.AddSingleton<IDatabaseSessionFactory>(provider => new SessionFactory(() => new SqliteDatabaseSession(
            provider.GetRequiredService<IDbContextFactory<SiteDbContext>>(),
            provider.GetRequiredService<CacheClock>(),
            provider.GetRequiredService<SqliteWriterQueue>())));
    }

    private static void AddPostgres(IServiceCollection services, DatabaseOptions database)
    {
        services.AddSingleton<IJobLock, PostgresJobLock>();
        services.AddSingleton<IDatabaseBackup, PostgresDatabaseBackup>();
        AddContexts<PostgresSiteDbContext>(
            services,
            options => options.UseNpgsql(database.ConnectionString),
            options => new PostgresSiteDbContext(options));
        services.AddSingleton<IDbContextFactory<SiteDbContext>, ContextFactory<PostgresSiteDbContext>>();
        services.AddSingleton<IDatabaseSessionFactory>(provider => new SessionFactory(() => new PostgresDatabaseSession(
            provider.GetRequiredService<IDbContextFactory<SiteDbContext>>(),
            provider.GetRequiredService<CacheClock>())));
    }

    private static void AddContexts<TContext>(
        IServiceCollection services,
        Action<DbContextOptionsBuilder> useEngine,
        Func<DbContextOptions<TContext>, TContext> create)
        where TContext : SiteDbContext
    {
        var model = ModelInAdvance.Begin(Configure, create);
        services.AddPooledDbContextFactory<TContext>(options =>
        {
            Configure(options);
            options.UseModel(model.Model);
        });

        void Configure(DbContextOptionsBuilder options)
        {
            useEngine(options);
            options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

            // A test compares the model with the migrations; doing it at every start would cost half of it.
            options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        }
    }

    private sealed class ContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<SiteDbContext>
        where TContext : SiteDbContext
    {
        public SiteDbContext CreateDbContext() => inner.CreateDbContext();
    }

    private sealed class SessionFactory(Func<IDatabaseSession> create) : IDatabaseSessionFactory
    {
        public IDatabaseSession Create() => create();
    }
}
