using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Security.Users;

/// <summary>Gives the stock administrator a name, an address and a password, once.</summary>
internal sealed class AdministratorInstaller(
    IUserService users,
    AdministratorSettings settings,
    IOptions<SecuritySettings> security,
    IJsonSerializer serializer,
    TimeProvider time)
{
    /// <summary>Does nothing when the administrator has a password, whatever the settings say, or when none is asked for.</summary>
    /// <returns>The account that was set up.</returns>
    /// <exception cref="InvalidOperationException">A setting does not do.</exception>
    public AdministratorAccount? Install()
    {
        IUser administrator = users.GetUserById(Constants.Security.SuperUserId)
            ?? throw new InvalidOperationException("The stock administrator is missing: run doctor.");
        if (!string.IsNullOrEmpty(administrator.RawPasswordValue) || settings.Read() is not { } account)
        {
            return null;
        }

        administrator.Name = account.Name;
        administrator.Email = account.Email;
        administrator.Username = security.Value.UsernameIsEmail ? account.Email : account.Name;
        administrator.RawPasswordValue = new PasswordHasher<IUser>().HashPassword(administrator, account.Password);
        administrator.PasswordConfiguration = serializer.Serialize(new PersistedPasswordSettings { HashAlgorithm = Constants.Security.AspNetCoreV3PasswordHashAlgorithmName });
        administrator.LastPasswordChangeDate = time.GetUtcNow().UtcDateTime;
        administrator.SecurityStamp = Guid.NewGuid().ToString();
        administrator.IsApproved = true;
        users.Save(administrator);
        return account;
    }
}
