using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Site.Core.Persistence.Sqlite;

/// <summary>
/// Sets up each connection: readers beside the writer (WAL), nothing that was acknowledged is lost in a power cut (FULL), and
/// <c>lower</c> knows the letters with accents, which SQLite's own does not.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        AddLower(connection);
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=60000;";
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        AddLower(connection);
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=60000;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void AddLower(DbConnection connection) =>
        ((SqliteConnection)connection).CreateFunction<string?, string?>("lower", text => text?.ToLowerInvariant(), isDeterministic: true);
}
