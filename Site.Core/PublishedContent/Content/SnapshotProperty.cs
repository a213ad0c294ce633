using Site.Core.Hosting.PublishedContent;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace Site.Core.PublishedContent.Content;

/// <summary>A property of a content. Values are converted when they are asked for, and kept as long as their converter allows.</summary>
/// <remarks>
/// Nothing is locked: converters read other contents, and two threads that convert in a circle would wait for each other. When two
/// threads convert at once, one result is kept and both get it.
/// </remarks>
internal sealed class SnapshotProperty : PublishedPropertyBase
{
    /// <summary>Cultures and segments come from requests, and there is no end to them.</summary>
    private const int MaxKept = 64;

    private readonly SnapshotContent _owner;
    private readonly IReadOnlyList<PropertyData> _values;
    private readonly ContentReadServices _services;
    private readonly ContentVariation _variations;
    private ConvertedValue[] _converted = [];

    /// <summary>Initializes a property.</summary>
    /// <param name="owner">The content that it belongs to.</param>
    /// <param name="propertyType">Its type.</param>
    /// <param name="values">Its values in cultures and segments.</param>
    /// <param name="services">What is needed when it is read.</param>
    public SnapshotProperty(SnapshotContent owner, IPublishedPropertyType propertyType, IReadOnlyList<PropertyData> values, ContentReadServices services)
        : base(propertyType, PropertyCacheLevel.Element)
    {
        _owner = owner;
        _values = values;
        _services = services;

        // A value that does not vary may hold blocks that do, so it is converted in every culture of the content.
        _variations = propertyType.Variations | owner.ContentType.Variations;
    }

    /// <inheritdoc />
    public override object? GetSourceValue(string? culture = null, string? segment = null) => ValueIn(culture, segment).Source;

    /// <inheritdoc />
    public override object? GetValue(string? culture = null, string? segment = null)
    {
        ConvertedValue value = ValueIn(culture, segment);
        return Keep(ref value.Object, PropertyType.CacheLevel, () => ConvertToObject(value));
    }

    /// <inheritdoc />
    public override object? GetDeliveryApiValue(bool expanding, string? culture = null, string? segment = null)
    {
        ConvertedValue value = ValueIn(culture, segment);
        return expanding
            ? Keep(ref value.Expanded, ForDelivery(PropertyType.DeliveryApiCacheLevelForExpansion), () => ConvertToDelivery(value, expanding: true))
            : Keep(ref value.Delivery, ForDelivery(PropertyType.DeliveryApiCacheLevel), () => ConvertToDelivery(value, expanding: false));
    }

    /// <inheritdoc />
    public override bool HasValue(string? culture = null, string? segment = null)
    {
        ConvertedValue value = ValueIn(culture, segment);
        return PropertyType.IsValue(value.Source, PropertyValueLevel.Source)
            ?? PropertyType.IsValue(GetInter(value), PropertyValueLevel.Inter)
            ?? PropertyType.IsValue(Keep(ref value.Object, PropertyType.CacheLevel, () => ConvertToObject(value)), PropertyValueLevel.Object)
            ?? false;
    }

    private object? GetInter(ConvertedValue value) =>
        Keep(ref value.Inter, PropertyType.CacheLevel, () => PropertyType.ConvertSourceToInter(_owner, value.Source, _owner.Preview));

    private object? ConvertToObject(ConvertedValue value) =>
        PropertyType.ConvertInterToObject(_owner, ReferenceCacheLevel, GetInter(value), _owner.Preview);

    private object? ConvertToDelivery(ConvertedValue value, bool expanding) =>
        PropertyType.ConvertInterToDeliveryApiObject(_owner, ReferenceCacheLevel, GetInter(value), _owner.Preview, expanding);

    // What leads to other contents is written as the request wants them: in its culture, with what it expands and leaves out.
    private static PropertyCacheLevel ForDelivery(PropertyCacheLevel level) => level == PropertyCacheLevel.Element ? level : PropertyCacheLevel.None;

    private object? Keep(ref Stamped? kept, PropertyCacheLevel level, Func<object?> convert)
    {
        if (level is PropertyCacheLevel.None or PropertyCacheLevel.Unknown)
        {
            return convert();
        }

        // Who notes what is read must read it.
        if (level != PropertyCacheLevel.Element && SnapshotReads.Current is not null)
        {
            return convert();
        }

        object? stamp = level == PropertyCacheLevel.Element ? null : _services.Stamp();
        Stamped? known = Volatile.Read(ref kept);
        if (known is not null && known.Stamp == stamp)
        {
            return known.Value;
        }

        var converted = new Stamped(convert(), stamp);
        Stamped? other = Interlocked.CompareExchange(ref kept, converted, known);
        return other is not null && other != known && other.Stamp == stamp ? other.Value : converted.Value;
    }

    private ConvertedValue ValueIn(string? culture, string? segment)
    {
        bool anySegment = segment is null;
        _services.Variation.ContextualizeVariation(_variations, _owner.Id, Alias, ref culture, ref segment);
        culture ??= string.Empty;
        segment ??= string.Empty;
        ConvertedValue[] converted = Volatile.Read(ref _converted);
        while (true)
        {
            if (Array.Find(converted, x => x.Is(culture, segment, anySegment)) is { } known)
            {
                return known;
            }

            var value = new ConvertedValue(culture, segment, anySegment, Find(culture, segment, anySegment));
            if (converted.Length == MaxKept)
            {
                return value;
            }

            ConvertedValue[] other = Interlocked.CompareExchange(ref _converted, [.. converted, value], converted);
            if (other == converted)
            {
                return value;
            }

            converted = other;
        }
    }

    /// <summary>The stored value. The property's own variation decides where it is stored, whatever the content varies by.</summary>
    private object? Find(string culture, string segment, bool anySegment)
    {
        string storedCulture = PropertyType.Variations.VariesByCulture() ? culture : string.Empty;
        string storedSegment = PropertyType.Variations.VariesBySegment() ? segment : string.Empty;
        return Find(storedCulture, storedSegment)
            ?? (anySegment && storedSegment.Length > 0 ? Find(storedCulture, string.Empty) : null);
    }

    private object? Find(string culture, string segment)
    {
        foreach (PropertyData value in _values)
        {
            if (string.Equals(value.Culture ?? string.Empty, culture, StringComparison.OrdinalIgnoreCase)
                && string.Equals(value.Segment ?? string.Empty, segment, StringComparison.OrdinalIgnoreCase))
            {
                return value.Value;
            }
        }

        return null;
    }

    /// <summary>The value in one culture and segment, and what was made of it so far.</summary>
    private sealed class ConvertedValue(string culture, string segment, bool anySegment, object? source)
    {
        public Stamped? Inter;
        public Stamped? Object;
        public Stamped? Delivery;
        public Stamped? Expanded;

        public object? Source { get; } = source;

        public bool Is(string otherCulture, string otherSegment, bool otherAnySegment) =>
            anySegment == otherAnySegment
            && string.Equals(culture, otherCulture, StringComparison.OrdinalIgnoreCase)
            && string.Equals(segment, otherSegment, StringComparison.OrdinalIgnoreCase);
    }
}
