using Site.Core.Hosting.Runtime;

namespace Site.Core.Operations.Backups;

/// <summary>Finishes a restore that was cut short, before anything opens the database.</summary>
internal sealed class UnfinishedRestoreStep(SiteRestore restore) : IRuntimeStep
{
    /// <inheritdoc />
    public string Name => "Unfinished restore";

    /// <inheritdoc />
    public bool RunsIn(RuntimeMode mode) => mode != RuntimeMode.ReadOnly;

    /// <inheritdoc />
    public Task ExecuteAsync(CancellationToken cancellationToken) => restore.FinishAsync(cancellationToken);
}
