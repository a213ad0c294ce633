using Site.Core.Hosting.Runtime;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Operations.Health;

/// <summary>Gathers what administrators are told of the site.</summary>
public sealed class SiteHealth(SiteRuntime runtime, IRuntimeState state, IEnumerable<IHealthSource> sources)
{
    /// <summary>The state and every part of a process that serves.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> ReadServingAsync(CancellationToken cancellationToken)
    {
        var details = new Dictionary<string, object?>
        {
            ["status"] = runtime.IsReady ? "Ready" : state.Level.ToString(),
            ["step"] = runtime.CurrentStep,
            ["error"] = state.BootFailedException?.Message,
        };
        await AddAsync(details, sources, cancellationToken);
        return details;
    }

    /// <summary>The parts that can be known without serving.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> ReadStoredAsync(CancellationToken cancellationToken)
    {
        var details = new Dictionary<string, object?>();
        await AddAsync(details, sources.Where(x => x.IsAboutWhatIsStored), cancellationToken);
        return details;
    }

    private static async Task AddAsync(Dictionary<string, object?> details, IEnumerable<IHealthSource> parts, CancellationToken cancellationToken)
    {
        foreach (IHealthSource part in parts)
        {
            details[part.Name] = await part.ReadAsync(cancellationToken);
        }
    }
}
