namespace Site.Core.Hosting.Webhooks;

/// <summary>The deliveries that were given up; every member works in the current scope.</summary>
internal interface IDeadLetterStore
{
    /// <summary>All of them, the oldest first, without their payloads.</summary>
    IReadOnlyList<DeadLetter> GetAll();

    /// <summary>Puts dead letters back to the end of the queue, in their order, as if they had never been sent.</summary>
    /// <returns>How many there were.</returns>
    int Replay(IReadOnlyCollection<int> ids, DateTime now);

    /// <summary>Deletes those that died before the moment.</summary>
    void DeleteOlderThan(DateTime moment);
}

/// <summary>A delivery that was given up.</summary>
/// <param name="Id">By which it is replayed.</param>
/// <param name="Key">The delivery's.</param>
/// <param name="WebhookKey">The webhook.</param>
/// <param name="EventAlias">The event, e.g. <c>Umbraco.ContentPublish</c>.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="Reason">Why the last attempt failed.</param>
/// <param name="Created">When the event happened, in UTC.</param>
/// <param name="Died">When it was given up, in UTC.</param>
internal sealed record DeadLetter(int Id, Guid Key, Guid WebhookKey, string EventAlias, int Attempts, string Reason, DateTime Created, DateTime Died);
