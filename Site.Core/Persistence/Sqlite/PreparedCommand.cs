using Microsoft.Data.Sqlite;

namespace Site.Core.Persistence.Sqlite;

/// <summary>
/// A command that is not disposed of by whoever has executed it: its statement, once prepared, runs again for the next command with the same text.
/// </summary>
internal sealed class PreparedCommand(string text, SqliteConnection connection) : SqliteCommand(text, connection)
{
    private bool _isKept = true;

    /// <summary>Whether somebody executes it, or reads what it answered.</summary>
    public bool IsInUse { get; private set; }

    /// <summary>When it was last taken, in the count of its connection's commands.</summary>
    public long UsedAt { get; private set; }

    /// <summary>Makes it do what another command, which was never executed, was to do.</summary>
    public void TakeOver(SqliteCommand command, long now)
    {
        IsInUse = true;
        UsedAt = now;
        Transaction = command.Transaction;
        CommandTimeout = command.CommandTimeout;
        foreach (SqliteParameter parameter in command.Parameters)
        {
            Parameters.Add(parameter);
        }

        command.Dispose();
    }

    /// <summary>Lets the next disposal be one, which frees the statement.</summary>
    public void Release() => _isKept = false;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && _isKept)
        {
            Parameters.Clear();
            IsInUse = false;
            return;
        }

        base.Dispose(disposing);
    }
}
