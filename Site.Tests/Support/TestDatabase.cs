using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Site.Tests.Support;

/// <summary>An empty database with a data folder of its own, removed at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? _postgres;

    private TestDatabase(string dataFolder, string? postgres)
    {
        DataFolder = dataFolder;
        _postgres = postgres;
    }

    /// <summary>The value of <c>Site:DataFolder</c>.</summary>
    public string DataFolder { get; }

    /// <summary>The settings that make the site use this database.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Site:DataFolder"] = DataFolder,
        ["ConnectionStrings:umbracoDbDSN"] = _postgres,
        ["ConnectionStrings:umbracoDbDSN_ProviderName"] = _postgres is null ? null : "Npgsql",
    };

    /// <summary>Creates one on the engine.</summary>
    public static async Task<TestDatabase> CreateAsync(Engine engine) => new(
        Directory.CreateTempSubdirectory("site-test-").FullName,
        engine == Engine.Postgres ? await PostgresCluster.CreateDatabaseAsync() : null);

    /// <summary>Runs statements as somebody does who goes past the site: references between tables are not checked.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using DbConnection connection = await OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of what a query gives, as text; <c>null</c> is an empty one.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        await using DbConnection connection = await OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync())
        {
            values.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return values;
    }

    private async Task<DbConnection> OpenAsync()
    {
        if (_postgres is null)
        {
            var sqlite = new SqliteConnection($"Data Source={Path.Combine(DataFolder, "Umbraco.sqlite.db")};Foreign Keys=False;Pooling=False");
            await sqlite.OpenAsync();
            return sqlite;
        }

        var postgres = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_postgres) { Pooling = false }.ConnectionString);
        await postgres.OpenAsync();
        await using var command = new NpgsqlCommand("SET session_replication_role = replica", postgres);
        await command.ExecuteNonQueryAsync();
        return postgres;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
        {
            await PostgresCluster.DropDatabaseAsync(_postgres);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(DataFolder, recursive: true);
    }
}
