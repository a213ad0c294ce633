using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Members;

/// <summary>Registers the stores that hold no members.</summary>
internal static class MembersRegistration
{
    public static IServiceCollection AddMemberRepositories(this IServiceCollection services) => services
        .AddSingleton<IMemberRepository, MemberRepository>()
        .AddSingleton<IMemberGroupRepository, MemberGroupRepository>()
        .AddSingleton<IExternalMemberRepository, ExternalMemberRepository>();
}
