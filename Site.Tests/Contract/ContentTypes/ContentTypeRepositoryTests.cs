using System.Data;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.ContentTypes;

/// <summary>What Core leaves to the repository of document types.</summary>
public abstract class ContentTypeRepositoryTests(SiteFixture site)
{
    private readonly SchemaModel _model = new(site);

    [Fact]
    public async Task A_type_comes_back_as_it_was_saved()
    {
        IDataType text = await _model.TextBoxAsync();
        ContentType type = _model.NewType("Organisation", ContentVariation.Culture);
        type.Description = "Une organisation";
        type.Icon = "icon-company color-blue";
        type.ListView = text.Key;
        type.AddPropertyGroup("identity", "Identité");
        type.PropertyGroups["identity"].Type = PropertyGroupType.Tab;
        PropertyType number = _model.NewProperty(text, "registrationNumber", ContentVariation.Culture);
        number.Description = "Neuf chiffres";
        number.Mandatory = true;
        number.MandatoryMessage = "Obligatoire";
        number.ValidationRegExp = "^[0-9]{9}$";
        number.ValidationRegExpMessage = "Neuf chiffres";
        number.LabelOnTop = true;
        number.SortOrder = 3;
        type.AddPropertyType(number, "identity/legal", "Références");
        type.AddPropertyType(_model.NewProperty(text, "loose"));

        IContentType stored = await _model.CreateAsync(type);

        Assert.Equal((type.Id, type.Key, type.Alias, "Organisation"), (stored.Id, stored.Key, stored.Alias, stored.Name));
        Assert.Equal(($"-1,{type.Id}", 1), (stored.Path, stored.Level));
        Assert.Equal(("Une organisation", "icon-company color-blue", text.Key), (stored.Description, stored.Icon, stored.ListView));
        Assert.Equal(ContentVariation.Culture, stored.Variations);
        Assert.Equal([("identity", PropertyGroupType.Tab), ("identity/legal", PropertyGroupType.Group)], stored.PropertyGroups.Select(x => (x.Alias, x.Type)).Order());
        IPropertyType property = Assert.Single(stored.PropertyGroups["identity/legal"].PropertyTypes!);
        Assert.Equal((number.Key, "registrationNumber", text.Id, text.Key), (property.Key, property.Alias, property.DataTypeId, property.DataTypeKey));
        Assert.Equal(("Neuf chiffres", true, "Obligatoire"), (property.Description, property.Mandatory, property.MandatoryMessage));
        Assert.Equal(("^[0-9]{9}$", "Neuf chiffres", true, 3), (property.ValidationRegExp, property.ValidationRegExpMessage, property.LabelOnTop, property.SortOrder));
        Assert.Equal(stored.PropertyGroups["identity/legal"].Id, property.PropertyGroupId!.Value);
        Assert.Equal("loose", Assert.Single(stored.NoGroupPropertyTypes).Alias);
        Assert.False(stored.IsDirty());
    }

    [Fact]
    public async Task A_saved_type_remembers_what_was_new_about_it()
    {
        ContentType type = _model.NewType("Mémoire");
        type.AddPropertyType(_model.NewProperty(await _model.TextBoxAsync(), "title"), "content", "Content");
        await _model.CreateAsync(type);

        Assert.False(type.IsDirty());
        Assert.True(type.WasPropertyDirty(nameof(type.Id)));
        Assert.True(type.PropertyTypes.Single().WasPropertyDirty(nameof(IPropertyType.Id)));
    }

    [Fact]
    public async Task Changing_what_was_handed_out_changes_nothing_else()
    {
        IContentType mine = await _model.TypeAsync("Copie", ContentVariation.Nothing, "title");
        mine.Name = "Autre";
        mine.PropertyTypes.Single().Name = "Autre";
        mine.PropertyGroups.Single().Name = "Autre";
        mine.HistoryCleanup!.PreventCleanup = true;

        IContentType stored = _model.Reload(mine);
        Assert.Equal("Copie", stored.Name);
        Assert.Equal("title", stored.PropertyTypes.Single().Name);
        Assert.Equal("Content", stored.PropertyGroups.Single().Name);
        Assert.False(stored.HistoryCleanup!.PreventCleanup);
    }

    [Fact]
    public async Task A_type_is_found_by_alias_in_any_case()
    {
        IContentType type = await _model.TypeAsync("Casse");
        Assert.Equal(type.Id, _model.Types.Get(type.Alias.ToUpperInvariant())?.Id);
    }

    [Fact]
    public async Task Two_types_never_have_the_same_alias()
    {
        IContentType first = await _model.TypeAsync("Alias");
        ContentType second = _model.NewType("Second");
        second.Alias = first.Alias.ToUpperInvariant();

        Assert.Throws<DuplicateNameException>(() => site.InScope(() =>
        {
            site.Get<IContentTypeRepository>().Save(second);
            return 0;
        }));
        Assert.Equal(first.Alias + "1", site.InScope(() => site.Get<IMediaTypeRepository>().GetUniqueAlias(first.Alias)));
    }

    [Fact]
    public async Task Properties_of_compositions_are_the_types_own_through_every_level()
    {
        IContentType basic = await _model.TypeAsync("Base", ContentVariation.Nothing, "basic");
        IContentType middle = await _model.TypeAsync("Milieu", ContentVariation.Nothing, "middle");
        Assert.True(middle.AddContentType(basic));
        middle = await _model.UpdateAsync(middle);
        ContentType top = _model.NewType("Haut");
        top.AddContentType(middle);
        IContentType stored = await _model.CreateAsync(top);

        Assert.Equal(["basic", "middle"], stored.CompositionPropertyTypes.Select(x => x.Alias).Order());
        Assert.Empty(stored.PropertyTypes);
        Assert.Equal([middle.Id], stored.ContentTypeComposition.Select(x => x.Id));
        Assert.Contains(middle.Id, _model.Types.GetComposedOf(basic.Id).Select(x => x.Id));
        Assert.Contains(stored.Id, _model.Types.GetComposedOf(middle.Id).Select(x => x.Id));
    }

    [Fact]
    public async Task Removing_a_property_deletes_its_values()
    {
        IContentType type = await _model.TypeAsync("Retrait", ContentVariation.Nothing, "kept", "removed");
        IContent document = _model.Document(type);
        int removed = type.PropertyTypes.Single(x => x.Alias == "removed").Id;

        type.RemovePropertyType("removed");
        await _model.UpdateAsync(type);

        IContent stored = _model.Reload(document);
        Assert.Equal("kept", stored.GetValue("kept"));
        Assert.False(stored.HasProperty("removed"));
        Assert.Equal(0, Stored.Values(site, removed));
    }

    [Fact]
    public async Task Removing_a_composition_deletes_its_values_where_it_was_and_nowhere_else()
    {
        IContentType mixin = await _model.TypeAsync("Mixin", ContentVariation.Nothing, "mixed");
        IContentType loses = await ComposedAsync(mixin);
        IContentType keeps = await ComposedAsync(mixin);
        IContent losing = _model.Document(loses);
        IContent keeping = _model.Document(keeps);
        Assert.Equal(2, Stored.Values(site, mixin.PropertyTypes.Single().Id));

        loses.RemoveContentType(mixin.Alias);
        await _model.UpdateAsync(loses);

        Assert.False(_model.Reload(losing).HasProperty("mixed"));
        Assert.Equal("mixed", _model.Reload(keeping).GetValue("mixed"));
        Assert.Equal(1, Stored.Values(site, mixin.PropertyTypes.Single().Id));
    }

    [Fact]
    public async Task Renaming_moving_and_regrouping_a_property_keeps_its_values()
    {
        IContentType type = await _model.TypeAsync("Renommage", ContentVariation.Nothing, "before", "other");
        IContent document = _model.Document(type);
        int id = type.PropertyTypes.Single(x => x.Alias == "before").Id;

        type.PropertyTypes.Single(x => x.Alias == "before").Alias = "after";
        type.AddPropertyGroup("second", "Second");
        type.MovePropertyType("after", "second");
        type.RemovePropertyGroup("content");
        IContentType stored = await _model.UpdateAsync(type);

        Assert.Equal(id, Assert.Single(stored.PropertyGroups["second"].PropertyTypes!).Id);
        Assert.Equal("second", Assert.Single(stored.PropertyGroups).Alias);
        Assert.Equal("before", _model.Reload(document).GetValue("after"));
    }

    [Fact]
    public async Task Allowed_types_keep_their_order_and_go_with_their_type()
    {
        IContentType first = await _model.TypeAsync("Premier");
        IContentType second = await _model.TypeAsync("Second");
        IContentType parent = await _model.TypeAsync("Parent");
        parent.AllowedContentTypes = [new(second.Key, 0, second.Alias), new(first.Key, 1, first.Alias), new(parent.Key, 2, parent.Alias)];
        parent = await _model.UpdateAsync(parent);
        Assert.Equal([second.Key, first.Key, parent.Key], parent.AllowedContentTypes!.OrderBy(x => x.SortOrder).Select(x => x.Key));
        Assert.Equal([parent.Key], site.InScope(() => site.Get<IContentTypeRepository>().GetAllowedParentKeys(first.Key)));

        await _model.Types.DeleteAsync(second.Key, Constants.Security.SuperUserKey);
        Assert.Equal([first.Key, parent.Key], _model.Reload(parent).AllowedContentTypes!.OrderBy(x => x.SortOrder).Select(x => x.Key));
    }

    [Fact]
    public async Task Templates_and_history_of_a_type_are_kept()
    {
        ITemplate template = await TemplateAsync();
        ITemplate other = await TemplateAsync();
        ContentType type = _model.NewType("Gabarits");
        type.AllowedTemplates = [template, other];
        type.SetDefaultTemplate(other);
        type.HistoryCleanup = new HistoryCleanup { PreventCleanup = true, KeepAllVersionsNewerThanDays = 7, KeepLatestVersionPerDayForDays = 90 };
        IContentType stored = await _model.CreateAsync(type);

        Assert.Equal(new[] { template.Alias, other.Alias }.Order(), stored.AllowedTemplates!.Select(x => x.Alias).Order());
        Assert.Equal(other.Alias, stored.DefaultTemplate?.Alias);
        Assert.Equal((true, 7, 90), (stored.HistoryCleanup!.PreventCleanup, stored.HistoryCleanup.KeepAllVersionsNewerThanDays!.Value, stored.HistoryCleanup.KeepLatestVersionPerDayForDays!.Value));

        await site.Get<ITemplateService>().DeleteAsync(other.Key, Constants.Security.SuperUserKey);
        Assert.Equal([template.Alias], _model.Reload(type).AllowedTemplates!.Select(x => x.Alias));
        Assert.Null(_model.Reload(type).DefaultTemplate);
    }

    [Fact]
    public async Task Deleting_a_type_deletes_its_documents_and_leaves_those_composed_of_it()
    {
        IContentType mixin = await _model.TypeAsync("Mixin", ContentVariation.Nothing, "mixed");
        IContentType composed = await ComposedAsync(mixin);
        IContent ofMixin = _model.Document(mixin);
        IContent ofComposed = _model.Document(composed);

        ContentTypeOperationStatus status = await _model.Types.DeleteAsync(mixin.Key, Constants.Security.SuperUserKey);

        Assert.Equal(ContentTypeOperationStatus.Success, status);
        Assert.Null(_model.Types.Get(mixin.Key));
        Assert.Null(_model.Contents.GetById(ofMixin.Id));
        Assert.False(_model.Reload(ofComposed).HasProperty("mixed"));
        Assert.Empty(_model.Reload(composed).ContentTypeComposition);
        Assert.Equal(0, Stored.Values(site, mixin.PropertyTypes.Single().Id));
    }

    [Fact]
    public async Task A_type_that_inherits_moves_and_goes_with_its_parent()
    {
        IContentType parent = await _model.TypeAsync("Parent", ContentVariation.Nothing, "inherited");
        var child = new ContentType(site.Get<Umbraco.Cms.Core.Strings.IShortStringHelper>(), parent, SchemaModel.UniqueAlias("child")) { Name = "Enfant" };
        IContentType storedChild = await _model.CreateAsync(child);
        Assert.Equal($"-1,{parent.Id},{child.Id}", storedChild.Path);
        Assert.Contains("inherited", storedChild.CompositionPropertyTypes.Select(x => x.Alias));

        EntityContainer folder = await FolderAsync();
        Assert.True((await _model.Types.MoveAsync(parent.Key, folder.Key)).Success);
        Assert.Equal(($"-1,{folder.Id},{parent.Id}", 2), (_model.Reload(parent).Path, _model.Reload(parent).Level));
        Assert.Equal(($"-1,{folder.Id},{parent.Id},{child.Id}", 3), (_model.Reload(child).Path, _model.Reload(child).Level));

        await _model.Types.DeleteAsync(parent.Key, Constants.Security.SuperUserKey);
        Assert.Null(_model.Types.Get(child.Key));
    }

    [Fact]
    public async Task A_copy_has_an_alias_and_keys_of_its_own()
    {
        IContentType type = await _model.TypeAsync("Original", ContentVariation.Nothing, "title");
        Attempt<IContentType?, ContentTypeStructureOperationStatus> copied = await _model.Types.CopyAsync(type.Key, null);

        Assert.True(copied.Success, copied.Status.ToString());
        IContentType copy = _model.Reload(copied.Result!);
        Assert.Equal(type.Alias + "1", copy.Alias);
        Assert.NotEqual(type.PropertyTypes.Single().Key, copy.PropertyTypes.Single().Key);
        Assert.Equal("title", copy.PropertyTypes.Single().Alias);
    }

    [Fact]
    public async Task A_property_known_by_its_editor_only_gets_a_data_type_with_that_editor()
    {
        await _model.TextBoxAsync();
        ContentType type = _model.NewType("Editeur");
        type.AddPropertyType(
            new PropertyType(site.Get<Umbraco.Cms.Core.Strings.IShortStringHelper>(), Constants.PropertyEditors.Aliases.TextBox, ValueStorageType.Nvarchar, "title") { Name = "Titre" },
            "content",
            "Content");
        IPropertyType property = (await _model.CreateAsync(type)).PropertyTypes.Single();

        IDataType? dataType = await site.Get<IDataTypeService>().GetAsync(property.DataTypeKey);
        Assert.Equal(Constants.PropertyEditors.Aliases.TextBox, dataType?.EditorAlias);
    }

    [Fact]
    public async Task A_list_view_in_the_path_is_that_of_a_documents_type()
    {
        IContentType plain = await _model.TypeAsync("Simple");
        IContentType listed = await _model.TypeAsync("Liste");
        listed.ListView = (await _model.TextBoxAsync()).Key;
        listed = await _model.UpdateAsync(listed);

        Assert.True(_model.Types.HasContainerInPath(_model.Document(listed).Path));
        Assert.False(_model.Types.HasContainerInPath(_model.Document(plain).Path));
        Assert.True(_model.Types.HasContentNodes(plain.Id));
    }

    [Fact]
    public async Task A_change_is_seen_in_its_own_scope_and_gone_when_the_scope_is_given_up()
    {
        IContentType type = await _model.TypeAsync("Abandon");
        using (site.CreateScope())
        {
            type.Name = "Nouveau";
            Assert.True((await _model.Types.UpdateAsync(type, Constants.Security.SuperUserKey)).Success);
            Assert.Equal("Nouveau", _model.Reload(type).Name);
        }

        Assert.Equal("Abandon", _model.Reload(type).Name);
    }

    private async Task<IContentType> ComposedAsync(IContentType mixin)
    {
        ContentType type = _model.NewType("Composé");
        type.AddContentType(mixin);
        return await _model.CreateAsync(type);
    }

    private async Task<ITemplate> TemplateAsync()
    {
        string alias = SchemaModel.UniqueAlias("gabarit");
        Attempt<ITemplate, TemplateOperationStatus> created =
            await site.Get<ITemplateService>().CreateAsync(alias, alias, null, Constants.Security.SuperUserKey);
        Assert.True(created.Success, created.Status.ToString());
        return created.Result!;
    }

    private async Task<EntityContainer> FolderAsync()
    {
        Attempt<EntityContainer?, EntityContainerOperationStatus> created = await site.Get<IContentTypeContainerService>()
            .CreateAsync(null, SchemaModel.UniqueAlias("Dossier "), null, Constants.Security.SuperUserKey);
        Assert.True(created.Success, created.Status.ToString());
        return created.Result!;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : ContentTypeRepositoryTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : ContentTypeRepositoryTests(site), IClassFixture<PostgresSiteFixture>;
}
