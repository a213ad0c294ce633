using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Site.Tests.Endurance.Writer;

/// <summary>
/// Makes the database fail at the n-th command of a transaction, its commit counted as one: in every third transaction that comes so far, so that
/// the writers get on in between. A commit fails before it is done or after, as when the answer is lost on the way.
/// </summary>
internal sealed class WriterFaults(int position) : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>The environment variable that holds n.</summary>
    public const string Variable = "WRITER_FAIL_AT";

    private readonly ConditionalWeakTable<DbContext, StrongBox<int>> _commands = [];
    private int _occasions;
    private volatile bool _isArmed;

    /// <summary>Lets the faults begin: the site has started.</summary>
    public void Arm() => _isArmed = true;

    /// <inheritdoc />
    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        Begin(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public DbTransaction TransactionUsed(DbConnection connection, TransactionEventData eventData, DbTransaction result)
    {
        Begin(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        Count(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Count(eventData.Context);

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Count(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Count(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Count(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Count(eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Count(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private void Begin(DbContext? context)
    {
        if (context is not null)
        {
            _commands.AddOrUpdate(context, new StrongBox<int>());
        }
    }

    private void Count(DbContext? context)
    {
        if (_isArmed && context is not null && _commands.TryGetValue(context, out StrongBox<int>? commands)
            && ++commands.Value == position && Interlocked.Increment(ref _occasions) % 3 == 0)
        {
            throw new InjectedException($"The database failed at command {position} of a transaction.");
        }
    }

    private sealed class InjectedException(string message) : DbException(message);
}
