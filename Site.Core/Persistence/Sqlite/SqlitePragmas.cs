using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Site.Core.Persistence.Sqlite;

/// <summary>Sets up each connection: readers beside the writer (WAL), and nothing that was acknowledged is lost in a power cut (FULL).</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=60000;";
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=60000;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
