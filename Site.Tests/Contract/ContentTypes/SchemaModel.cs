using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.ContentTypes;

/// <summary>Makes types, data types and documents of a test's own.</summary>
public sealed class SchemaModel(SiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    private IShortStringHelper ShortStringHelper => site.Get<IShortStringHelper>();

    public IContentTypeService Types => site.Get<IContentTypeService>();

    public IContentService Contents => site.Get<IContentService>();

    /// <summary>An alias that no other test uses.</summary>
    public static string UniqueAlias(string alias) => $"{alias}{Guid.NewGuid():N}";

    /// <summary>A data type with the text box's editor and a name of its own.</summary>
    public Task<IDataType> TextBoxAsync(string? name = null) =>
        DataTypeAsync(Constants.PropertyEditors.Aliases.TextBox, ValueStorageType.Nvarchar, name: name);

    /// <summary>A data type with a name of its own.</summary>
    public async Task<IDataType> DataTypeAsync(
        string editorAlias,
        ValueStorageType storage,
        Dictionary<string, object>? configuration = null,
        string? name = null)
    {
        var dataType = new DataType(site.Get<PropertyEditorCollection>()[editorAlias], site.Get<IConfigurationEditorJsonSerializer>())
        {
            Name = name ?? UniqueAlias("Texte "),
            DatabaseType = storage,
            EditorUiAlias = editorAlias.Replace("Umbraco.", "Umb.PropertyEditorUi.", StringComparison.Ordinal),
        };
        if (configuration is not null)
        {
            dataType.ConfigurationData = configuration;
        }

        Attempt<IDataType, DataTypeOperationStatus> created = await site.Get<IDataTypeService>().CreateAsync(dataType, _user);
        Assert.True(created.Success, created.Status.ToString());
        return created.Result!;
    }

    /// <summary>A document type that is not saved yet.</summary>
    public ContentType NewType(string name, ContentVariation variations = ContentVariation.Nothing) =>
        new(ShortStringHelper, Constants.System.Root) { Alias = UniqueAlias(name), Name = name, AllowedAsRoot = true, Variations = variations };

    /// <summary>A property that is not saved yet.</summary>
    public PropertyType NewProperty(IDataType dataType, string alias, ContentVariation variations = ContentVariation.Nothing) =>
        new(ShortStringHelper, dataType, alias) { Name = alias, Variations = variations };

    /// <summary>A saved type whose properties are all in the group "Content".</summary>
    public async Task<IContentType> TypeAsync(string name, ContentVariation variations = ContentVariation.Nothing, params string[] properties)
    {
        ContentType type = NewType(name, variations);
        IDataType dataType = await TextBoxAsync();
        foreach (string property in properties)
        {
            type.AddPropertyType(NewProperty(dataType, property, variations), "content", "Content");
        }

        return await CreateAsync(type);
    }

    public async Task<IContentType> CreateAsync(IContentType type)
    {
        Attempt<ContentTypeOperationStatus> created = await Types.CreateAsync(type, _user);
        Assert.True(created.Success, created.Result.ToString());
        return Reload(type);
    }

    public async Task<IContentType> UpdateAsync(IContentType type)
    {
        Attempt<ContentTypeOperationStatus> updated = await Types.UpdateAsync(type, _user);
        Assert.True(updated.Success, updated.Result.ToString());
        return Reload(type);
    }

    public IContentType Reload(IContentType type) => Types.Get(type.Key) ?? throw new InvalidOperationException($"{type.Alias} is gone.");

    /// <summary>A saved document whose properties have, in the culture if one is given, their alias as their value.</summary>
    public IContent Document(IContentType type, string? culture = null)
    {
        var document = new Umbraco.Cms.Core.Models.Content(culture is null ? UniqueAlias("Document ") : null, Constants.System.Root, type);
        if (culture is not null)
        {
            document.SetCultureName(UniqueAlias("Document "), culture);
        }

        foreach (IProperty property in document.Properties)
        {
            document.SetValue(property.Alias, property.Alias, property.PropertyType.Variations == ContentVariation.Nothing ? null : culture);
        }

        Save(document);
        return document;
    }

    public void Save(IContent document)
    {
        OperationResult saved = Contents.Save(document);
        Assert.True(saved.Success, saved.Result.ToString());
    }

    /// <summary>Publishes what is saved, in all cultures or those given.</summary>
    public void Publish(IContent document, params string[] cultures)
    {
        PublishResult published = Contents.Publish(document, cultures is [] ? ["*"] : cultures);
        Assert.True(published.Success, published.Result.ToString());
    }

    public IContent Reload(IContent document) => Contents.GetById(document.Id) ?? throw new InvalidOperationException($"{document.Name} is gone.");
}
