namespace Site.Core.Hosting.Runtime;

/// <summary>One thing that must be done, in the order of registration, before the site may serve.</summary>
public interface IRuntimeStep
{
    /// <summary>What the log and the health page call the step.</summary>
    string Name { get; }

    /// <summary>Does it; throwing ends the start as <see cref="Umbraco.Cms.Core.RuntimeLevel.BootFailed"/>.</summary>
    Task ExecuteAsync(CancellationToken cancellationToken);
}
