namespace Site.Core.Hosting.Jobs;

/// <summary>What is known of a job on this node since it started.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="Period">How often it is due; <c>null</c> when the settings say that it is not wanted.</param>
public sealed record JobState(string Name, TimeSpan? Period)
{
    /// <summary>When it last began, in UTC; <c>null</c> before the first run.</summary>
    public DateTimeOffset? LastStart { get; init; }

    /// <summary>When its last finished run ended, well or not; <c>null</c> before the end of the first.</summary>
    public DateTimeOffset? LastEnd { get; init; }

    /// <summary>Why the last finished run failed; <c>null</c> when it did not.</summary>
    public string? LastError { get; init; }

    /// <summary>Whether it runs now.</summary>
    public bool IsRunning { get; init; }
}
