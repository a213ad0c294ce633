using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Site.Tests.Support;

/// <summary>
/// The PostgreSQL server of the test run: the one that <c>SITE_TEST_POSTGRES</c> (a connection string) names, else a cluster of its
/// own in a temporary folder, made by the first test that asks and removed when the process ends.
/// </summary>
public static class PostgresCluster
{
    private static readonly Lazy<Task<string>> _server = new(StartAsync);

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateDatabaseAsync()
    {
        string server = await _server.Value;
        string name = "site_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(server) { Database = name, IncludeErrorDetail = true }.ConnectionString;
    }

    /// <summary>Drops a database that <see cref="CreateDatabaseAsync"/> made.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        string? name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync(await _server.Value, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("SITE_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return given;
        }

        if (TryFind("initdb") is null)
        {
            await SystemPackage.TryInstallAsync("postgresql");
        }

        string initdb = Find("initdb");
        string folder = Directory.CreateTempSubdirectory("site-postgres-").FullName;
        string data = Path.Combine(folder, "data");
        bool isRoot = Environment.UserName == "root";
        if (isRoot)
        {
            await RunAsync("chown", ["postgres", folder]);
        }

        int port = FreePort();
        await RunAsPostgresAsync(isRoot, initdb, ["-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"]);
        string options = $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200";
        string pgCtl = Path.Combine(Path.GetDirectoryName(initdb)!, "pg_ctl");
        pgCtl = File.Exists(pgCtl) ? pgCtl : Find("pg_ctl");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(isRoot, pgCtl, data, folder);
        await RunAsPostgresAsync(isRoot, pgCtl, ["-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", options, "start"]);
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=50";
    }

    private static void Stop(bool isRoot, string pgCtl, string data, string folder)
    {
        using Process process = Process.Start(AsPostgres(isRoot, pgCtl, ["-D", data, "-m", "immediate", "stop"]))!;
        process.WaitForExit(TimeSpan.FromSeconds(20));
        Directory.Delete(folder, recursive: true);
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

    private static Task RunAsPostgresAsync(bool isRoot, string program, string[] arguments) => RunAsync(AsPostgres(isRoot, program, arguments));

    private static ProcessStartInfo AsPostgres(bool isRoot, string program, string[] arguments) => isRoot
        ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. arguments]) { WorkingDirectory = "/" }
        : new ProcessStartInfo(program, arguments);

    private static Task RunAsync(string program, string[] arguments) => RunAsync(new ProcessStartInfo(program, arguments));

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
