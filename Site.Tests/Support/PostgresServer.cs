using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Site.Tests.Support;

/// <summary>A PostgreSQL server in a temporary folder, stopped and removed when the process ends.</summary>
/// <remarks>It does not sync to disk: it outlives its own death, not that of the machine.</remarks>
public sealed class PostgresServer
{
    private readonly string _pgCtl;
    private readonly string _folder;
    private readonly int _port;

    private PostgresServer(string pgCtl, string folder, int port)
    {
        _pgCtl = pgCtl;
        _folder = folder;
        _port = port;
    }

    /// <summary>How its superuser connects to its first database.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Maximum Pool Size=50";

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes and starts a server; installs PostgreSQL first where it may.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed; the message says what to do.</exception>
    public static async Task<PostgresServer> StartAsync()
    {
        if (TryFind("initdb") is null)
        {
            await SystemPackage.TryInstallAsync("postgresql");
        }

        string initdb = Find("initdb");
        string pgCtl = Path.Combine(Path.GetDirectoryName(initdb)!, "pg_ctl");
        string folder = Directory.CreateTempSubdirectory("site-postgres-").FullName;
        if (IsRoot)
        {
            await RunAsync(new ProcessStartInfo("chown", ["postgres", folder]));
        }

        var server = new PostgresServer(File.Exists(pgCtl) ? pgCtl : Find("pg_ctl"), folder, FreePort());
        await RunAsync(AsPostgres(initdb, ["-D", server.Data, "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"]));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Remove();
        await server.ControlAsync("start");
        return server;
    }

    /// <summary>Lets the server die without a word to its clients, and starts it again.</summary>
    public async Task DieAndStartAgainAsync()
    {
        await RunAsync(AsPostgres(_pgCtl, ["-D", Data, "-m", "immediate", "-w", "stop"]));
        await ControlAsync("start");
    }

    private Task ControlAsync(string command)
    {
        string options = $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200";
        return RunAsync(AsPostgres(_pgCtl, ["-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", options, command]));
    }

    private void Remove()
    {
        using Process process = Process.Start(AsPostgres(_pgCtl, ["-D", Data, "-m", "immediate", "stop"]))!;
        process.WaitForExit(TimeSpan.FromSeconds(20));
        Directory.Delete(_folder, recursive: true);
    }

    private static string Find(string program) => TryFind(program) ?? throw new InvalidOperationException(
        $"{program} was not found. Install PostgreSQL (apt-get install postgresql), or set SITE_TEST_POSTGRES to the connection string of a server.");

    private static string? TryFind(string program)
    {
        IEnumerable<string> folders = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(x => Path.Combine(x, "bin"))
            : [];
        return folders
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator))
            .Select(x => Path.Combine(x, program))
            .FirstOrDefault(File.Exists);
    }

    private static ProcessStartInfo AsPostgres(string program, string[] arguments) => IsRoot
        ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. arguments]) { WorkingDirectory = "/" }
        : new ProcessStartInfo(program, arguments);

    // The output is not redirected: a server started by pg_ctl would keep the pipe open.
    private static async Task RunAsync(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
