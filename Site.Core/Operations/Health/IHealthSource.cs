namespace Site.Core.Operations.Health;

/// <summary>Says how one part of the site is, for the administrators' health page.</summary>
public interface IHealthSource
{
    /// <summary>The name of the part in the answer.</summary>
    string Name { get; }

    /// <summary>Whether it can say something in a process that does not serve.</summary>
    bool IsAboutWhatIsStored { get; }

    /// <summary>What it says, to be written as JSON. A part that is ill says so; it does not throw.</summary>
    Task<object> ReadAsync(CancellationToken cancellationToken);
}
