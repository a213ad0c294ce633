using System.Text.RegularExpressions;
using System.Xml.Linq;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Sync.Nodes;

/// <summary>What a <c>Content</c> or <c>Media</c> file says.</summary>
internal sealed record NodeFile
{
    public const int MaxName = 255;

    public required Guid Key { get; init; }

    /// <summary>The name of an invariant item, and the fallback for the default culture.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<(string Culture, string Name)> CultureNames { get; init; }

    public required SyncReference Parent { get; init; }

    /// <summary>The names of the ancestors, root first, as safe aliases.</summary>
    public required IReadOnlyList<string> ParentPath { get; init; }

    public required bool IsTrashed { get; init; }

    /// <summary>Where an item of the recycle bin lay before.</summary>
    public required Guid TrashedFrom { get; init; }

    /// <summary>The item's own path of safe aliases.</summary>
    public required string Path { get; init; }

    public required string ContentType { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime? CreateDate { get; init; }

    /// <summary>Null when the file was written without sort orders.</summary>
    public required int? SortOrder { get; init; }

    public required IReadOnlyList<NodeValueFile> Values { get; init; }

    public required bool IsPublished { get; init; }

    public required IReadOnlyList<(string Culture, bool IsPublished)> CulturesPublished { get; init; }

    public required IReadOnlyList<NodeScheduleFile> Schedule { get; init; }

    /// <summary>The template; empty for none, null when the file says nothing of it.</summary>
    public required SyncReference? Template { get; init; }

    public static NodeFile Read(XElement root)
    {
        XElement info = root.Child("Info");
        XElement names = info.Child("NodeName");
        XElement published = info.Child("Published");
        string name = names.Attribute("Default")?.Value ?? root.Attribute("Alias")?.Value ?? string.Empty;
        return new NodeFile
        {
            Key = root.KeyAttribute(),
            Name = CheckName(name),
            CultureNames = [.. names.Elements("Name").Select(element => (Culture(element), CheckName(element.Value)))],
            Parent = SyncReference.Read(info.Element("Parent")),
            ParentPath = info.Text("Path").Split('/', StringSplitOptions.RemoveEmptyEntries) is [.. var ancestors, _] ? ancestors : [],
            IsTrashed = info.Bool("Trashed"),
            TrashedFrom = Guid.TryParse(info.Element("Trashed")?.Attribute("Parent")?.Value, out Guid from) ? from : Guid.Empty,
            Path = info.Text("Path").Trim(),
            ContentType = info.Required("ContentType").Trim(),
            CreateDate = info.Date("CreateDate"),
            SortOrder = info.OptionalInt("SortOrder"),
            Values = [.. root.Child("Properties").Elements().SelectMany(NodeValueFile.Read)],
            IsPublished = IsTrue(published.Attribute("Default")?.Value),
            CulturesPublished = [.. published.Elements("Published").Select(element => (Culture(element), IsTrue(element.Value)))],
            Schedule = [.. info.Child("Schedule").Elements("ContentSchedule").Select(NodeScheduleFile.Read)],
            Template = info.Element("Template") is { } template ? SyncReference.Read(template) : null,
        };
    }

    private static string Culture(XElement element) => element.Attribute("Culture")?.Value.Trim() ?? string.Empty;

    private static bool IsTrue(string? text) => bool.TryParse(text, out bool value) && value;

    private static string CheckName(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new SyncItemException("Info/NodeName", "is missing or empty.");
        }

        return name.Length <= MaxName
            ? name
            : throw new SyncItemException("Info/NodeName", $"has {name.Length} characters, at most {MaxName} are stored.");
    }
}

/// <summary>One <c>Value</c> of a property.</summary>
/// <param name="Alias">The property.</param>
/// <param name="Culture">The culture, or null.</param>
/// <param name="Segment">The segment, or null.</param>
/// <param name="Text">The value as text; empty clears it.</param>
/// <param name="IsOnly">Whether the property has no other value in the file.</param>
internal sealed partial record NodeValueFile(string Alias, string? Culture, string? Segment, string Text, bool IsOnly)
{
    public static IEnumerable<NodeValueFile> Read(XElement property)
    {
        List<XElement> values = [.. property.Elements("Value")];
        return values.Select(value => new NodeValueFile(
            property.Name.LocalName, Attribute(value, "Culture"), Attribute(value, "Segment"), value.Value, values.Count == 1));
    }

    /// <summary>The keys in the text, with or without dashes: of what is picked or linked, and of blocks and types.</summary>
    public IEnumerable<Guid> Mentions() => Keys().Matches(Text).Select(match => Guid.Parse(match.ValueSpan));

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Keys();

    private static string? Attribute(XElement value, string name) =>
        value.Attribute(name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>A planned release or expiry.</summary>
/// <param name="Culture">The culture, empty for an invariant document.</param>
/// <param name="Action">What is planned.</param>
/// <param name="Date">When, UTC.</param>
internal sealed record NodeScheduleFile(string Culture, ContentScheduleAction Action, DateTime Date)
{
    public static NodeScheduleFile Read(XElement element) => new(
        element.Text("Culture").Trim() is "*" ? string.Empty : element.Text("Culture").Trim(),
        element.Enum("Action", ContentScheduleAction.Release),
        element.Date("Date") ?? throw new SyncItemException("Info/Schedule/ContentSchedule/Date", "is missing."));
}
