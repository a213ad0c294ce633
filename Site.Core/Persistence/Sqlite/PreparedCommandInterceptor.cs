using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Site.Core.Persistence.Sqlite;

/// <summary>Has EF execute the <see cref="PreparedCommands"/> of its context's connection, where the context keeps them.</summary>
internal sealed class PreparedCommandInterceptor : DbCommandInterceptor
{
    /// <inheritdoc />
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        eventData.Context is SqliteSiteDbContext { Prepared: { } prepared } && result is SqliteCommand command ? prepared.Take(command) : result;

    /// <inheritdoc />
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Forget(command, eventData);

    /// <inheritdoc />
    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(command, eventData);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override void CommandCanceled(DbCommand command, CommandEndEventData eventData) => Forget(command, eventData);

    /// <inheritdoc />
    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(command, eventData);
        return Task.CompletedTask;
    }

    private static void Forget(DbCommand command, DbContextEventData eventData)
    {
        if (command is PreparedCommand prepared)
        {
            (eventData.Context as SqliteSiteDbContext)?.Prepared?.Forget(prepared);
        }
    }
}
