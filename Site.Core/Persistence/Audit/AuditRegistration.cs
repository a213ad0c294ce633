using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Audit;

/// <summary>Registers the repositories of history and audit trail.</summary>
internal static class AuditRegistration
{
    public static IServiceCollection AddAuditRepositories(this IServiceCollection services) => services
        .AddSingleton<IAuditRepository, AuditRepository>()
        .AddSingleton<IAuditEntryRepository, AuditEntryRepository>();
}
