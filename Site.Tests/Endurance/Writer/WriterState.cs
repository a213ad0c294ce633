using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Endurance.Writer;

/// <summary>All that a writer says of a document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Draft">Its title as editors see it.</param>
/// <param name="Published">Its title as visitors see it; <c>null</c> when they see nothing.</param>
/// <param name="Parent">The id of the document above.</param>
internal sealed record WriterState(string? Name, string? Draft, string? Published, int Parent)
{
    /// <summary>What does not exist.</summary>
    public const string Absent = "absent";

    /// <summary>What exists and has no other state, such as a property.</summary>
    public const string Present = "present";

    /// <summary>The property that the writers write.</summary>
    public const string Title = "title";

    private const string PropertyPrefix = "property:";

    /// <summary>The name of a property of the pages in the history.</summary>
    public static string PropertyThing(string alias) => PropertyPrefix + alias;

    /// <summary>The state of a document.</summary>
    public static WriterState Of(IContent content) => new(
        content.Name,
        content.GetValue<string>(Title),
        content.Published ? content.GetValue<string>(Title, published: true) : null,
        content.Trashed ? Constants.System.RecycleBinContent : content.ParentId);

    /// <summary>The state in which a thing of the history is now.</summary>
    public static string Now(string thing, IContentService contents, IContentTypeService types)
    {
        if (thing.StartsWith(PropertyPrefix, StringComparison.Ordinal))
        {
            bool exists = types.Get(WriterSite.PageAlias)?.PropertyTypeExists(thing[PropertyPrefix.Length..]) == true;
            return exists ? Present : Absent;
        }

        return contents.GetById(Guid.Parse(thing)) is { } content ? Of(content).ToString() : Absent;
    }
}
