using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Site.Core.Security.Users;

/// <summary>Reads the first administrator from Umbraco's unattended keys; in Development without them, makes one up.</summary>
internal sealed class AdministratorSettings(
    IOptions<UnattendedSettings> unattended,
    IOptions<SecuritySettings> security,
    IOptions<UserPasswordConfigurationSettings> passwords,
    IHostEnvironment environment)
{
    private const string Section = "Umbraco:CMS:Unattended";
    private const int GeneratedLength = 20;

    // Without letters and digits that look alike: it is typed from a screen.
    private const string Readable = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_+";

    /// <summary>The account; <c>null</c> when none is asked for, and then nobody can sign in.</summary>
    /// <exception cref="InvalidOperationException">A value is missing or does not do.</exception>
    public AdministratorAccount? Read()
    {
        UnattendedSettings settings = unattended.Value;
        string?[] values = [settings.UnattendedUserName, settings.UnattendedUserEmail, settings.UnattendedUserPassword];
        if (settings.InstallUnattended && values.Any(x => !string.IsNullOrEmpty(x)))
        {
            return Check(settings.UnattendedUserName, settings.UnattendedUserEmail, settings.UnattendedUserPassword);
        }

        return environment.IsDevelopment()
            ? Create("Administrator", "admin@localhost", Generate(), isGenerated: true)
            : null;
    }

    private AdministratorAccount Check(string? name, string? email, string? password)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new InvalidOperationException($"{Section}:UnattendedUserName is missing: name the administrator.");
        }

        if (!new EmailAddressAttribute().IsValid(email) || string.IsNullOrWhiteSpace(email))
        {
            throw new InvalidOperationException($"{Section}:UnattendedUserEmail is \"{email}\": give the administrator's e-mail address.");
        }

        return Missing(password ?? string.Empty) is { } missing
            ? throw new InvalidOperationException($"{Section}:UnattendedUserPassword needs {missing} (Umbraco:CMS:Security:UserPassword).")
            : Create(name.Trim(), email.Trim(), password!, isGenerated: false);
    }

    private AdministratorAccount Create(string name, string email, string password, bool isGenerated) =>
        new(name, email, security.Value.UsernameIsEmail ? email : name, password, isGenerated);

    private string? Missing(string password)
    {
        UserPasswordConfigurationSettings rules = passwords.Value;
        return password.Length < rules.RequiredLength ? $"at least {rules.RequiredLength} characters"
            : rules.RequireDigit && !password.Any(char.IsAsciiDigit) ? "a digit"
            : rules.RequireLowercase && !password.Any(char.IsAsciiLetterLower) ? "a small letter"
            : rules.RequireUppercase && !password.Any(char.IsAsciiLetterUpper) ? "a capital letter"
            : rules.RequireNonLetterOrDigit && password.All(char.IsLetterOrDigit) ? "a character that is neither a letter nor a digit"
            : null;
    }

    private string Generate()
    {
        int length = Math.Max(GeneratedLength, passwords.Value.RequiredLength);
        string password;
        do
        {
            password = RandomNumberGenerator.GetString(Readable, length);
        }
        while (Missing(password) is not null);
        return password;
    }
}
