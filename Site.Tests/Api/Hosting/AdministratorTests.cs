using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Site.Tests.Support;

namespace Site.Tests.Api.Hosting;

/// <summary>How the first administrator comes to be: by Umbraco's unattended keys, or in Development with a password that is shown once.</summary>
public abstract partial class AdministratorTests(Engine engine) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private SiteProgram _program = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(engine);
        _program = new SiteProgram(_database);
        _program.Settings["uSync:Settings:ImportOnFirstBoot"] = "false";
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_unattended_keys_name_the_administrator_once()
    {
        // In a database that exists already, too: the stock administrator has no password.
        await ServeAsync();
        Assert.Equal([string.Empty], await AskAsync("userPassword"));
        Unattended("Aïssata Koné", "aissata@example.org", "correct horse battery");

        await ServeAsync();
        Unattended("Somebody Else", "else@example.org", "another password");
        await ServeAsync();

        Assert.Equal(["Aïssata Koné"], await AskAsync("userName"));
        Assert.Equal(["aissata@example.org"], await AskAsync("userEmail"));
        Assert.Equal(["aissata@example.org"], await AskAsync("userLogin"));
        Assert.Equal(["""{"hashAlgorithm":"PBKDF2.ASPNETCORE.V3"}"""], await AskAsync("passwordConfig"));
        Assert.Contains(await AskAsync("userDisabled"), x => x is "0" or "False");
        Assert.Equal(PasswordVerificationResult.Success, await VerifyAsync("correct horse battery"));
    }

    [Theory]
    [InlineData("Aïssata", "aissata@example.org", "short", "UnattendedUserPassword needs at least 10 characters")]
    [InlineData("Aïssata", "", "correct horse battery", "UnattendedUserEmail")]
    [InlineData("Aïssata", "nobody", "correct horse battery", "UnattendedUserEmail")]
    [InlineData("", "aissata@example.org", "correct horse battery", "UnattendedUserName")]
    public async Task A_value_that_does_not_do_stops_the_start(string name, string email, string password, string said)
    {
        Unattended(name, email, password);

        await using SiteServer site = await _program.ServeAsync();

        Assert.Equal("BootFailed", await site.WaitForAsync("Ready", "BootFailed"));
        Assert.Contains(said, site.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(password, site.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Development_a_password_is_shown_once_and_never_in_a_log_file()
    {
        _program.Settings["ASPNETCORE_ENVIRONMENT"] = "Development";

        string first = await ServeAsync();
        string second = await ServeAsync();

        Match shown = Shown().Match(first);
        Assert.True(shown.Success, first);
        string password = shown.Groups[1].Value;
        Assert.Equal(PasswordVerificationResult.Success, await VerifyAsync(password));
        Assert.DoesNotMatch(Shown(), second);
        foreach (string log in Directory.EnumerateFiles(Path.Combine(_database.DataFolder, "logs")))
        {
            await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            Assert.DoesNotContain(password, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task In_Production_nobody_gets_a_password_unasked()
    {
        string output = await ServeAsync();

        Assert.DoesNotMatch(Shown(), output);
        Assert.Equal([string.Empty], await AskAsync("userPassword"));
    }

    private void Unattended(string name, string email, string password)
    {
        _program.Settings["Umbraco:CMS:Unattended:InstallUnattended"] = "true";
        _program.Settings["Umbraco:CMS:Unattended:UnattendedUserName"] = name;
        _program.Settings["Umbraco:CMS:Unattended:UnattendedUserEmail"] = email;
        _program.Settings["Umbraco:CMS:Unattended:UnattendedUserPassword"] = password;
    }

    private async Task<string> ServeAsync()
    {
        await using SiteServer site = await _program.ServeAsync();
        await site.WaitUntilReadyAsync();
        return site.Output;
    }

    private Task<IReadOnlyList<string>> AskAsync(string column) => _database.QueryAsync($"""SELECT "{column}" FROM "umbracoUser" WHERE id = -1""");

    private async Task<PasswordVerificationResult> VerifyAsync(string password) =>
        new PasswordHasher<object>().VerifyHashedPassword(new object(), (await AskAsync("userPassword")).Single(), password);

    [GeneratedRegex(@"Administrator \(Development, shown once\): admin@localhost (\S{20})")]
    private static partial Regex Shown();

    public sealed class OnSqlite() : AdministratorTests(Engine.Sqlite);

    public sealed class OnPostgres() : AdministratorTests(Engine.Postgres);
}
