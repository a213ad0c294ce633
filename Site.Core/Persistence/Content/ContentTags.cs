using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.Persistence.Content;

/// <summary>Keeps the tags that the properties of documents and media give them.</summary>
internal sealed class ContentTags(PropertyEditorCollection editors, IDataTypeRepository dataTypes, ITagRepository tags)
{
    /// <summary>Replaces the tags of the item by those of its published or edited values.</summary>
    public void Save(IContentBase entity, bool published, LanguageCodes languages)
    {
        foreach (IProperty property in entity.Properties)
        {
            if (editors.TryGet(property.PropertyType.PropertyEditorAlias, out IDataEditor? editor) && editor.GetValueEditor() is IDataValueTags source)
            {
                object? configuration = dataTypes.Get(property.PropertyType.DataTypeId)?.ConfigurationObject;
                tags.Assign(entity.Id, property.PropertyTypeId, property.Values
                    .SelectMany(x => source.GetTags(published ? x.PublishedValue : x.EditedValue, configuration, languages.IdOf(x.Culture)))
                    .ToList());
            }
        }
    }

    /// <summary>Replaces the tags that one property gives an item by those of stored values.</summary>
    public void Save(int nodeId, int propertyTypeId, string editorAlias, int dataTypeId, IEnumerable<(object? Value, int? LanguageId)> values)
    {
        if (editors.TryGet(editorAlias, out IDataEditor? editor) && editor.GetValueEditor() is IDataValueTags source)
        {
            object? configuration = dataTypes.Get(dataTypeId)?.ConfigurationObject;
            tags.Assign(nodeId, propertyTypeId, values.SelectMany(x => source.GetTags(x.Value, configuration, x.LanguageId)).ToList());
        }
    }

    /// <summary>Takes every tag from the item.</summary>
    public void Clear(IContentBase entity) => tags.RemoveAll(entity.Id);
}
