namespace Site.Core.Organisations.Querying;

/// <summary>The fields that the site's own model adds to the index of the Content Delivery API.</summary>
internal static class ModelFields
{
    /// <summary>The key of the organisation that an item is or belongs to.</summary>
    public const string Organisation = "organisation";

    /// <summary>What a publication is, in small letters.</summary>
    public const string Kind = "kind";

    /// <summary>The year that a publication is of, or in which a person was honoured.</summary>
    public const string Year = "year";

    /// <summary>The topics in the culture, in small letters.</summary>
    public const string Topic = "topic";

    /// <summary>The languages of the document or broadcast itself, in small letters.</summary>
    public const string Language = "language";

    /// <summary>The keys of the zones where an organisation works.</summary>
    public const string Zone = "zone";

    /// <summary>The item's own date: of the text, else of the beginning of the event or call, else the first day of its year.</summary>
    public const string Date = "date";

    /// <summary>The key of a call for applications.</summary>
    public const string Call = "call";
}
