using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Builds published elements from stored blocks for the culture and segment of the current request.</summary>
internal sealed class PublishedBlockFactory(
    IPublishedContentTypeCache contentTypes,
    IPublishedModelFactory models,
    IVariationContextAccessor variationContextAccessor,
    IDefaultCultureAccessor defaultCultureAccessor)
{
    /// <summary>The blocks of <paramref name="value"/> that are exposed, in the editor's order; in a grid each is followed by those in its areas.</summary>
    /// <param name="value">The stored value.</param>
    /// <param name="propertyType">The property that holds the blocks; when it varies by itself, its blocks do not.</param>
    /// <param name="preview">Whether drafts are shown.</param>
    public IReadOnlyList<PublishedBlock> Create<TLayout>(BlockValue<TLayout> value, IPublishedPropertyType propertyType, bool preview)
        where TLayout : IBlockLayoutItem, new()
    {
        var variation = Variation.Of(propertyType, variationContextAccessor.VariationContext, defaultCultureAccessor);
        Dictionary<Guid, BlockItemData> contents = value.ContentData.DistinctBy(item => item.Key).ToDictionary(item => item.Key);
        Dictionary<Guid, BlockItemData> settings = value.SettingsData.DistinctBy(item => item.Key).ToDictionary(item => item.Key);

        var blocks = new List<PublishedBlock>();
        foreach (TLayout layout in value.Layouts().Flatten())
        {
            if (!contents.TryGetValue(layout.ContentKey, out BlockItemData? content) || ContentType(content) is not { } contentType)
                continue;

            if (!variation.Shows(value.Expose, content.Key, contentType))
                continue;

            BlockItemData? ownSettings = layout.SettingsKey is { } key ? settings.GetValueOrDefault(key) : null;
            blocks.Add(new PublishedBlock(
                layout,
                Element(content, contentType, variation, preview),
                ownSettings is not null && ContentType(ownSettings) is { } settingsType
                    ? Element(ownSettings, settingsType, variation, preview)
                    : null));
        }

        return blocks;
    }

    private IPublishedContentType? ContentType(BlockItemData item)
        => contentTypes.Get(PublishedItemType.Element, item.ContentTypeKey) is { IsElement: true } type ? type : null;

    private IPublishedElement Element(BlockItemData item, IPublishedContentType type, Variation variation, bool preview)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (IPublishedPropertyType propertyType in type.PropertyTypes)
        {
            if (variation.Select(item.Values, propertyType) is { } value)
                values[propertyType.Alias] = value.Value.ToSource();
        }

        return models.CreateModel(new PublishedElement(
            type,
            item.Key,
            values,
            preview,
            PropertyCacheLevel.None,
            variation.Context,
            null));
    }

    /// <summary>Which of the values and exposure rows of blocks count now.</summary>
    private sealed record Variation(bool WholePropertyVaries, string Culture, string DefaultCulture, string Segment, VariationContext Context)
    {
        public static Variation Of(IPublishedPropertyType propertyType, VariationContext? context, IDefaultCultureAccessor defaultCulture)
        {
            context ??= new VariationContext();
            string culture = context.Culture.Length > 0 ? context.Culture : defaultCulture.DefaultCulture;
            return new Variation(propertyType.VariesByCulture(), culture, defaultCulture.DefaultCulture, context.Segment, context);
        }

        public bool Shows(IEnumerable<BlockItemVariation> expose, Guid key, IPublishedContentType type)
            => expose.Any(row => row.ContentKey == key && MatchesCulture(row.Culture, type.VariesByCulture()) && MatchesSegment(row.Segment));

        public BlockPropertyValue? Select(IEnumerable<BlockPropertyValue> values, IPublishedPropertyType propertyType)
            => values
                .Where(value => value.Alias.Equals(propertyType.Alias, StringComparison.OrdinalIgnoreCase))
                .Where(value => MatchesCulture(value.Culture, propertyType.VariesByCulture()) && MatchesSegment(value.Segment))
                .OrderByDescending(value => value.Culture?.Length > 0 == (propertyType.VariesByCulture() && !WholePropertyVaries))
                .ThenByDescending(value => value.Segment?.Length > 0)
                .FirstOrDefault();

        // A row without culture in a varying block was written before the block varied and stands for the default culture;
        // a row with a culture in a block that no longer varies counts if it is the default culture's.
        private bool MatchesCulture(string? culture, bool varies)
            => (varies && !WholePropertyVaries, string.IsNullOrEmpty(culture)) switch
            {
                (true, true) => Culture.IsCulture(DefaultCulture),
                (true, false) => culture.IsCulture(Culture),
                (false, true) => true,
                (false, false) => culture.IsCulture(WholePropertyVaries ? Culture : DefaultCulture),
            };

        private bool MatchesSegment(string? segment)
            => string.IsNullOrEmpty(segment) || segment.Equals(Segment, StringComparison.OrdinalIgnoreCase);
    }
}
