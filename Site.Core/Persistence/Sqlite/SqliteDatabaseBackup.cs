using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Backups;

namespace Site.Core.Persistence.Sqlite;

/// <summary>Backs up the file by <c>VACUUM INTO</c>, a reading transaction that waits for no writer; puts one in place by renaming.</summary>
internal sealed class SqliteDatabaseBackup(IDbContextFactory<SiteDbContext> contexts, DatabaseOptions database) : IDatabaseBackup
{
    private const string Entry = "site.db";

    private string FilePath => Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);

    private string StagedPath => FilePath + ".restore";

    private string OldPath => FilePath + ".old";

    /// <inheritdoc />
    public async Task<IDatabaseSnapshot> OpenAsync(string scratch, CancellationToken cancellationToken)
    {
        // Opening it would create it.
        if (!File.Exists(FilePath))
        {
            throw new InvalidOperationException($"There is no database at {FilePath}: nothing to back up.");
        }

        await using SiteDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await context.Database.ExecuteSqlAsync($"VACUUM INTO {scratch}", cancellationToken);
        }
        catch
        {
            File.Delete(scratch);
            throw;
        }

        return new Snapshot(scratch);
    }

    /// <inheritdoc />
    public async Task StageAsync(DatabaseManifest manifest, Func<string, Stream> openEntry, CancellationToken cancellationToken)
    {
        await using (SiteDbContext context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            MigrationCheck.Require(context, manifest, DatabaseOptions.SqliteProvider);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.Delete(StagedPath);
        await using (Stream source = openEntry(Entry))
        await using (var target = new FileStream(StagedPath, FileMode.CreateNew))
        {
            await source.CopyToAsync(target, cancellationToken);
            target.Flush(flushToDisk: true);
        }

        await CheckAsync(manifest, cancellationToken);
    }

    /// <inheritdoc />
    public Task CommitAsync(DatabaseManifest manifest, Func<string, Stream> openEntry, Guid restoreId, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <inheritdoc />
    /// <remarks>From the moment that the restore is noted, a staged file will be placed.</remarks>
    public Task<bool> IsCommittedAsync(Guid restoreId, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <inheritdoc />
    public void Place()
    {
        if (!File.Exists(StagedPath))
        {
            return;
        }

        // The log of the old file would be taken for the new one's.
        foreach (string suffix in new[] { string.Empty, "-wal", "-shm" })
        {
            if (File.Exists(OldPath + suffix))
            {
                // The old one was moved before; this one was made since, and is empty.
                File.Delete(FilePath + suffix);
            }
            else if (File.Exists(FilePath + suffix))
            {
                File.Move(FilePath + suffix, OldPath + suffix);
            }
        }

        File.Move(StagedPath, FilePath);
    }

    /// <inheritdoc />
    public void CleanUp()
    {
        foreach (string path in new[] { StagedPath, OldPath, OldPath + "-wal", OldPath + "-shm" })
        {
            File.Delete(path);
        }
    }

    private async Task CheckAsync(DatabaseManifest manifest, CancellationToken cancellationToken)
    {
        try
        {
            await using SqliteConnection connection = await OpenFileAsync(StagedPath, cancellationToken);
            string result = await ReadTextAsync(connection, "PRAGMA trusted_schema=OFF; PRAGMA integrity_check", cancellationToken);
            DatabaseManifest found = await DescribeAsync(connection, cancellationToken);
            if (result != "ok" || !found.Migrations.SequenceEqual(manifest.Migrations) || !found.Tables.Select(x => (x.Name, x.Rows)).SequenceEqual(manifest.Tables.Select(x => (x.Name, x.Rows))))
            {
                throw new InvalidDataException($"The database in the backup is not what its manifest says; integrity check: {result}");
            }

            // The site opens its database for reading first, and then could not change the mode.
            await ReadTextAsync(connection, "PRAGMA journal_mode=WAL", cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new InvalidDataException($"The database in the backup cannot be read: {exception.Message}", exception);
        }
    }

    private static async Task<SqliteConnection> OpenFileAsync(string path, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.CreateFunction<string?, string?>("lower", text => text?.ToLowerInvariant(), isDeterministic: true);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<string> ReadTextAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        List<string> last = [];
        await using var command = new SqliteCommand(sql, connection);
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        do
        {
            last.Clear();
            while (await reader.ReadAsync(cancellationToken))
            {
                last.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
            }
        }
        while (await reader.NextResultAsync(cancellationToken));
        return string.Join('\n', last);
    }

    private static async Task<string[]> ReadListAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken) =>
        (await ReadTextAsync(connection, sql, cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<DatabaseManifest> DescribeAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        string[] migrations = await ReadListAsync(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId", cancellationToken);
        string[] names = await ReadListAsync(
            connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY name", cancellationToken);
        List<TableManifest> tables = [];
        foreach (string name in names)
        {
            string count = await ReadTextAsync(connection, $"SELECT count(*) FROM \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", cancellationToken);
            tables.Add(new TableManifest(name, [], long.Parse(count, System.Globalization.CultureInfo.InvariantCulture)));
        }

        return new DatabaseManifest(DatabaseOptions.SqliteProvider, migrations, tables, new Dictionary<string, long>());
    }

    private sealed class Snapshot(string path) : IDatabaseSnapshot
    {
        public async Task<IReadOnlySet<string>> ReadMediaPathsAsync(CancellationToken cancellationToken)
        {
            await using SqliteConnection connection = await OpenFileAsync(path, cancellationToken);
            return (await ReadListAsync(
                connection,
                "SELECT m.path FROM umbracoMediaVersion m JOIN umbracoContentVersion v ON v.id = m.id WHERE v.current AND m.path IS NOT NULL",
                cancellationToken)).ToHashSet(StringComparer.Ordinal);
        }

        public async Task<DatabaseManifest> WriteAsync(Func<string, Stream> createEntry, CancellationToken cancellationToken)
        {
            DatabaseManifest manifest;
            await using (SqliteConnection connection = await OpenFileAsync(path, cancellationToken))
            {
                manifest = await DescribeAsync(connection, cancellationToken);
            }

            await using FileStream source = File.OpenRead(path);
            await using Stream target = createEntry(Entry);
            await source.CopyToAsync(target, cancellationToken);
            return manifest;
        }

        public ValueTask DisposeAsync()
        {
            File.Delete(path);
            return ValueTask.CompletedTask;
        }
    }
}
