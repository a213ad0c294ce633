using Npgsql;

namespace Site.Tests.Support;

/// <summary>
/// The PostgreSQL server of the test run: the one that <c>SITE_TEST_POSTGRES</c> (a connection string) names, else a cluster of its
/// own in a temporary folder, made by the first test that asks and removed when the process ends.
/// </summary>
public static class PostgresCluster
{
    private static readonly Lazy<Task<string>> _server = new(FindAsync);

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

    private static async Task<string> FindAsync() => Environment.GetEnvironmentVariable("SITE_TEST_POSTGRES") is { Length: > 0 } given
        ? given
        : (await PostgresServer.StartAsync()).ConnectionString;
}
