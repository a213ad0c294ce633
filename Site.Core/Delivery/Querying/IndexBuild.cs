using System.Collections.Frozen;
using Site.Core.Hosting.PublishedContent;
using Site.Core.PublishedContent;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Extensions;

namespace Site.Core.Delivery.Querying;

/// <summary>Makes rows from one snapshot.</summary>
/// <remarks>
/// Published rows exist for each published item and culture whose ancestors are published in the culture too. Rows of drafts exist for each
/// item and culture that is saved, whatever is published. Nothing in the recycle bin has a row.
/// </remarks>
internal sealed class IndexBuild(ContentTable documents, bool preview, IndexTypes types, ProtectedContent guarded, HandlerFields handlerFields)
{
    private readonly Dictionary<int, IContentType?> _types = [];

    /// <summary>The rows of all content.</summary>
    public List<IndexRow> BuildAll() => [.. documents.Nodes.SelectMany(Build)];

    /// <summary>The rows of an item; none when it is not there, or not published.</summary>
    public IEnumerable<IndexRow> Build(Guid key) => documents.Find(key) is { } node ? Build(node) : [];

    /// <summary>The keys of the items below the others.</summary>
    public IEnumerable<Guid> KeysBelow(IReadOnlyCollection<Guid> keys)
    {
        HashSet<int> tops = [.. keys.Select(x => documents.Find(x)?.Data.Id).OfType<int>()];
        return tops.Count == 0 ? [] : documents.KeysBelow(tops);
    }

    private List<IndexRow> Build(ContentNode node)
    {
        ContentData data = node.Data;
        HashSet<string>? cultures = null;
        if ((preview ? data.Draft ?? data.Published : data.Published) is not { } version
            || types.Published.Find(PublishedItemType.Content, data.ContentTypeId) is not { } type
            || FindAncestors(node, ref cultures) is not { } ancestors
            || !TryNarrow(node, ref cultures))
        {
            return [];
        }

        IContent? document = handlerFields.Any && TypeOf(data.ContentTypeId) is { } edited ? IndexedDocument.Create(data, version, edited) : null;
        IEnumerable<string?> rows = type.VariesByCulture() ? version.Cultures.Keys.Where(x => cultures?.Contains(x) ?? true) : (IEnumerable<string?>)[null];
        return [.. rows.Select(x => CreateRow(new IndexedVersion(data, version, type, document), x, ancestors))];
    }

    // From the root down; null when one of them hides the item. The cultures are those in which all of them are published.
    private Guid[]? FindAncestors(ContentNode node, ref HashSet<string>? cultures)
    {
        List<Guid> ancestors = [];
        for (int parentId = node.Data.ParentId; parentId >= 0;)
        {
            if (documents.Find(parentId) is not { } parent || !TryNarrow(parent, ref cultures))
            {
                return null;
            }

            ancestors.Add(parent.Data.Key);
            parentId = parent.Data.ParentId;
        }

        ancestors.Reverse();
        return [.. ancestors];
    }

    // Leaves the cultures in which the item is published too; false when it hides what is below it.
    private bool TryNarrow(ContentNode node, ref HashSet<string>? cultures)
    {
        if (preview || node.Data.Trashed || node.Data.Published is not { } published)
        {
            return preview && !node.Data.Trashed;
        }

        if (types.Published.Find(PublishedItemType.Content, node.Data.ContentTypeId)?.VariesByCulture() != true)
        {
            return true;
        }

        var own = new HashSet<string>(published.Cultures.Keys, StringComparer.OrdinalIgnoreCase);
        if (cultures is not null)
        {
            own.IntersectWith(cultures);
        }

        cultures = own;
        return own.Count > 0;
    }

    private IContentType? TypeOf(int id) => _types.TryGetValue(id, out IContentType? known) ? known : _types[id] = types.Edited.Get(id);

    private IndexRow CreateRow(IndexedVersion item, string? culture, Guid[] ancestors)
    {
        ContentData data = item.Data;
        CultureData? info = culture is null ? null : item.Version.Cultures[culture];
        string name = info?.Name ?? item.Version.Name;
        Dictionary<string, object[]> fields = new(StringComparer.Ordinal)
        {
            [IndexFields.ItemId] = [data.Key.ToString("D")],
            [IndexFields.ParentId] = [(ancestors.Length > 0 ? ancestors[^1] : Guid.Empty).ToString("D")],
            [IndexFields.AncestorIds] = [.. ancestors.Select(x => x.ToString("D"))],
            [IndexFields.ContentType] = [item.Type.Alias],
            [IndexFields.Name] = [AnalysedText.Of(name)],
            [IndexFields.SortableName] = [SortableText.Of(name)],
            [IndexFields.CreateDate] = [data.CreateDate],
            [IndexFields.UpdateDate] = [info?.Date ?? item.Version.UpdateDate],
            [IndexFields.Level] = [(decimal)data.Level],
            [IndexFields.SortOrder] = [(decimal)data.SortOrder],
        };
        if (item.Document is not null)
        {
            handlerFields.AddTo(fields, item.Document, culture);
        }

        return new IndexRow(data.Id, data.Key, culture, item.Type.Alias, guarded.IsGuardedPath(data.Path), ancestors, fields.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private sealed record IndexedVersion(ContentData Data, VersionData Version, IPublishedContentType Type, IContent? Document);
}
