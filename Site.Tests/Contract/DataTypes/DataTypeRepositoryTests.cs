using Site.Core.Persistence;
using Site.Core.Persistence.DataTypes;
using Site.Tests.Contract.ContentTypes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Tests.Contract.DataTypes;

/// <summary>What Core leaves to the repository of data types.</summary>
public abstract class DataTypeRepositoryTests(SiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    private readonly SchemaModel _model = new(site);

    private IDataTypeService DataTypes => site.Get<IDataTypeService>();

    [Fact]
    public async Task A_data_type_comes_back_with_its_configuration()
    {
        IDataType dataType = await _model.TextBoxAsync();
        dataType.ConfigurationData = new Dictionary<string, object> { ["maxChars"] = 80 };
        Assert.True((await DataTypes.UpdateAsync(dataType, _user)).Success);

        IDataType stored = (await DataTypes.GetAsync(dataType.Key))!;
        Assert.Equal((dataType.Id, dataType.Name, ValueStorageType.Nvarchar), (stored.Id, stored.Name, stored.DatabaseType));
        Assert.Equal((Constants.PropertyEditors.Aliases.TextBox, "Umb.PropertyEditorUi.TextBox"), (stored.EditorAlias, stored.EditorUiAlias));
        Assert.Equal(80, stored.ConfigurationAs<TextboxConfiguration>()?.MaxChars);
        Assert.Equal($"-1,{stored.Id}", stored.Path);
        Assert.False(stored.IsDirty());

        stored.ConfigurationData = new Dictionary<string, object> { ["maxChars"] = 5 };
        stored.Name = "Autre";
        Assert.Equal(dataType.Name, (await DataTypes.GetAsync(dataType.Key))!.Name);
        Assert.Equal(80, (await DataTypes.GetAsync(dataType.Key))!.ConfigurationAs<TextboxConfiguration>()?.MaxChars);
    }

    [Fact]
    public async Task Two_data_types_never_have_the_same_name()
    {
        IDataType first = await _model.TextBoxAsync();
        IDataType second = await _model.TextBoxAsync(first.Name);
        Assert.Equal($"{first.Name} (1)", second.Name);
    }

    [Fact]
    public async Task A_data_type_whose_editor_is_missing_keeps_its_editor_and_configuration()
    {
        IDataType dataType = await _model.TextBoxAsync();
        dataType.ConfigurationData = new Dictionary<string, object> { ["maxChars"] = 80 };
        Assert.True((await DataTypes.UpdateAsync(dataType, _user)).Success);
        RenameEditor(dataType, "Acme.Gone");

        IDataType stored = (await DataTypes.GetAsync(dataType.Key))!;
        Assert.IsType<MissingPropertyEditor>(stored.Editor);
        stored.Name = SchemaModel.UniqueAlias("Sans éditeur ");
        Assert.True((await DataTypes.UpdateAsync(stored, _user)).Success);

        RenameEditor(stored, Constants.PropertyEditors.Aliases.TextBox, "Acme.Gone");
        Assert.Equal(80, (await DataTypes.GetAsync(dataType.Key))!.ConfigurationAs<TextboxConfiguration>()?.MaxChars);
    }

    [Fact]
    public async Task Deleting_a_data_type_removes_its_properties_from_every_kind_of_type()
    {
        IDataType dataType = await _model.TextBoxAsync();
        IDataType other = await _model.TextBoxAsync();
        ContentType type = _model.NewType("Document");
        type.AddPropertyType(_model.NewProperty(dataType, "removed"), "content", "Content");
        type.AddPropertyType(_model.NewProperty(other, "kept"), "content", "Content");
        IContent document = _model.Document(await _model.CreateAsync(type));
        var mediaType = new MediaType(site.Get<IShortStringHelper>(), Constants.System.Root) { Alias = SchemaModel.UniqueAlias("media"), Name = "Média" };
        mediaType.AddPropertyType(_model.NewProperty(dataType, "removed"), "content", "Content");
        Assert.True((await site.Get<IMediaTypeService>().CreateAsync(mediaType, _user)).Success);
        Assert.True(await site.Get<IDataTypeUsageService>().HasSavedValuesAsync(dataType.Key) is { Success: true, Result: true });
        Assert.Equal(
            new[] { type.Key, mediaType.Key }.Order(),
            site.InScope(() => site.Get<IDataTypeRepository>().FindUsages(dataType.Id)).Keys.Select(x => ((GuidUdi)x).Guid).Order());

        Attempt<IDataType?, DataTypeOperationStatus> deleted = await DataTypes.DeleteAsync(dataType.Key, _user);

        Assert.True(deleted.Success, deleted.Status.ToString());
        Assert.Equal(["kept"], _model.Reload(type).PropertyTypes.Select(x => x.Alias));
        Assert.Empty(site.Get<IMediaTypeService>().Get(mediaType.Key)!.PropertyTypes);
        Assert.Equal("kept", _model.Reload(document).GetValue("kept"));
        Assert.False(_model.Reload(document).HasProperty("removed"));
    }

    [Fact]
    public async Task Deleting_a_data_type_leaves_no_trace_of_its_values()
    {
        IDataType picker = await _model.DataTypeAsync(Constants.PropertyEditors.Aliases.ContentPicker, ValueStorageType.Nvarchar);
        ContentType type = _model.NewType("Document");
        type.AddPropertyType(_model.NewProperty(picker, "related"), "content", "Content");
        type.AddPropertyType(_model.NewProperty(await _model.TextBoxAsync(), "kept"), "content", "Content");
        IContentType stored = await _model.CreateAsync(type);
        int property = stored.PropertyTypes.Single(x => x.Alias == "related").Id;
        var target = new Umbraco.Cms.Core.Models.Content(SchemaModel.UniqueAlias("Cible "), Constants.System.Root, stored);
        _model.Save(target);
        var document = new Umbraco.Cms.Core.Models.Content(SchemaModel.UniqueAlias("Source "), Constants.System.Root, stored);
        document.SetValue("related", Udi.Create(Constants.UdiEntityType.Document, target.Key).ToString());
        _model.Save(document);
        _model.Publish(document);
        Assert.NotEmpty(site.Get<IRelationService>().GetByParentId(document.Id)!);

        Assert.True((await DataTypes.DeleteAsync(picker.Key, _user)).Success);

        Assert.Empty(site.Get<IRelationService>().GetByParentId(document.Id)!);
        Assert.Equal(0, Stored.Values(site, property));
        Assert.Equal((true, false), (_model.Reload(document).Published, _model.Reload(document).Edited));
    }

    [Fact]
    public async Task What_shows_as_a_list_view_is_found_and_loses_it_with_the_data_type()
    {
        IDataType view = await _model.TextBoxAsync();
        ContentType type = _model.NewType("Liste");
        type.ListView = view.Key;
        await _model.CreateAsync(type);
        Assert.Equal([type.Key], site.InScope(() => site.Get<IDataTypeRepository>().FindListViewUsages(view.Id)).Keys.Select(x => ((GuidUdi)x).Guid));
        Assert.Equal([type.Alias], site.InScope(() => site.Get<IDataTypeRepository>().FindListViewUsages(view.Id)).Values.Single());

        Assert.True((await DataTypes.DeleteAsync(view.Key, _user)).Success);

        Assert.Null(_model.Reload(type).ListView);
    }

    [Fact]
    public async Task A_data_type_moves_is_copied_and_is_found_by_its_editor()
    {
        IDataType dataType = await _model.TextBoxAsync();
        EntityContainer folder = (await site.Get<IDataTypeContainerService>().CreateAsync(null, SchemaModel.UniqueAlias("Dossier "), null, _user)).Result!;
        Assert.True((await DataTypes.MoveAsync(dataType, folder.Key, _user)).Success);
        Assert.Equal($"-1,{folder.Id},{dataType.Id}", (await DataTypes.GetAsync(dataType.Key))!.Path);
        Attempt<IDataType, DataTypeOperationStatus> copied = await DataTypes.CopyAsync((await DataTypes.GetAsync(dataType.Key))!, null, _user);
        Assert.True(copied.Success, copied.Status.ToString());
        Assert.Equal($"-1,{copied.Result.Id}", (await DataTypes.GetAsync(copied.Result.Key))!.Path);

        Guid[] found = [.. (await DataTypes.GetByEditorAliasAsync(Constants.PropertyEditors.Aliases.TextBox)).Select(x => x.Key)];
        Assert.Contains(dataType.Key, found);
        Assert.Contains(copied.Result.Key, found);
        Assert.Equal([dataType.Key], (await DataTypes.FilterAsync(dataType.Name!)).Items.Where(x => x.Name == dataType.Name).Select(x => x.Key));
        Assert.Equal([dataType.Key], (await DataTypes.GetAllAsync(dataType.Key)).Select(x => x.Key));
        Assert.True((await DataTypes.MoveAsync(dataType, null, _user)).Success);
        Assert.Equal($"-1,{dataType.Id}", (await DataTypes.GetAsync(dataType.Key))!.Path);
    }

    [Fact]
    public async Task A_property_follows_its_data_type_to_another_editor_within_the_scope()
    {
        IDataType dataType = await _model.TextBoxAsync();
        ContentType type = _model.NewType("Suivi");
        type.AddPropertyType(_model.NewProperty(dataType, "title"), "content", "Content");
        await _model.CreateAsync(type);

        string editorAlias = site.InScope(() =>
        {
            _ = _model.Reload(type);
            dataType.Editor = site.Get<PropertyEditorCollection>()[Constants.PropertyEditors.Aliases.TextArea];
            site.Get<IDataTypeRepository>().Save(dataType);
            return _model.Reload(type).PropertyTypes.Single().PropertyEditorAlias;
        });

        Assert.Equal(Constants.PropertyEditors.Aliases.TextArea, editorAlias);
    }

    private void RenameEditor(IDataType dataType, string editorAlias, string? expected = null)
    {
        site.InScope(() =>
        {
            SiteDbContext context = site.Get<AmbientDbContext>().Write;
            DataTypeRow row = context.Set<DataTypeRow>().Single(x => x.NodeId == dataType.Id);
            Assert.Equal(expected ?? Constants.PropertyEditors.Aliases.TextBox, row.PropertyEditorAlias);
            row.PropertyEditorAlias = editorAlias;
            context.Update(row);
            return context.SaveChanges();
        });
        site.Get<AppCaches>().IsolatedCaches.ClearCache<IDataType>();
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DataTypeRepositoryTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DataTypeRepositoryTests(site), IClassFixture<PostgresSiteFixture>;
}
