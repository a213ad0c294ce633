using System.Data;
using Microsoft.Data.Sqlite;

namespace Site.Core.Persistence.Sqlite;

/// <summary>
/// The commands of one open connection by their text. SQLite takes as long to prepare the statements of a site as to run them, and the driver
/// keeps none.
/// </summary>
/// <remarks>Like its connection it serves one thread at a time.</remarks>
internal sealed class PreparedCommands
{
    /// <summary>The most commands that are kept for a connection.</summary>
    public const int MaximumCount = 200;

    // Longer ones are scripts, which run once.
    private const int MaximumLength = 8192;

    private readonly Dictionary<string, PreparedCommand> _byText = new(StringComparer.Ordinal);
    private readonly SqliteConnection _connection;
    private long _now;

    /// <summary>Keeps the commands of a connection until that is closed.</summary>
    public PreparedCommands(SqliteConnection connection)
    {
        _connection = connection;
        connection.StateChange += OnStateChange;
    }

    /// <summary>Whether the connection is the one that was open at the beginning: opened again, it is another one of SQLite's.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>How many there are.</summary>
    public int Count => _byText.Count;

    /// <summary>What is to be executed in the place of a command.</summary>
    public SqliteCommand Take(SqliteCommand command)
    {
        if (!IsOpen || command.Connection != _connection || command.CommandText.Length > MaximumLength)
        {
            return command;
        }

        if (!_byText.TryGetValue(command.CommandText, out PreparedCommand? prepared))
        {
            MakeRoom();
            prepared = new PreparedCommand(command.CommandText, _connection);
            _byText.Add(command.CommandText, prepared);
        }
        else if (prepared.IsInUse)
        {
            return command;
        }

        prepared.TakeOver(command, ++_now);
        return prepared;
    }

    /// <summary>Forgets a command that has failed: its statement may stand in the middle.</summary>
    public void Forget(PreparedCommand command)
    {
        if (_byText.Remove(command.CommandText))
        {
            command.Release();
        }
    }

    private void MakeRoom()
    {
        if (_byText.Count >= MaximumCount && _byText.Values.Where(x => !x.IsInUse).MinBy(x => x.UsedAt) is { } oldest)
        {
            Forget(oldest);
            oldest.Dispose();
        }
    }

    private void OnStateChange(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState == ConnectionState.Closed)
        {
            IsOpen = false;
            _connection.StateChange -= OnStateChange;
            Clear();
        }
    }

    private void Clear()
    {
        foreach (PreparedCommand command in _byText.Values.ToList())
        {
            Forget(command);
            command.Dispose();
        }
    }
}
