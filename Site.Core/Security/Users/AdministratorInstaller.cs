using Microsoft.AspNetCore.Identity;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Security.Users;

/// <summary>Gives the stock administrator a name, an address and a password, once.</summary>
/// <remarks>Past Core's user service: it is a part of the installation, of which no handler is told.</remarks>
internal sealed class AdministratorInstaller(
    ICoreScopeProvider scopes,
    IUserRepository users,
    AdministratorSettings settings,
    TimeProvider time)
{
    // What Umbraco's own settings of a stored password look like as JSON (PersistedPasswordSettings).
    private const string PasswordConfiguration = $$"""{"hashAlgorithm":"{{Constants.Security.AspNetCoreV3PasswordHashAlgorithmName}}"}""";

    /// <summary>Does nothing when the administrator has a password, whatever the settings say, or when none is asked for.</summary>
    /// <returns>The account that was set up.</returns>
    /// <exception cref="InvalidOperationException">A setting does not do.</exception>
    public AdministratorAccount? Install()
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        IUser administrator = users.Get(Constants.Security.SuperUserKey)
            ?? throw new InvalidOperationException("The stock administrator is missing: run doctor.");
        if (!string.IsNullOrEmpty(administrator.RawPasswordValue) || settings.Read() is not { } account)
        {
            scope.Complete();
            return null;
        }

        administrator.Name = account.Name;
        administrator.Email = account.Email;
        administrator.Username = account.Login;
        administrator.RawPasswordValue = new PasswordHasher<IUser>().HashPassword(administrator, account.Password);
        administrator.PasswordConfiguration = PasswordConfiguration;
        administrator.LastPasswordChangeDate = time.GetUtcNow().UtcDateTime;
        administrator.SecurityStamp = Guid.NewGuid().ToString();
        administrator.IsApproved = true;
        users.Save(administrator);
        scope.Complete();
        return account;
    }
}
