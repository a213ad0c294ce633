using System.Diagnostics;

namespace Site.Tests.Support;

/// <summary>Fetches a program that only the tests need from Debian's packages, where the machine allows it.</summary>
internal static class SystemPackage
{
    /// <summary>Installs the package when this is root on a Debian; elsewhere it does nothing, and the caller says what is missing.</summary>
    public static async Task TryInstallAsync(string package)
    {
        if (Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
        {
            return;
        }

        await RunAsync("update", "-q");
        await RunAsync("install", "-q", "-y", "--no-install-recommends", package);
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/apt-get", arguments);
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
    }
}
