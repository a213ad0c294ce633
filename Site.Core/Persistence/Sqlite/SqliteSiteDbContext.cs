using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Site.Core.Persistence.Sqlite;

/// <summary>The site's database in one SQLite file.</summary>
public sealed class SqliteSiteDbContext(DbContextOptions<SqliteSiteDbContext> options) : SiteDbContext(options)
{
    private SqliteContextFactory? _lender;
    private bool _isIdle;

    /// <summary>The commands of the connection, once <see cref="Begin"/> has opened it.</summary>
    internal PreparedCommands? Prepared { get; private set; }

    /// <summary>Begins a transaction on the context's connection, which then stays open as long as <see cref="SqliteContextFactory"/> keeps the context.</summary>
    /// <param name="deferred">Whether it only reads so far: EF's own would be immediate, which waits for the writer.</param>
    /// <remarks>EF closes what it has opened, so this is opened here. EF does not own a transaction that it was handed: dispose of it.</remarks>
    internal SqliteTransaction Begin(bool deferred)
    {
        var connection = (SqliteConnection)Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
        {
            Open(connection);
        }

        if (Prepared is not { IsOpen: true })
        {
            Prepared = new PreparedCommands(connection);
        }

        SqliteTransaction transaction = connection.BeginTransaction(deferred);
        Database.UseTransaction(transaction);
        return transaction;
    }

    /// <summary>Notes to whom the context goes back when it is disposed of.</summary>
    internal void LendFrom(SqliteContextFactory lender)
    {
        _lender = lender;
        _isIdle = false;
    }

    /// <summary>Disposes of the context for good, connection and statements too.</summary>
    internal void Discard()
    {
        _isIdle = false;
        base.Dispose();
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        if (!TryGiveBack())
        {
            base.Dispose();
        }
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => TryGiveBack() ? ValueTask.CompletedTask : base.DisposeAsync();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();

    /// <inheritdoc />
    /// <remarks>
    /// <c>lower</c> is a function of ours, called for each row; <c>LIKE</c> is SQLite's own, which knows the case of the letters without accents.
    /// </remarks>
    internal override string CandidatesFor(string start) =>
        string.Concat(start.EnumerateRunes().Select(x => x.IsAscii && char.IsAsciiLetterOrDigit((char)x.Value) ? (char)x.Value : '_')) + "%";

    private static void Open(SqliteConnection connection)
    {
        connection.Open();
        try
        {
            SqlitePragmas.Apply(connection);
        }
        catch
        {
            connection.Close();
            throw;
        }
    }

    // Only a connection that was opened for sessions, and on which nothing is under way, is worth keeping.
    private bool TryGiveBack()
    {
        SqliteContextFactory? lender = _lender;
        _lender = null;
        if (lender is null)
        {
            // The second disposal of one loan, or that of EF's own pool.
            return _isIdle;
        }

        if (Prepared is null
            || Database.CurrentTransaction is not null
            || Database.GetDbConnection() is not SqliteConnection { State: ConnectionState.Open } connection
            || raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            return false;
        }

        ChangeTracker.Clear();

        // Once it is kept it may be somebody else's already.
        _isIdle = true;
        if (lender.TryKeep(this))
        {
            return true;
        }

        _isIdle = false;
        return false;
    }
}
