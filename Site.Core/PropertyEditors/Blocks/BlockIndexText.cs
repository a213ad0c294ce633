using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Collects what the editors inside blocks give to the search index.</summary>
internal sealed class BlockIndexText(PropertyEditorCollection propertyEditors, BlockPropertyResolver resolver)
{
    /// <summary>One index value per culture, holding the values of all exposed blocks.</summary>
    /// <param name="alias">Field name: the alias of the property that holds the blocks.</param>
    /// <param name="value">The blocks as stored.</param>
    /// <param name="culture">The culture of the property, <c>null</c> when it is invariant.</param>
    /// <param name="availableCultures">The cultures of the item, for blocks that vary inside an invariant property.</param>
    /// <param name="elementTypes">Element types that the caller has at hand.</param>
    public IEnumerable<IndexValue> Values<TLayout>(
        string alias,
        BlockValue<TLayout> value,
        string? culture,
        IEnumerable<string> availableCultures,
        IDictionary<Guid, IContentType> elementTypes)
        where TLayout : IBlockLayoutItem, new()
    {
        resolver.Resolve(value);
        value.RemoveOrphans();
        string[] cultures = [.. availableCultures];
        return value.ContentData
            .Where(item => value.Expose.Any(row => row.ContentKey == item.Key))
            .SelectMany(item => item.Values)
            .SelectMany(nested => NestedValues(nested, cultures, elementTypes)
                .SelectMany(entry => entry.Values, (entry, text) => (Culture: entry.Culture ?? nested.Culture ?? culture, Text: text)))
            .GroupBy(entry => entry.Culture, entry => entry.Text, StringComparer.OrdinalIgnoreCase)
            .Select(group => new IndexValue { Culture = group.Key, FieldName = alias, Values = [.. group] });
    }

    private IEnumerable<IndexValue> NestedValues(BlockPropertyValue nested, string[] cultures, IDictionary<Guid, IContentType> elementTypes)
        => propertyEditors[nested.PropertyType!.PropertyEditorAlias] is { } editor && BlockStoredProperty.Create(nested) is { } property
            ? editor.PropertyIndexValueFactory.GetIndexValues(property, null, null, false, cultures, elementTypes)
            : [];
}
