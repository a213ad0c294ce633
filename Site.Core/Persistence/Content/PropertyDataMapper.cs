using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace Site.Core.Persistence.Content;

/// <summary>Turns the properties of documents and media into rows and back.</summary>
internal sealed class PropertyDataMapper(PropertyEditorCollection editors, IDataTypeRepository dataTypes, InvariantChanges invariantChanges)
{
    /// <summary>Makes the properties of an item from what is stored.</summary>
    /// <param name="propertyTypes">The property types of the item's type.</param>
    /// <param name="edited">The rows of the version that is edited.</param>
    /// <param name="published">The rows of the published version; empty when there is none.</param>
    /// <param name="languages">The languages.</param>
    public static PropertyCollection ToProperties(
        IEnumerable<IPropertyType> propertyTypes,
        IEnumerable<PropertyDataRow> edited,
        IEnumerable<PropertyDataRow> published,
        LanguageCodes languages)
    {
        ILookup<int, (PropertyDataRow Row, bool Published)> rows = edited.Select(x => (Row: x, Published: false))
            .Concat(published.Select(x => (Row: x, Published: true)))
            .ToLookup(x => x.Row.PropertyTypeId);
        return new PropertyCollection(propertyTypes.Select(type => ToProperty(type, rows[type.Id], languages)));
    }

    /// <summary>Makes the rows of an item's values; a property without a value has none.</summary>
    /// <param name="entity">The item.</param>
    /// <param name="published">Whether the published or the edited values are meant.</param>
    /// <param name="languages">The languages.</param>
    /// <returns>Rows whose version is still to be set.</returns>
    public List<PropertyDataRow> ToRows(IContentBase entity, bool published, LanguageCodes languages)
    {
        List<PropertyDataRow> rows = [];
        foreach (IProperty property in entity.Properties)
        {
            foreach (IPropertyValue value in property.Values)
            {
                var row = new PropertyDataRow
                {
                    PropertyTypeId = property.PropertyTypeId,
                    LanguageId = languages.IdOf(value.Culture),
                    Segment = string.IsNullOrEmpty(value.Segment) ? null : value.Segment,
                };
                object? content = published ? value.PublishedValue : value.EditedValue;
                if (row.TrySetValue(property.ValueStorageType, content))
                {
                    row.SortableValue = SortableValue(property.PropertyType, content);
                    rows.Add(row);
                }
            }
        }

        return rows;
    }

    /// <summary>The languages in which the draft and what is published differ; <c>null</c> among them stands for what does not vary by culture.</summary>
    public HashSet<int?> DifferingLanguages(IContentBase entity, List<PropertyDataRow> edited, List<PropertyDataRow> published, LanguageCodes languages)
    {
        bool varies = entity.ContentType.Variations.VariesByCulture();
        HashSet<int?> differing = [];
        foreach ((PropertyDataRow? draft, PropertyDataRow? live) in PropertyDataChanges.Differing(edited, published))
        {
            PropertyDataRow row = (draft ?? live)!;
            if (varies && row.LanguageId is null)
            {
                string editorAlias = entity.Properties.First(x => x.PropertyTypeId == row.PropertyTypeId).PropertyType.PropertyEditorAlias;
                differing.UnionWith(invariantChanges.Languages(editorAlias, draft?.Value(), live?.Value(), languages));
            }
            else
            {
                differing.Add(row.LanguageId);
            }
        }

        return differing;
    }

    /// <summary>Whether the item has the property of a stored value, and it varies as the value does; what a change left behind is not shown.</summary>
    public static bool IsShown(IContentBase entity, PropertyDataRow row) =>
        entity.Properties.FirstOrDefault(x => x.PropertyTypeId == row.PropertyTypeId) is { } property
        && property.PropertyType.VariesByCulture() == (row.LanguageId is not null);

    private static Property ToProperty(IPropertyType type, IEnumerable<(PropertyDataRow Row, bool Published)> rows, LanguageCodes languages)
    {
        List<Property.InitialPropertyValue> values = [];
        foreach ((PropertyDataRow row, bool published) in rows)
        {
            string? culture = languages.CodeOf(row.LanguageId);

            // What a change of variation left behind, or a language that is gone, is no value of this property.
            bool fits = (culture is not null) == (row.LanguageId is not null) && type.VariesByCulture() == (culture is not null);
            if (fits && row.Value() is { } value)
            {
                values.Add(new Property.InitialPropertyValue(culture, row.Segment, published, value));
            }
        }

        return Property.CreateWithValues(type.Id, type, [.. values]);
    }

    private string? SortableValue(IPropertyType type, object? value)
    {
        if (!editors.TryGet(type.PropertyEditorAlias, out IDataEditor? editor) || editor.GetValueEditor() is not IDataValueSortable sortable)
        {
            return null;
        }

        string? sortableValue = sortable.GetSortableValue(value, dataTypes.Get(type.DataTypeId)?.ConfigurationObject);
        return sortableValue is { Length: > PropertyDataRowConfiguration.MaxVarcharLength }
            ? sortableValue[..PropertyDataRowConfiguration.MaxVarcharLength]
            : sortableValue;
    }
}
