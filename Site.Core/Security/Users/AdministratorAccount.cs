namespace Site.Core.Security.Users;

/// <summary>Who the first administrator is.</summary>
/// <param name="Name">The name that editors see.</param>
/// <param name="Email">The address.</param>
/// <param name="Login">What the administrator signs in with: the address, or the name when <c>Umbraco:CMS:Security:UsernameIsEmail</c> is off.</param>
/// <param name="Password">The password, in clear.</param>
/// <param name="IsGenerated">Whether nobody knows the password yet.</param>
internal sealed record AdministratorAccount(string Name, string Email, string Login, string Password, bool IsGenerated);
