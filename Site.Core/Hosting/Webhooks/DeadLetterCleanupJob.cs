using Site.Core.Hosting.Jobs;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Deletes dead letters that nobody has sent again for long.</summary>
internal sealed class DeadLetterCleanupJob(DeadLetters letters, DeadLetterOptions options, TimeProvider time) : IJob
{
    /// <inheritdoc />
    public string Name => "Webhook dead letter clean-up";

    /// <inheritdoc />
    public TimeSpan? Period { get; } = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken)
    {
        letters.DeleteOlderThan(time.GetUtcNow().UtcDateTime - options.KeepFor);
        return Task.CompletedTask;
    }
}
