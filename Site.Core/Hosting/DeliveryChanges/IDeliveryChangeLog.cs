namespace Site.Core.Hosting.DeliveryChanges;

/// <summary>
/// The changes of what the Content Delivery API shows, in the order in which they happened. What can be read now keeps its last change for
/// ever, so that reading from the beginning gives everything; other changes are cleared away when they are old.
/// </summary>
internal interface IDeliveryChangeLog
{
    /// <summary>What can be read according to the log; needs a scope.</summary>
    /// <param name="keys">Of which documents; <c>null</c> for all.</param>
    IReadOnlyList<DeliveredItem> ReadCurrent(IReadOnlyCollection<Guid>? keys);

    /// <summary>Adds changes at the end; needs a scope. Positions are in the order in which scopes complete.</summary>
    /// <param name="changes">The changes: of one document and culture at most one.</param>
    /// <param name="date">Now, in UTC.</param>
    void Append(IReadOnlyCollection<DeliveryChange> changes, DateTime date);

    /// <summary>Clears away what was logged before a date, but for the last change of what can be read; needs a scope.</summary>
    /// <returns>How many changes are gone.</returns>
    int Clear(DateTime before);

    /// <summary>Reads changes in their order; waits for no writer and needs no scope.</summary>
    /// <returns><c>null</c> when the log cannot tell any more what came after the cursor.</returns>
    Task<ChangePage?> ReadAsync(ChangeQuery query, CancellationToken cancellationToken);
}

/// <summary>Which changes to read.</summary>
/// <param name="Since">How far the reader has come; <c>null</c> to begin at the beginning.</param>
/// <param name="Take">How many at the most.</param>
/// <param name="Organisations">
/// Only what belongs to one of these, or has belonged to it until the change, <c>null</c> among them for what belongs to none; no collection does
/// not restrict.
/// </param>
internal sealed record ChangeQuery(ChangeCursor? Since, int Take, IReadOnlyCollection<Guid?>? Organisations);

/// <summary>Changes in their order.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="Next">Where to go on.</param>
/// <param name="HasMore">Whether there are more now.</param>
internal sealed record ChangePage(IReadOnlyList<LoggedDeliveryChange> Changes, ChangeCursor Next, bool HasMore);
