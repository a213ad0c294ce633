using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Gives the search index the text inside the blocks of a list, a grid or a single block, under the alias of the property.</summary>
internal sealed class BlockValuePropertyIndexValueFactory(IJsonSerializer jsonSerializer, BlockIndexText indexText)
    : IBlockValuePropertyIndexValueFactory
{
    /// <inheritdoc />
    public IEnumerable<IndexValue> GetIndexValues(
        IProperty property,
        string? culture,
        string? segment,
        bool published,
        IEnumerable<string> availableCultures,
        IDictionary<Guid, IContentType> contentTypeDictionary)
    {
        object? source = property.GetValue(culture, segment, published);
        return property.PropertyType.PropertyEditorAlias switch
        {
            Constants.PropertyEditors.Aliases.BlockGrid => Values<BlockGridValue, BlockGridLayoutItem>(),
            Constants.PropertyEditors.Aliases.SingleBlock => Values<SingleBlockValue, SingleBlockLayoutItem>(),
            _ => Values<BlockListValue, BlockListLayoutItem>(),
        };

        IEnumerable<IndexValue> Values<TValue, TLayout>()
            where TValue : BlockValue<TLayout>
            where TLayout : IBlockLayoutItem, new()
            => BlockValueReader.TryRead<TValue, TLayout>(jsonSerializer, source, out TValue? value)
                ? indexText.Values(property.Alias, value, culture, availableCultures, contentTypeDictionary)
                : [];
    }
}
