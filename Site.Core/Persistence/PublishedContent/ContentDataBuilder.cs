using Site.Core.Hosting.PublishedContent;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;

namespace Site.Core.Persistence.PublishedContent;

/// <summary>Puts together what was read of contents, table by table.</summary>
internal sealed class ContentDataBuilder
{
    private static readonly Dictionary<string, CultureData> _noCultures = [];

    private readonly ContentNames _names;
    private readonly Dictionary<int, Parts> _versions;
    private readonly Dictionary<int, Parts> _published;
    private readonly Dictionary<int, Parts> _drafts;
    private readonly Dictionary<(int NodeId, int LanguageId), DocumentCultureVariationRow> _states = [];

    public ContentDataBuilder(ContentNames names, IReadOnlyCollection<VersionRecord> versions)
    {
        _names = names;
        _versions = versions.ToDictionary(x => x.Id, x => new Parts(x));
        _published = _versions.Values.Where(x => x.Version.Published).ToDictionary(x => x.Version.NodeId);
        _drafts = _versions.Values.Where(x => !x.Version.Published).ToDictionary(x => x.Version.NodeId);
    }

    /// <summary>Adds the states of documents per language.</summary>
    public void AddStates(IEnumerable<DocumentCultureVariationRow> rows)
    {
        foreach (DocumentCultureVariationRow row in rows)
        {
            _states[(row.NodeId, row.LanguageId)] = row;
        }
    }

    /// <summary>Adds the languages of the versions; needs the states.</summary>
    /// <remarks>In the order of the languages, which is the order in which the Delivery API names them.</remarks>
    public void AddCultures(IEnumerable<ContentVersionCultureVariationRow> rows)
    {
        foreach (ContentVersionCultureVariationRow row in rows)
        {
            Parts parts = _versions[row.VersionId];
            DocumentCultureVariationRow? state = _states.GetValueOrDefault((parts.Version.NodeId, row.LanguageId));
            bool withdrawn = parts.Version.Published && state is { Published: false };
            if (!withdrawn && _names.Cultures.TryGetValue(row.LanguageId, out string? culture))
            {
                parts.Cultures ??= new Dictionary<string, CultureData>(StringComparer.OrdinalIgnoreCase);
                parts.Cultures[culture] = new CultureData(row.Name, row.Date, state?.Edited ?? false);
            }
        }
    }

    /// <summary>Adds the values of properties.</summary>
    public void AddValues(IEnumerable<PropertyDataRow> rows)
    {
        foreach (PropertyDataRow row in rows)
        {
            AddValue(row);
        }
    }

    /// <summary>Makes the content of a node whose parts were all added.</summary>
    public ContentData Build(NodeRow node, int contentTypeId) => new(
        node.Id,
        node.UniqueId,
        contentTypeId,
        node.ParentId,
        node.Level,
        node.Path,
        node.SortOrder,
        node.Trashed,
        node.NodeUser ?? Constants.Security.UnknownUserId,
        node.CreateDate,
        _published.GetValueOrDefault(node.Id)?.Build(node),
        _drafts.GetValueOrDefault(node.Id)?.Build(node));

    private void AddValue(PropertyDataRow row)
    {
        if (row.Value() is { } value && _names.Aliases.TryGetValue(row.PropertyTypeId, out string? alias))
        {
            string? culture = row.LanguageId is { } languageId ? _names.Cultures.GetValueOrDefault(languageId) : null;
            if (culture is null && row.LanguageId is not null)
            {
                return;
            }

            Dictionary<string, IReadOnlyList<PropertyData>> properties = _versions[row.VersionId].Properties;
            PropertyData[] known = properties.TryGetValue(alias, out IReadOnlyList<PropertyData>? list) ? (PropertyData[])list : [];
            properties[alias] = (PropertyData[])[.. known, new PropertyData(culture, row.Segment, value)];
        }
    }

    private sealed class Parts(VersionRecord version)
    {
        public VersionRecord Version { get; } = version;

        public Dictionary<string, CultureData>? Cultures { get; set; }

        public Dictionary<string, IReadOnlyList<PropertyData>> Properties { get; } = new(StringComparer.OrdinalIgnoreCase);

        public VersionData Build(NodeRow node) => new(
            Version.Name ?? node.Text ?? string.Empty,
            Version.UserId ?? Constants.Security.UnknownUserId,
            Version.Date,
            Version.TemplateId,
            Cultures ?? _noCultures,
            Properties);
    }
}

/// <summary>A version as it is read.</summary>
internal sealed record VersionRecord
{
    public required int Id { get; init; }

    public required int NodeId { get; init; }

    public string? Name { get; init; }

    public int? UserId { get; init; }

    public DateTime Date { get; init; }

    public int? TemplateId { get; init; }

    /// <summary>Whether visitors see the version.</summary>
    public bool Published { get; init; }
}
