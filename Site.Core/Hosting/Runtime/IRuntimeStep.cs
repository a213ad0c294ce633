namespace Site.Core.Hosting.Runtime;

/// <summary>One thing that must be done, in the order of registration, before the site may serve.</summary>
public interface IRuntimeStep
{
    /// <summary>What the log and the health page call the step.</summary>
    string Name { get; }

    /// <summary>Whether the step is needed when the site starts like this.</summary>
    bool RunsIn(RuntimeMode mode) => true;

    /// <summary>Does it; throwing ends the start as <see cref="Umbraco.Cms.Core.RuntimeLevel.BootFailed"/>.</summary>
    Task ExecuteAsync(CancellationToken cancellationToken);
}

/// <summary>For what the site starts.</summary>
public enum RuntimeMode
{
    /// <summary>To serve visitors.</summary>
    Serve,

    /// <summary>For a verb of the command line that may write; what only serving needs is left out.</summary>
    Command,

    /// <summary>For a verb that only reads, beside a process that serves: nothing is locked or written.</summary>
    ReadOnly,
}
