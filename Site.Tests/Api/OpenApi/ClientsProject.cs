using System.Diagnostics;
using Site.Tests.Support;

namespace Site.Tests.Api.OpenApi;

/// <summary>The npm project <c>Site.Tests/Clients</c>: generators of clients, and programs that use what they make.</summary>
internal static class ClientsProject
{
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(3);
    private static readonly Version _node = new(20, 19);
    private static readonly SemaphoreSlim _installing = new(1);

    private static string Folder => Path.Combine(SiteProcess.RepositoryRoot, "Site.Tests", "Clients");

    /// <summary>Installs the packages of the lock file, unless that has been done.</summary>
    public static async Task InstallAsync()
    {
        await _installing.WaitAsync();
        try
        {
            if (await TryVersionAsync("npm") is null)
            {
                await SystemPackage.TryInstallAsync("npm");
            }

            Assert.True(
                await TryVersionAsync("npm") is not null && Version.TryParse((await TryVersionAsync("node"))?.TrimStart('v'), out Version? found) && found >= _node,
                $"Node.js {_node} or later or npm is missing: install them (apt-get install nodejs npm), or take them from https://nodejs.org.");
            if (!IsInstalled())
            {
                await RunAsync("npm", ["ci", "--no-audit", "--no-fund"]);
            }
        }
        finally
        {
            _installing.Release();
        }
    }

    /// <summary>Makes clients of the documents of a site, and compiles them with the programs that use them.</summary>
    public static async Task GenerateAsync(Uri site)
    {
        await InstallAsync();
        await NodeAsync(["generate.mjs", site.ToString()]);
        await NodeAsync(["node_modules/typescript/bin/tsc", "--project", "."]);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="arguments">Its path in the project, and its arguments.</param>
    /// <param name="input">What it reads.</param>
    /// <returns>What it has printed.</returns>
    public static Task<string> NodeAsync(string[] arguments, string? input = null) => RunAsync("node", arguments, input);

    private static bool IsInstalled() =>
        File.GetLastWriteTimeUtc(Path.Combine(Folder, "node_modules", ".package-lock.json")) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));

    private static async Task<string?> TryVersionAsync(string program)
    {
        try
        {
            return (await RunAsync(program, ["--version"])).Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string? input = null)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var timeout = new CancellationTokenSource(_timeout);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(timeout.Token);
            Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} in {Folder} failed:\n{await output}{await errors}");
            return await output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
