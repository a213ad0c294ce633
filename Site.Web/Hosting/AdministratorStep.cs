using Site.Core.Hosting.Runtime;
using Site.Core.Security.Users;

namespace Site.Web.Hosting;

/// <summary>Sets up the first administrator before the site serves, so that a wrong setting is seen at once.</summary>
internal sealed class AdministratorStep(AdministratorInstaller installer, ILogger<AdministratorStep> logger) : IRuntimeStep
{
    /// <inheritdoc />
    public string Name => "Administrator";

    /// <inheritdoc />
    public bool RunsIn(RuntimeMode mode) => mode == RuntimeMode.Serve;

    /// <inheritdoc />
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (installer.Install() is not { } account)
        {
            return;
        }

        logger.LogInformation("The administrator was set up.");
        if (account.IsGenerated)
        {
            // Past the logger, which also writes to files.
            await Console.Out.WriteLineAsync($"Administrator (Development, shown once): {account.Email} {account.Password}".AsMemory(), cancellationToken);
        }
    }
}
