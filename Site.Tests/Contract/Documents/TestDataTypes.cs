using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.Documents;

/// <summary>Makes data types and types of documents for tests, once for a site.</summary>
internal static class TestDataTypes
{
    /// <summary>The test's data type of this editor; <paramref name="configuration"/> counts when it is made.</summary>
    public static async Task<IDataType> DataTypeAsync(
        this SiteFixture site,
        string editorAlias,
        ValueStorageType storage,
        Dictionary<string, object>? configuration = null)
    {
        IDataTypeService service = site.Get<IDataTypeService>();
        string name = $"Contract {editorAlias}";
        if ((await service.GetByEditorAliasAsync(editorAlias)).FirstOrDefault(x => x.Name == name) is { } known)
        {
            return known;
        }

        var dataType = new DataType(site.Get<PropertyEditorCollection>()[editorAlias], site.Get<IConfigurationEditorJsonSerializer>())
        {
            Name = name,
            DatabaseType = storage,
            EditorUiAlias = editorAlias,
            ConfigurationData = configuration ?? [],
        };
        Attempt<IDataType, DataTypeOperationStatus> created = await service.CreateAsync(dataType, Constants.Security.SuperUserKey);
        Assert.True(created.Success, created.Status.ToString());
        return created.Result;
    }

    /// <summary>Adds a property to a type that is not saved yet.</summary>
    public static void AddProperty(
        this IContentTypeBase type,
        SiteFixture site,
        string alias,
        IDataType dataType,
        ContentVariation variations = ContentVariation.Nothing) =>
        type.AddPropertyType(new PropertyType(site.Get<IShortStringHelper>(), dataType, alias) { Name = alias, Variations = variations }, "content", "Content");

    /// <summary>Saves a new type of documents and gives it as it is stored.</summary>
    public static async Task<IContentType> SaveAsync(this SiteFixture site, ContentType type)
    {
        IContentTypeService types = site.Get<IContentTypeService>();
        Attempt<ContentTypeOperationStatus> created = await types.CreateAsync(type, Constants.Security.SuperUserKey);
        Assert.True(created.Success, created.Result.ToString());
        return types.Get(type.Key)!;
    }
}
