namespace Site.Core.Hosting.Jobs;

/// <summary>Work that the site does by itself again and again.</summary>
public interface IJob
{
    /// <summary>What the log and the health page call the job; different for each job, and the same on every node.</summary>
    string Name { get; }

    /// <summary>
    /// How often it is due: at the multiples of the period since midnight UTC, so that a period of one minute means on the minute.
    /// <c>null</c> when the settings say that it is not wanted.
    /// </summary>
    TimeSpan? Period { get; }

    /// <summary>Does what is due now. Throwing counts as a failed run; the next one comes as if it had succeeded.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
