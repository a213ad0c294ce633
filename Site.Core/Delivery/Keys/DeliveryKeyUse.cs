using System.Collections.Concurrent;
using Site.Core.Hosting.Delivery;
using Site.Core.Hosting.Jobs;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Delivery.Keys;

/// <summary>Notes in memory when keys were last used: a request neither writes nor waits.</summary>
internal sealed class DeliveryKeyUse(TimeProvider time)
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, DateTime> _used = new();

    /// <summary>When which key was last used: one entry for each key that was used since the start.</summary>
    public IEnumerable<KeyValuePair<Guid, DateTime>> Uses => _used;

    /// <summary>Notes that a key is used now.</summary>
    public void Note(Guid key)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        if (!_used.TryGetValue(key, out DateTime before) || now - before > _step)
        {
            _used[key] = now;
        }
    }
}

/// <summary>Writes once a minute when keys were last used. What was noted in the last minute before the site stops is not written.</summary>
internal sealed class DeliveryKeyUseJob(DeliveryKeyUse use, ICoreScopeProvider scopes, IDeliveryApiKeyRepository repository) : IJob
{
    private static readonly TimeSpan _period = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Guid, DateTime> _written = [];

    /// <inheritdoc />
    public string Name => "Delivery API key use";

    /// <inheritdoc />
    public TimeSpan? Period => _period;

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken)
    {
        KeyValuePair<Guid, DateTime>[] changed = [.. use.Uses.Where(x => !_written.TryGetValue(x.Key, out DateTime written) || written < x.Value)];
        if (changed.Length == 0)
        {
            // Nothing to write, so nobody has to wait for it.
            return Task.CompletedTask;
        }

        using (ICoreScope scope = scopes.CreateCoreScope())
        {
            foreach ((Guid key, DateTime lastUsed) in changed)
            {
                repository.SetLastUsed(key, lastUsed);
            }

            scope.Complete();
        }

        foreach ((Guid key, DateTime lastUsed) in changed)
        {
            _written[key] = lastUsed;
        }

        return Task.CompletedTask;
    }
}
