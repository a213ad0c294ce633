using Microsoft.Extensions.DependencyInjection;
using Site.Core.Security.Users;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Security;

/// <summary>Registers what Core's services ask about users.</summary>
public static class SecurityBuilderExtensions
{
    /// <summary>Adds the readers of users. Sign-in is not part of it.</summary>
    public static IUmbracoBuilder AddSecurity(this IUmbracoBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton<IBackOfficeUserReader, BackOfficeUserReader>();
        services.AddSingleton<IBackOfficeUserStore, BackOfficeUserStore>();
        services.AddSingleton<IUserIdKeyResolver, UserIdKeyResolver>();
        services.AddSingleton<ILocalLoginSettingProvider, NoopLocalLoginSettingProvider>();
        services.AddSingleton<UserMailNotOffered>();
        services.AddSingleton<IUserInviteSender>(x => x.GetRequiredService<UserMailNotOffered>());
        services.AddSingleton<IUserForgotPasswordSender>(x => x.GetRequiredService<UserMailNotOffered>());
        services.AddSingleton<AdministratorSettings>().AddSingleton<AdministratorInstaller>();
        return builder;
    }
}
