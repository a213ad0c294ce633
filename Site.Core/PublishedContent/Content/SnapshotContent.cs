using Site.Core.Hosting.PublishedContent;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Extensions;

namespace Site.Core.PublishedContent.Content;

/// <summary>A document or media item as readers get it. It belongs to the data that it was made from and never changes.</summary>
internal sealed class SnapshotContent : PublishedContentBase
{
    private readonly ContentData _data;
    private readonly VersionData _version;
    private readonly ContentReadServices _services;
    private readonly IPublishedProperty[] _properties;
    private Stamped? _cultures;

    /// <summary>Initializes a content of one version of a node.</summary>
    /// <param name="data">The node.</param>
    /// <param name="version">One of the node's versions.</param>
    /// <param name="preview">Whether references may lead to drafts.</param>
    /// <param name="contentType">The type of the node.</param>
    /// <param name="services">What is needed when the content is read.</param>
    public SnapshotContent(ContentData data, VersionData version, bool preview, IPublishedContentType contentType, ContentReadServices services)
        : base(services.Variation)
    {
        _data = data;
        _version = version;
        _services = services;
        Preview = preview;
        ContentType = contentType;
        _properties = [.. contentType.PropertyTypes.Select(x => new SnapshotProperty(this, x, version.Properties.GetValueOrDefault(x.Alias) ?? [], services))];
    }

    /// <summary>Whether references may lead to drafts.</summary>
    public bool Preview { get; }

    /// <inheritdoc />
    public override IPublishedContentType ContentType { get; }

    /// <inheritdoc />
    public override Guid Key => _data.Key;

    /// <inheritdoc />
    public override int Id => _data.Id;

    /// <inheritdoc />
    public override int SortOrder => _data.SortOrder;

    /// <inheritdoc />
    [Obsolete("Core asks for INavigationQueryService instead.")]
    public override int Level => _data.Level;

    /// <inheritdoc />
    [Obsolete("Core asks for INavigationQueryService instead.")]
    public override string Path => _data.Path;

    /// <inheritdoc />
    public override int? TemplateId => _version.TemplateId;

    /// <inheritdoc />
    public override int CreatorId => _data.CreatorId;

    /// <inheritdoc />
    public override DateTime CreateDate => _data.CreateDate;

    /// <inheritdoc />
    public override int WriterId => _version.WriterId;

    /// <inheritdoc />
    public override DateTime UpdateDate => _version.UpdateDate;

    /// <inheritdoc />
    public override PublishedItemType ItemType => ContentType.ItemType;

    /// <inheritdoc />
    [Obsolete("Core asks for INavigationQueryService instead.")]
    public override IPublishedContent? Parent => _data.ParentId < 0 ? null : _services.Parents(ItemType, _data.ParentId, Preview);

    /// <inheritdoc />
    public override IEnumerable<IPublishedProperty> Properties => _properties;

    /// <inheritdoc />
    /// <remarks>URL segments are Core's, which changes them without the content: they are asked for again in every new snapshot.</remarks>
    public override IReadOnlyDictionary<string, PublishedCultureInfo> Cultures
    {
        get
        {
            object stamp = _services.Stamp();
            Stamped? known = Volatile.Read(ref _cultures);
            if (known is null || known.Stamp != stamp)
            {
                known = new Stamped(CreateCultures(), stamp);
                Volatile.Write(ref _cultures, known);
            }

            return (IReadOnlyDictionary<string, PublishedCultureInfo>)known.Value!;
        }
    }

    /// <inheritdoc />
    public override IPublishedProperty? GetProperty(string alias)
    {
        int index = ContentType.GetPropertyIndex(alias);
        return index < 0 ? null : _properties[index];
    }

    /// <inheritdoc />
    public override bool IsDraft(string? culture = null)
    {
        if (!ReferenceEquals(_version, _data.Draft))
        {
            return false;
        }

        return !ContentType.VariesByCulture()
            || (_version.Cultures.TryGetValue(CultureOf(culture), out CultureData? info) && info.Edited);
    }

    /// <inheritdoc />
    public override bool IsPublished(string? culture = null) =>
        _data is { Published: { } published, Trashed: false }
        && (!ContentType.VariesByCulture() || published.Cultures.ContainsKey(CultureOf(culture)));

    private string CultureOf(string? culture) => culture ?? _services.Variation.VariationContext?.Culture ?? string.Empty;

    private Dictionary<string, PublishedCultureInfo> CreateCultures()
    {
        if (ContentType.VariesByCulture())
        {
            return _version.Cultures.ToDictionary(
                x => x.Key,
                x => new PublishedCultureInfo(x.Key, x.Value.Name, SegmentOf(x.Key), x.Value.Date),
                StringComparer.OrdinalIgnoreCase);
        }

        return new Dictionary<string, PublishedCultureInfo>(StringComparer.OrdinalIgnoreCase)
        {
            [string.Empty] = new(string.Empty, _version.Name, SegmentOf(_services.DefaultCulture.Value.DefaultCulture), _version.UpdateDate),
        };
    }

    /// <summary>Media have no URL segment, nor has what is in the recycle bin.</summary>
    private string? SegmentOf(string culture) => ItemType == PublishedItemType.Content && !_data.Trashed && _services.Urls.Value.IsInitialized
        ? _services.Urls.Value.GetUrlSegment(Key, culture, ReferenceEquals(_version, _data.Draft))
        : null;
}
