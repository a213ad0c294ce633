using System.Text.Json.Serialization;

namespace Site.Core.Hosting.DeliveryChanges;

/// <summary>What happened to a document in a culture, as readers of the Content Delivery API see it. The numbers are stored.</summary>
internal enum DeliveryChangeKind
{
    /// <summary>It can be read; before it could not.</summary>
    [JsonStringEnumMemberName("published")]
    Published = 1,

    /// <summary>It says something else than before.</summary>
    [JsonStringEnumMemberName("updated")]
    Updated = 2,

    /// <summary>Its path is another one; what it says may be too.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved = 3,

    /// <summary>It cannot be read any more, whatever the reason.</summary>
    [JsonStringEnumMemberName("unpublished")]
    Unpublished = 4,

    /// <summary>It cannot be read any more, for it was deleted.</summary>
    [JsonStringEnumMemberName("deleted")]
    Deleted = 5,
}

/// <summary>What the log keeps of a document in a culture. Neither its name nor what it says: a line outlives the right to read them.</summary>
/// <param name="Key">The document's key.</param>
/// <param name="Culture">The ISO code; empty for a document that does not vary by culture.</param>
/// <param name="ContentType">The alias of the document type.</param>
/// <param name="Path">The path of its route.</param>
/// <param name="Organisation">The key of the organisation that it belongs to; <c>null</c> when it belongs to none.</param>
/// <param name="Fingerprint">The same as long as it says the same.</param>
internal sealed record DeliveredItem(Guid Key, string Culture, string ContentType, string Path, Guid? Organisation, long Fingerprint)
{
    /// <summary>Which document in which culture.</summary>
    public (Guid Key, string Culture) Id => (Key, Culture);
}

/// <summary>One change.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Item">How the document is now; as it was last when it cannot be read any more.</param>
internal sealed record DeliveryChange(DeliveryChangeKind Kind, DeliveredItem Item)
{
    /// <summary>The path before, of what has moved.</summary>
    public string? PreviousPath { get; init; }

    /// <summary>The organisation before, the same or another, of what has moved.</summary>
    public Guid? PreviousOrganisation { get; init; }
}

/// <summary>A change in the log.</summary>
/// <param name="Position">Its place: changes that were logged later have a higher one.</param>
/// <param name="Date">When it was logged, in UTC.</param>
/// <param name="Change">The change.</param>
internal sealed record LoggedDeliveryChange(long Position, DateTime Date, DeliveryChange Change);
