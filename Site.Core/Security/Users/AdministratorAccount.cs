namespace Site.Core.Security.Users;

/// <summary>Who the first administrator is.</summary>
/// <param name="Name">The name that editors see.</param>
/// <param name="Email">The address, with which the administrator signs in unless <c>Umbraco:CMS:Security:UsernameIsEmail</c> is off.</param>
/// <param name="Password">The password, in clear.</param>
/// <param name="IsGenerated">Whether nobody knows the password yet.</param>
internal sealed record AdministratorAccount(string Name, string Email, string Password, bool IsGenerated);
