using Site.Core.Persistence.Content;
using Site.Tests.Contract.PublishedContent;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Web;

namespace Site.Tests.Contract.ContentTypes;

/// <summary>What becomes of documents when the properties of their type are removed, renamed or given another data type.</summary>
public abstract class PropertyChangeTests(PublishedSiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    private readonly VariationModel _model = new(site);

    private SchemaModel Schema => _model.Schema;

    [Fact]
    public async Task A_removed_property_takes_its_values_of_all_versions_its_tags_and_its_references_along()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Nothing, ContentVariation.Nothing);
        IContent target = _model.Invariant(type, "cible");
        IContent document = _model.Invariant(type, "source", target);
        document.SetValue(VariationModel.Tags, "[\"autre\"]");
        Schema.Save(document);
        Schema.Publish(document);
        document = Schema.Reload(document);
        document.SetValue(VariationModel.Tags, "[\"brouillon\"]");
        Schema.Save(document);
        int[] removed = [.. type.PropertyTypes.Where(x => x.Alias != VariationModel.Title).Select(x => x.Id)];
        Assert.Equal([target.Id], _model.RelatedTo(document));
        Assert.Equal(["autre/-"], _model.TagsOf(document));
        Assert.True(Schema.Reload(document).Edited);

        type.RemovePropertyType(VariationModel.Tags);
        type.RemovePropertyType(VariationModel.Related);
        await Schema.UpdateAsync(type);

        Assert.Equal(0, Stored.Count<PropertyDataRow>(site, x => removed.Contains(x.PropertyTypeId)));
        Assert.Empty(_model.TagsOf(document));
        Assert.Empty(_model.RelatedTo(document));
        Assert.False(Schema.Reload(document).Edited);
        Assert.Null(site.Published(document.Key)!.GetProperty(VariationModel.Tags));
        Assert.Equal("source", _model.PublishedTitle(document));
    }

    [Fact]
    public async Task A_renamed_property_is_published_and_delivered_under_its_new_name()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Nothing, ContentVariation.Nothing);
        IContent document = _model.Invariant(type, "gardé");

        type.PropertyTypes.Single(x => x.Alias == VariationModel.Title).Alias = "heading";
        await Schema.UpdateAsync(type);

        Assert.Null(site.Published(document.Key)!.GetProperty(VariationModel.Title));
        Assert.Equal("gardé", site.Published(document.Key)!.GetProperty("heading")!.GetValue());
        IApiContent delivered = Delivered(document);
        Assert.Equal("gardé", delivered.Properties["heading"]);
        Assert.DoesNotContain(VariationModel.Title, delivered.Properties.Keys);
        Assert.False(Schema.Reload(document).Edited);
    }

    [Fact]
    public async Task A_renamed_type_is_that_of_its_documents_everywhere()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Nothing, ContentVariation.Nothing);
        IContent document = _model.Invariant(type, "nommé");
        string former = type.Alias;

        type.Alias = SchemaModel.UniqueAlias("renamed");
        await Schema.UpdateAsync(type);

        Assert.Null(Schema.Types.Get(former));
        Assert.Equal(type.Alias, Schema.Reload(document).ContentType.Alias);
        Assert.Equal(type.Alias, site.Published(document.Key)!.ContentType.Alias);
        Assert.Equal(type.Alias, Delivered(document).ContentType);
        Assert.Equal(1, Schema.Contents.CountPublished(type.Alias));
    }

    [Fact]
    public async Task A_type_with_a_new_key_keeps_its_documents_and_its_place()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Nothing, ContentVariation.Nothing);
        IContentType parent = await Schema.TypeAsync("Parent");
        parent.AllowedContentTypes = [new ContentTypeSort(type.Key, 0, type.Alias)];
        await Schema.UpdateAsync(parent);
        IContent document = _model.Invariant(type, "gardé");
        Guid former = type.Key;

        type.Key = Guid.NewGuid();
        IContentType stored = await Schema.UpdateAsync(type);

        Assert.Equal(type.Id, stored.Id);
        Assert.Null(Schema.Types.Get(former));
        Assert.Equal([type.Key], Schema.Reload(parent).AllowedContentTypes!.Select(x => x.Key));
        Assert.Equal(type.Key, site.Published(document.Key)!.ContentType.Key);
        Assert.Equal("gardé", _model.PublishedTitle(document));
    }

    [Fact]
    public async Task A_text_becomes_a_number_where_it_is_one_and_stays_where_it_is_none()
    {
        IDataType number = await Schema.DataTypeAsync(Constants.PropertyEditors.Aliases.Integer, ValueStorageType.Integer);
        IContentType type = await _model.TypeAsync(ContentVariation.Nothing, ContentVariation.Nothing);
        IContent ten = _model.Invariant(type, "10");
        IContent nine = _model.Invariant(type, "9");
        IContent none = _model.Invariant(type, "beaucoup");

        await ChangeDataTypeAsync(type, number);

        Assert.Equal((10, 9), (_model.PublishedTitle(ten), Schema.Reload(nine).GetValue(VariationModel.Title)));
        int property = type.PropertyTypes.Single(x => x.Alias == VariationModel.Title).Id;
        Assert.Equal(4, Stored.Count<PropertyDataRow>(site, x => x.PropertyTypeId == property && (x.IntValue == 10 || x.IntValue == 9)));
        Assert.Equal("beaucoup", Schema.Reload(none).GetValue(VariationModel.Title));
        foreach (IContent document in new[] { ten, none })
        {
            Schema.Save(Schema.Reload(document));
            Assert.False(Schema.Reload(document).Edited);
        }

        Assert.Equal("beaucoup", Schema.Reload(none).GetValue(VariationModel.Title));
        await ChangeDataTypeAsync(type, await Schema.TextBoxAsync());
        Assert.Equal(("10", "beaucoup"), (_model.PublishedTitle(ten), _model.PublishedTitle(none)));
    }

    [Fact]
    public async Task A_data_type_that_stores_otherwise_takes_the_values_along()
    {
        IDataType dataType = await Schema.DataTypeAsync(Constants.PropertyEditors.Aliases.Label, ValueStorageType.Nvarchar);
        IContentType type = await _model.TypeAsync(ContentVariation.Nothing, ContentVariation.Nothing);
        await ChangeDataTypeAsync(type, dataType);
        IContent document = _model.Invariant(Schema.Reload(type), "12.5");

        dataType.DatabaseType = ValueStorageType.Decimal;
        Assert.True((await site.Get<IDataTypeService>().UpdateAsync(dataType, _user)).Success);

        int id = type.PropertyTypes.Single(x => x.Alias == VariationModel.Title).Id;
        Assert.Equal(0, Stored.Count<PropertyDataRow>(site, x => x.PropertyTypeId == id && x.DecimalValue == null));
        Assert.Equal(12.5m, Schema.Reload(document).GetValue(VariationModel.Title));
        Assert.Equal(ValueStorageType.Decimal, Schema.Reload(type).PropertyTypes.Single(x => x.Id == id).ValueStorageType);
    }

    [Fact]
    public async Task A_date_that_becomes_a_text_is_written_so_that_it_sorts()
    {
        IDataType date = await Schema.DataTypeAsync(Constants.PropertyEditors.Aliases.PlainDateTime, ValueStorageType.Date);
        ContentType made = Schema.NewType("Daté");
        made.AddPropertyType(Schema.NewProperty(date, VariationModel.Title), "content", "Content");
        IContentType type = await Schema.CreateAsync(made);
        var document = new Umbraco.Cms.Core.Models.Content(SchemaModel.UniqueAlias("Daté "), Constants.System.Root, type);
        document.SetValue(VariationModel.Title, new DateTime(2026, 1, 31, 8, 30, 0, DateTimeKind.Unspecified));
        Schema.Save(document);

        await ChangeDataTypeAsync(type, await Schema.TextBoxAsync());
        Assert.Equal("2026-01-31 08:30:00", Schema.Reload(document).GetValue(VariationModel.Title));

        await ChangeDataTypeAsync(type, date);
        Assert.Equal(new DateTime(2026, 1, 31, 8, 30, 0, DateTimeKind.Unspecified), Schema.Reload(document).GetValue(VariationModel.Title));
    }

    [Fact]
    public async Task Properties_groups_and_their_order_come_back_as_they_were_arranged()
    {
        IContentType type = await Schema.TypeAsync("Ordre", ContentVariation.Nothing, "a", "b", "c");
        IContent document = Schema.Document(type);
        type.AddPropertyGroup("last", "Dernier");
        type.PropertyGroups["last"].SortOrder = 1;
        type.PropertyGroups["content"].SortOrder = 2;
        type.PropertyGroups["content"].Type = PropertyGroupType.Tab;
        type.MovePropertyType("a", "last");
        type.PropertyTypes.Single(x => x.Alias == "c").SortOrder = 0;
        type.PropertyTypes.Single(x => x.Alias == "b").SortOrder = 1;
        type.SortOrder = 7;

        IContentType stored = await Schema.UpdateAsync(type);

        Assert.Equal(["last", "content"], stored.PropertyGroups.OrderBy(x => x.SortOrder).Select(x => x.Alias));
        Assert.Equal(PropertyGroupType.Tab, stored.PropertyGroups["content"].Type);
        Assert.Equal(["c", "b"], stored.PropertyGroups["content"].PropertyTypes!.OrderBy(x => x.SortOrder).Select(x => x.Alias));
        Assert.Equal(["a"], stored.PropertyGroups["last"].PropertyTypes!.Select(x => x.Alias));
        Assert.Equal(7, stored.SortOrder);
        Assert.Equal("a", Schema.Reload(document).GetValue("a"));
    }

    [Fact]
    public async Task What_was_set_on_a_type_can_be_taken_back()
    {
        IContentType type = await Schema.TypeAsync("Réglé");
        type.ListView = (await Schema.TextBoxAsync()).Key;
        type.HistoryCleanup = new HistoryCleanup { PreventCleanup = true, KeepAllVersionsNewerThanDays = 3 };
        type.AllowedContentTypes = [new ContentTypeSort(type.Key, 0, type.Alias)];
        type = await Schema.UpdateAsync(type);
        Assert.True(type.HistoryCleanup!.PreventCleanup);

        type.ListView = null;
        type.HistoryCleanup = new HistoryCleanup();
        type.AllowedContentTypes = [];
        type.AllowedAsRoot = false;
        type.Description = null;
        IContentType stored = await Schema.UpdateAsync(type);

        Assert.Null(stored.ListView);
        Assert.Equal((false, null), (stored.HistoryCleanup!.PreventCleanup, stored.HistoryCleanup.KeepAllVersionsNewerThanDays));
        Assert.Empty(stored.AllowedContentTypes!);
        Assert.Equal((false, null), (stored.AllowedAsRoot, stored.Description));
    }

    [Fact]
    public async Task A_composition_that_is_removed_takes_its_values_from_all_that_inherit_it()
    {
        IContentType mixin = await Schema.TypeAsync("Mixin", ContentVariation.Nothing, "mixed");
        ContentType middle = Schema.NewType("Milieu");
        middle.AddContentType(mixin);
        IContentType storedMiddle = await Schema.CreateAsync(middle);
        ContentType outer = Schema.NewType("Dehors");
        outer.AddContentType(storedMiddle);
        IContent document = Schema.Document(await Schema.CreateAsync(outer));
        Schema.Publish(document);
        Assert.Equal("mixed", site.Published(document.Key)!.GetProperty("mixed")!.GetValue());

        storedMiddle.RemoveContentType(mixin.Alias);
        await Schema.UpdateAsync(storedMiddle);

        Assert.Equal(0, Stored.Values(site, mixin.PropertyTypes.Single().Id));
        Assert.Null(site.Published(document.Key)!.GetProperty("mixed"));

        storedMiddle = Schema.Reload(storedMiddle);
        Assert.True(storedMiddle.AddContentType(Schema.Reload(mixin)));
        await Schema.UpdateAsync(storedMiddle);
        Assert.False(site.Published(document.Key)!.GetProperty("mixed")!.HasValue());
        IContent changed = Schema.Reload(document);
        changed.SetValue("mixed", "nouveau");
        Schema.Save(changed);
        Assert.Equal("nouveau", Schema.Reload(document).GetValue("mixed"));
    }

    [Fact]
    public async Task Media_change_with_their_type()
    {
        IMediaTypeService types = site.Get<IMediaTypeService>();
        var type = new MediaType(site.Get<IShortStringHelper>(), Constants.System.Root) { Alias = SchemaModel.UniqueAlias("media"), Name = "Média", AllowedAsRoot = true };
        IDataType text = await Schema.TextBoxAsync();
        type.AddPropertyType(Schema.NewProperty(text, "kept"), "content", "Content");
        type.AddPropertyType(Schema.NewProperty(text, "removed"), "content", "Content");
        Assert.Equal(ContentTypeOperationStatus.Success, (await types.CreateAsync(type, _user)).Result);
        IMedia media = site.Get<IMediaService>().CreateMedia("Photo", Constants.System.Root, type.Alias);
        media.SetValue("kept", "gardé");
        media.SetValue("removed", "perdu");
        Assert.True(site.Get<IMediaService>().Save(media).Success);
        int removed = type.PropertyTypes.Single(x => x.Alias == "removed").Id;

        IMediaType stored = types.Get(type.Key)!;
        stored.RemovePropertyType("removed");
        stored.PropertyTypes.Single().Alias = "renamed";
        Assert.Equal(ContentTypeOperationStatus.Success, (await types.UpdateAsync(stored, _user)).Result);

        Assert.Equal(0, Stored.Values(site, removed));
        Assert.Equal("gardé", site.Get<IMediaService>().GetById(media.Key)!.GetValue("renamed"));
        Assert.Equal("gardé", site.Get<Umbraco.Cms.Core.PublishedCache.IPublishedMediaCache>().GetById(false, media.Key)!.GetProperty("renamed")!.GetValue());

        Assert.Equal(ContentTypeOperationStatus.Success, await types.DeleteAsync(type.Key, _user));
        Assert.Null(site.Get<IMediaService>().GetById(media.Key));
    }

    private IApiContent Delivered(IContent document)
    {
        using UmbracoContextReference context = site.Get<IUmbracoContextFactory>().EnsureUmbracoContext();
        return site.Get<IApiContentBuilder>().Build(site.Published(document.Key)!)!;
    }

    private async Task ChangeDataTypeAsync(IContentType type, IDataType dataType)
    {
        IContentType changed = Schema.Reload(type);
        IPropertyType property = changed.PropertyTypes.Single(x => x.Alias == VariationModel.Title);
        property.DataTypeId = dataType.Id;
        property.DataTypeKey = dataType.Key;
        property.PropertyEditorAlias = dataType.EditorAlias;
        property.ValueStorageType = dataType.DatabaseType;
        await Schema.UpdateAsync(changed);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqlitePublishedSiteFixture site) : PropertyChangeTests(site), IClassFixture<SqlitePublishedSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresPublishedSiteFixture site) : PropertyChangeTests(site), IClassFixture<PostgresPublishedSiteFixture>;
}
