namespace Site.Core.Hosting.PublishedContent;

/// <summary>All that the published content of a site needs to know of one document or one media item.</summary>
/// <param name="Id">The node's id.</param>
/// <param name="Key">The node's key, the same in every environment.</param>
/// <param name="ContentTypeId">The id of the document or media type.</param>
/// <param name="ParentId">The parent's id; -1 at the root, -20 or -21 in the recycle bin.</param>
/// <param name="Level">1 at the root.</param>
/// <param name="Path">The ids from the root to the node itself, joined by commas.</param>
/// <param name="SortOrder">The place among the siblings.</param>
/// <param name="Trashed">Whether the node is in the recycle bin.</param>
/// <param name="CreatorId">The id of the user who created the node.</param>
/// <param name="CreateDate">When, in UTC.</param>
/// <param name="Published">What visitors see; <c>null</c> for a document that is not published. A media item's only version is here.</param>
/// <param name="Draft">What editors see; <c>null</c> when it does not differ from <paramref name="Published"/>.</param>
public sealed record ContentData(
    int Id,
    Guid Key,
    int ContentTypeId,
    int ParentId,
    int Level,
    string Path,
    int SortOrder,
    bool Trashed,
    int CreatorId,
    DateTime CreateDate,
    VersionData? Published,
    VersionData? Draft);

/// <summary>One version of a document or media item.</summary>
/// <param name="Name">The invariant name.</param>
/// <param name="WriterId">The id of the user who wrote the version.</param>
/// <param name="UpdateDate">When, in UTC.</param>
/// <param name="TemplateId">The id of the template; <c>null</c> without one.</param>
/// <param name="Cultures">
/// The cultures in which the version exists, by ISO code without regard to case: of a published version the published ones.
/// Empty for what does not vary by culture.
/// </param>
/// <param name="Properties">The values by property alias, without regard to case; a property without a value is absent.</param>
public sealed record VersionData(
    string Name,
    int WriterId,
    DateTime UpdateDate,
    int? TemplateId,
    IReadOnlyDictionary<string, CultureData> Cultures,
    IReadOnlyDictionary<string, IReadOnlyList<PropertyData>> Properties);

/// <summary>One culture of a version.</summary>
/// <param name="Name">The name in the culture.</param>
/// <param name="Date">When the culture was last changed or published, in UTC.</param>
/// <param name="Edited">Whether the culture's draft differs from what is published in it.</param>
public sealed record CultureData(string Name, DateTime Date, bool Edited);

/// <summary>One value of a property, as it is stored.</summary>
/// <param name="Culture">The ISO code of the culture; <c>null</c> for the invariant value.</param>
/// <param name="Segment">The segment; <c>null</c> for the neutral value.</param>
/// <param name="Value">A <see cref="string"/>, <see cref="int"/>, <see cref="decimal"/> or <see cref="DateTime"/>; never <c>null</c>.</param>
public sealed record PropertyData(string? Culture, string? Segment, object Value);
