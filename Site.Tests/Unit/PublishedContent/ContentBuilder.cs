using Site.Core.Hosting.PublishedContent;

namespace Site.Tests.Unit.PublishedContent;

/// <summary>Makes contents for tests: a small tree is written as one line per node.</summary>
internal static class ContentBuilder
{
    public const int TypeId = 500;

    public static Guid KeyOf(int id) => new($"00000000-0000-0000-0000-{id:000000000000}");

    /// <summary>A node at a path such as <c>-1,1,2</c>, published unless said otherwise.</summary>
    public static ContentData Node(string path, bool published = true, bool trashed = false, string name = "Name", VersionData? draft = null)
    {
        int[] ids = [.. path.Split(',').Select(int.Parse)];
        VersionData version = Version(name);
        return new ContentData(
            ids[^1],
            KeyOf(ids[^1]),
            TypeId,
            ids[^2],
            ids.Length - 1,
            path,
            SortOrder: 0,
            trashed,
            CreatorId: -1,
            new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            published ? version : null,
            published ? draft : draft ?? version);
    }

    public static VersionData Version(
        string name,
        IReadOnlyDictionary<string, CultureData>? cultures = null,
        IReadOnlyDictionary<string, IReadOnlyList<PropertyData>>? properties = null) => new(
            name,
            WriterId: -1,
            new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc),
            TemplateId: null,
            cultures ?? new Dictionary<string, CultureData>(),
            properties ?? new Dictionary<string, IReadOnlyList<PropertyData>>());
}
