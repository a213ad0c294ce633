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
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=60000;";

    /// <summary>Sets up a connection that was opened without EF.</summary>
    public static void Apply(SqliteConnection connection)
    {
        using SqliteCommand command = BeginSetUp(connection);
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using SqliteCommand command = BeginSetUp((SqliteConnection)connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static SqliteCommand BeginSetUp(SqliteConnection connection)
    {
        connection.CreateFunction<string?, string?>("lower", text => text?.ToLowerInvariant(), isDeterministic: true);
        return new SqliteCommand(Pragmas, connection);
    }
}
