using Site.Core.Hosting.DeliveryChanges;

namespace Site.Core.Delivery.Changes;

/// <summary>Finds what changed of a document between what was logged and what can be read now.</summary>
internal static class ChangeComparison
{
    /// <summary>The changes: of each culture at most one.</summary>
    /// <param name="before">The document in its cultures according to the log.</param>
    /// <param name="now">The document in its cultures now.</param>
    /// <param name="exists">Whether there is still such a document, published or not, outside the recycle bin.</param>
    public static IEnumerable<DeliveryChange> Compare(IEnumerable<DeliveredItem> before, IReadOnlyList<DeliveredItem> now, bool exists)
    {
        Dictionary<string, DeliveredItem> left = before.ToDictionary(x => x.Culture, StringComparer.OrdinalIgnoreCase);
        foreach (DeliveredItem item in now)
        {
            left.Remove(item.Culture, out DeliveredItem? known);
            if (Compare(known, item) is { } change)
            {
                yield return change;
            }
        }

        DeliveryChangeKind gone = exists ? DeliveryChangeKind.Unpublished : DeliveryChangeKind.Deleted;
        foreach (DeliveredItem item in left.Values)
        {
            yield return new DeliveryChange(gone, item);
        }
    }

    private static DeliveryChange? Compare(DeliveredItem? before, DeliveredItem now) => before switch
    {
        null => new DeliveryChange(DeliveryChangeKind.Published, now),
        _ when before.Path != now.Path || before.Organisation != now.Organisation => new DeliveryChange(DeliveryChangeKind.Moved, now)
        {
            PreviousPath = before.Path,
            PreviousOrganisation = before.Organisation,
        },
        _ when before.Fingerprint != now.Fingerprint || before.ContentType != now.ContentType => new DeliveryChange(DeliveryChangeKind.Updated, now),
        _ => null,
    };
}
