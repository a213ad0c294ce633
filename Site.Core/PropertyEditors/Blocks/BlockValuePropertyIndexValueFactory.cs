using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Gives the search index the text inside the blocks of a block list, under the alias of the list.</summary>
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
        => BlockValueReader.TryRead<BlockListValue, BlockListLayoutItem>(jsonSerializer, property.GetValue(culture, segment, published), out BlockListValue? value)
            ? indexText.Values(property.Alias, value, culture, availableCultures, contentTypeDictionary)
            : [];
}
