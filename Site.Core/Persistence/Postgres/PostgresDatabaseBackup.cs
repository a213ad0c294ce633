using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Site.Core.Persistence.Backups;

namespace Site.Core.Persistence.Postgres;

/// <summary>
/// Backs up the tables by <c>COPY</c> in one repeatable-read transaction. A restore makes the schema by the migrations and loads the
/// tables, all in one transaction, so that it needs no program of PostgreSQL's on the machine.
/// </summary>
internal sealed class PostgresDatabaseBackup(IDbContextFactory<SiteDbContext> contexts, DatabaseOptions database) : IDatabaseBackup
{
    private const string RestoreKey = "Site.Restore";
    private const string History = "__EFMigrationsHistory";

    private const string TablesSql =
        $"SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname <> '{History}' ORDER BY relname";

    private const string NoteSql =
        "INSERT INTO \"umbracoKeyValue\" (key, value, updated) VALUES ($1, $2, now()) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated = excluded.updated";

    /// <inheritdoc />
    public async Task<IDatabaseSnapshot> OpenAsync(string scratch, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await ConnectAsync(cancellationToken);
        try
        {
            await ExecuteAsync(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancellationToken);
            if ((await ReadListAsync(connection, $"SELECT 1 WHERE to_regclass('\"{History}\"') IS NOT NULL", cancellationToken)).Count == 0)
            {
                throw new InvalidOperationException($"The database {connection.Database} is empty: nothing to back up.");
            }

            return new Snapshot(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async Task StageAsync(DatabaseManifest manifest, Func<string, Stream> openEntry, CancellationToken cancellationToken)
    {
        await using SiteDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        MigrationCheck.Require(context, manifest, DatabaseOptions.PostgresProvider);
        await using NpgsqlConnection connection = await ConnectAsync(cancellationToken);
        IReadOnlyList<string> others = await ReadListAsync(
            connection,
            "SELECT coalesce(nullif(application_name, ''), 'process ' || pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
            cancellationToken);
        if (others.Count > 0)
        {
            throw new InvalidOperationException($"Others are connected to the database {connection.Database}: {string.Join(", ", others)}. Stop every site that uses it first.");
        }
    }

    /// <inheritdoc />
    public async Task CommitAsync(DatabaseManifest manifest, Func<string, Stream> openEntry, Guid restoreId, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await ConnectAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "SET LOCAL lock_timeout = '30s'", cancellationToken);
        await RecreateAsync(connection, manifest, cancellationToken);
        await LoadAsync(connection, manifest, openEntry, cancellationToken);
        foreach ((string sequence, long value) in manifest.Sequences)
        {
            await ExecuteAsync(connection, "SELECT setval(quote_ident($1)::regclass, $2)", cancellationToken, sequence, value);
        }

        await ExecuteAsync(connection, NoteSql, cancellationToken, RestoreKey, restoreId.ToString());
        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<bool> IsCommittedAsync(Guid restoreId, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await ConnectAsync(cancellationToken);
        return (await ReadListAsync(connection, "SELECT 1 WHERE to_regclass('\"umbracoKeyValue\"') IS NOT NULL", cancellationToken)).Count > 0
            && (await ReadListAsync(connection, $"SELECT value FROM \"umbracoKeyValue\" WHERE key = '{RestoreKey}'", cancellationToken)).Contains(restoreId.ToString());
    }

    /// <inheritdoc />
    public void Place()
    {
        // The transaction has done it.
    }

    /// <inheritdoc />
    public void CleanUp()
    {
        // Nothing is staged outside of the transaction.
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>Drops the site's tables and makes them anew, with the schema that the backup was made with.</summary>
    private async Task RecreateAsync(NpgsqlConnection connection, DatabaseManifest manifest, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> old = await ReadListAsync(connection, TablesSql, cancellationToken);
        if (old.Count > 0)
        {
            await ExecuteAsync(connection, $"DROP TABLE {string.Join(", ", old.Select(Quote))} CASCADE", cancellationToken);
        }

        await ExecuteAsync(connection, $"DROP TABLE IF EXISTS \"{History}\"", cancellationToken);
        await using SiteDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        string schema = context.GetService<IMigrator>().GenerateScript(toMigration: manifest.Migrations[^1], options: MigrationsSqlGenerationOptions.NoTransactions);
        await ExecuteAsync(connection, schema, cancellationToken);
    }

    private static async Task LoadAsync(NpgsqlConnection connection, DatabaseManifest manifest, Func<string, Stream> openEntry, CancellationToken cancellationToken)
    {
        var known = (await ReadListAsync(connection, TablesSql, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        if (manifest.Tables.FirstOrDefault(x => !known.Contains(x.Name)) is { } unknown)
        {
            throw new InvalidDataException($"The backup holds a table {unknown.Name} that its own migrations do not make.");
        }

        IReadOnlyList<string> references = await ReadListAsync(
            connection,
            "SELECT conrelid::regclass || ' ' || quote_ident(conname) || E'\\t' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace",
            cancellationToken);
        string[][] constraints = [.. references.Select(x => (string[])[.. x.Split('\t')[0].Split(' ', 2), x.Split('\t')[1]])];

        // Rows may refer to each other in any order; the references are checked at the end, when they are added again.
        foreach (string[] constraint in constraints)
        {
            await ExecuteAsync(connection, $"ALTER TABLE {constraint[0]} DROP CONSTRAINT {constraint[1]}", cancellationToken);
        }

        await ExecuteAsync(connection, $"TRUNCATE {string.Join(", ", known.Select(Quote))}", cancellationToken);
        foreach (TableManifest table in manifest.Tables)
        {
            await LoadAsync(connection, table, openEntry, cancellationToken);
        }

        foreach (string[] constraint in constraints)
        {
            await ExecuteAsync(connection, $"ALTER TABLE {constraint[0]} ADD CONSTRAINT {constraint[1]} {constraint[2]}", cancellationToken);
        }
    }

    private static async Task LoadAsync(NpgsqlConnection connection, TableManifest table, Func<string, Stream> openEntry, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> columns = await ReadListAsync(connection, ColumnsSql(table.Name), cancellationToken);
        if (!table.Columns.ToHashSet().SetEquals(columns))
        {
            throw new InvalidDataException($"The columns of {table.Name} in the backup are not those that its own migrations make.");
        }

        using (var source = new StreamReader(openEntry(EntryOf(table.Name)), Encoding.UTF8))
        {
            await using TextWriter target = await connection.BeginTextImportAsync($"COPY {Quote(table.Name)} ({string.Join(", ", table.Columns.Select(Quote))}) FROM STDIN", cancellationToken);
            await CopyAsync(source, target, cancellationToken);
        }

        string rows = (await ReadListAsync(connection, $"SELECT count(*) FROM {Quote(table.Name)}", cancellationToken))[0];
        if (rows != table.Rows.ToString(CultureInfo.InvariantCulture))
        {
            throw new InvalidDataException($"{table.Name} has {rows} rows in the backup, and its manifest says {table.Rows}.");
        }
    }

    private static string ColumnsSql(string table) =>
        $"SELECT attname FROM pg_attribute WHERE attrelid = '{Quote(table).Replace("'", "''", StringComparison.Ordinal)}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum";

    private static string EntryOf(string table) => $"{table}.copy";

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(values.Select(x => new NpgsqlParameter { Value = x }).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> ReadListAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        List<string> values = [];
        await using var command = new NpgsqlCommand(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return values;
    }

    /// <returns>How many lines were copied, each of which is a row: a line break in a value is written as <c>\n</c>.</returns>
    private static async Task<long> CopyAsync(TextReader source, TextWriter target, CancellationToken cancellationToken)
    {
        long lines = 0;
        char[] buffer = new char[32 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            lines += buffer.AsSpan(0, read).Count('\n');
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return lines;
    }

    private sealed class Snapshot(NpgsqlConnection connection) : IDatabaseSnapshot
    {
        public async Task<IReadOnlySet<string>> ReadMediaPathsAsync(CancellationToken cancellationToken) =>
            (await ReadListAsync(
                connection,
                "SELECT m.path FROM \"umbracoMediaVersion\" m JOIN \"umbracoContentVersion\" v ON v.id = m.id WHERE v.current AND m.path IS NOT NULL",
                cancellationToken)).ToHashSet(StringComparer.Ordinal);

        public async Task<DatabaseManifest> WriteAsync(Func<string, Stream> createEntry, CancellationToken cancellationToken)
        {
            IReadOnlyList<string> migrations = await ReadListAsync(connection, $"SELECT \"MigrationId\" FROM \"{History}\" ORDER BY \"MigrationId\"", cancellationToken);
            List<TableManifest> tables = [];
            foreach (string table in await ReadListAsync(connection, TablesSql, cancellationToken))
            {
                IReadOnlyList<string> columns = await ReadListAsync(connection, ColumnsSql(table), cancellationToken);
                tables.Add(new TableManifest(table, columns, await WriteAsync(table, columns, createEntry, cancellationToken)));
            }

            // Sequences stand outside of transactions, so theirs may be later than the rows: ids are then left out, never given twice.
            IReadOnlyList<string> sequences = await ReadListAsync(
                connection, "SELECT sequencename || E'\\t' || last_value FROM pg_sequences WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY 1", cancellationToken);
            return new DatabaseManifest(
                DatabaseOptions.PostgresProvider,
                migrations,
                tables,
                sequences.ToDictionary(x => x.Split('\t')[0], x => long.Parse(x.Split('\t')[1], CultureInfo.InvariantCulture)));
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();

        private async Task<long> WriteAsync(string table, IReadOnlyList<string> columns, Func<string, Stream> createEntry, CancellationToken cancellationToken)
        {
            await using var target = new StreamWriter(createEntry(EntryOf(table)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            using TextReader source = await connection.BeginTextExportAsync($"COPY {Quote(table)} ({string.Join(", ", columns.Select(Quote))}) TO STDOUT", cancellationToken);
            return await CopyAsync(source, target, cancellationToken);
        }
    }
}
