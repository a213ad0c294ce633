using Microsoft.Data.Sqlite;

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
