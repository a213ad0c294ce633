using Site.Core.Hosting.PublishedContent;
using Site.Core.PublishedContent.Content;
using Site.Core.PublishedContent.Context;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using static Site.Tests.Unit.PublishedContent.ContentBuilder;

namespace Site.Tests.Unit.PublishedContent;

public class SnapshotPropertyTests
{
    private readonly AmbientVariationContextAccessor _variation = new(new AmbientUmbracoContextAccessor());
    private object _stamp = new();

    [Fact]
    public void A_value_is_given_in_the_culture_of_the_context_and_no_other()
    {
        IPublishedProperty property = Property(ContentVariation.Culture, [new("fr", null, "vision"), new("en", null, "sight")]);

        _variation.VariationContext = new VariationContext("FR");
        Assert.Equal("vision", property.GetSourceValue());
        Assert.Equal("<vision>", property.GetValue());
        Assert.Equal("sight", property.GetSourceValue("en"));
        Assert.Null(property.GetSourceValue("bm"));
        Assert.False(property.HasValue("bm"));
        Assert.True(property.HasValue("en"));
    }

    [Fact]
    public void A_value_that_does_not_vary_is_the_same_in_every_culture()
    {
        IPublishedProperty property = Property(ContentVariation.Nothing, [new(null, null, 99)], contentVariations: ContentVariation.Culture);

        Assert.Equal(99, property.GetSourceValue("fr"));
        Assert.Equal(99, property.GetSourceValue());
    }

    [Fact]
    public void A_segment_without_a_value_of_its_own_shows_the_neutral_value_unless_it_was_asked_for_by_name()
    {
        IPublishedProperty property = Property(ContentVariation.Segment, [new(null, null, "all"), new(null, "members", "ours")]);

        _variation.VariationContext = new VariationContext(null, "members");
        Assert.Equal("ours", property.GetSourceValue());
        _variation.VariationContext = new VariationContext(null, "visitors");
        Assert.Equal("all", property.GetSourceValue());
        Assert.Null(property.GetSourceValue(null, "visitors"));
    }

    [Theory]
    [InlineData(PropertyCacheLevel.Element, 1, 1)]
    [InlineData(PropertyCacheLevel.Elements, 1, 2)]
    [InlineData(PropertyCacheLevel.None, 2, 3)]
    public void A_value_is_converted_as_often_as_its_converter_asks(PropertyCacheLevel level, int twiceInOneSnapshot, int onceMoreInTheNext)
    {
        var type = new CountingPropertyType(ContentVariation.Nothing, level);
        IPublishedProperty property = Property(type, [new(null, null, "x")]);

        property.GetValue();
        property.GetValue();
        Assert.Equal(twiceInOneSnapshot, type.Conversions);

        _stamp = new object();
        property.GetValue();
        Assert.Equal(onceMoreInTheNext, type.Conversions);
    }

    [Fact]
    public async Task Readers_that_convert_at_once_get_the_same_instance()
    {
        for (int round = 0; round < 50; round++)
        {
            IPublishedProperty property = Property(ContentVariation.Nothing, [new(null, null, "x")]);
            using var start = new Barrier(4);
            object?[] values = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                start.SignalAndWait();
                return property.GetValue();
            })));

            Assert.All(values, x => Assert.Same(values[0], x));
        }
    }

    [Fact]
    public void Delivery_values_are_made_apart_when_they_are_expanded()
    {
        IPublishedProperty property = Property(ContentVariation.Nothing, [new(null, null, "x")]);

        Assert.Equal("short x", property.GetDeliveryApiValue(expanding: false));
        Assert.Equal("expanded x", property.GetDeliveryApiValue(expanding: true));
        Assert.Equal("short x", property.GetDeliveryApiValue(expanding: false));
    }

    [Fact]
    public void A_value_is_found_though_requests_have_named_more_cultures_than_are_kept()
    {
        var type = new CountingPropertyType(ContentVariation.Culture, PropertyCacheLevel.Element);
        IPublishedProperty property = Property(type, [new("fr", null, "x")]);
        for (int i = 0; i < 1000; i++)
        {
            Assert.Null(property.GetSourceValue("x-" + i));
        }

        Assert.Equal("x", property.GetSourceValue("fr"));
    }

    private IPublishedProperty Property(ContentVariation variations, PropertyData[] values, ContentVariation? contentVariations = null) =>
        Property(new CountingPropertyType(variations, PropertyCacheLevel.Element), values, contentVariations);

    private IPublishedProperty Property(CountingPropertyType type, PropertyData[] values, ContentVariation? contentVariations = null)
    {
        var contentType = new PublishedContentType(
            Guid.NewGuid(), TypeId, "page", PublishedItemType.Content, [], _ => [type], contentVariations ?? type.Variations);
        var services = new ContentReadServices(() => _stamp, _variation, null!, null!, (_, _, _) => null);
        var properties = new Dictionary<string, IReadOnlyList<PropertyData>> { ["title"] = values };
        var content = new SnapshotContent(Node("-1,1"), Version("Name", properties: properties), preview: false, contentType, services);
        return content.GetProperty("title")!;
    }

    /// <summary>A property type of text whose conversions can be told apart and counted.</summary>
    private sealed class CountingPropertyType(ContentVariation variations, PropertyCacheLevel level) : IPublishedPropertyType
    {
        private int _conversions;

        public int Conversions => _conversions;

        public IPublishedContentType? ContentType => null;

        public PublishedDataType DataType { get; } = new(1, "Umbraco.TextBox", null, new Lazy<object?>(() => null));

        public string Alias => "title";

        public string EditorAlias => DataType.EditorAlias;

        public string EditorUiAlias => DataType.EditorUiAlias;

        public bool IsUserProperty => true;

        public ContentVariation Variations => variations;

        public PropertyCacheLevel CacheLevel => level;

        public PropertyCacheLevel DeliveryApiCacheLevel => level;

        public Type ModelClrType => typeof(string);

        public Type? ClrType => typeof(string);

        public bool? IsValue(object? value, PropertyValueLevel level) => value is not null;

        public object? ConvertSourceToInter(IPublishedElement owner, object? source, bool preview) => source;

        public object? ConvertInterToObject(IPublishedElement owner, PropertyCacheLevel referenceCacheLevel, object? inter, bool preview)
        {
            Interlocked.Increment(ref _conversions);
            return $"<{inter}>";
        }

        public object? ConvertInterToDeliveryApiObject(IPublishedElement owner, PropertyCacheLevel referenceCacheLevel, object? inter, bool preview, bool expanding) =>
            $"{(expanding ? "expanded" : "short")} {inter}";
    }
}
