using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence;
using Site.Core.Persistence.Dictionary;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Changes;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Tests.Contract.ContentTypes;

/// <summary>
/// The parts of the schema are read once, handed out as copies, and read again when one of Core's cache refreshers says so: that is how
/// another node hears of a change.
/// </summary>
public abstract class SchemaCachingTests(SiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    private readonly SchemaModel _model = new(site);

    private DistributedCache Distributed => site.Get<DistributedCache>();

    [Fact]
    public async Task A_language_is_read_again_when_it_is_refreshed()
    {
        ILanguageService languages = site.Get<ILanguageService>();
        ILanguage language = (await languages.CreateAsync(new Language("fi", "avant"), _user)).Result;
        await ChangesAsync(
            async () => (await languages.GetAsync("fi"))!.CultureName,
            context => context.Set<LanguageRow>().Where(x => x.Id == language.Id).ExecuteUpdate(x => x.SetProperty(y => y.CultureName, "après")),
            () => Distributed.RefreshLanguageCache([language]));
        await StaysAsync(async () => (await languages.GetAsync("fi"))!, x => x.CultureName, x => x.CultureName = "changé");
    }

    [Fact]
    public async Task A_dictionary_item_is_read_again_when_it_is_refreshed()
    {
        IDictionaryItemService items = site.Get<IDictionaryItemService>();
        IDictionaryItem item = (await items.CreateAsync(new DictionaryItem(SchemaModel.UniqueAlias("avant")), _user)).Result;
        await ChangesAsync(
            async () => (await items.GetAsync(item.Key))!.ItemKey,
            context => context.Set<DictionaryRow>().Where(x => x.UniqueId == item.Key).ExecuteUpdate(x => x.SetProperty(y => y.Key, SchemaModel.UniqueAlias("après"))),
            () => Distributed.RefreshDictionaryCache(item.Id));
        await StaysAsync(async () => (await items.GetAsync(item.Key))!, x => x.ItemKey, x => x.ItemKey = "changé");
    }

    [Fact]
    public async Task A_data_type_is_read_again_when_it_is_refreshed()
    {
        IDataTypeService dataTypes = site.Get<IDataTypeService>();
        IDataType dataType = await _model.TextBoxAsync();
        await ChangesAsync(
            async () => (await dataTypes.GetAsync(dataType.Key))!.Name!,
            context => Rename(context, dataType.Id),
            () => Distributed.RefreshDataTypeCache([dataType]));
        await StaysAsync(async () => (await dataTypes.GetAsync(dataType.Key))!, x => x.Name!, x => x.Name = "changé");
    }

    [Fact]
    public async Task A_document_type_is_read_again_when_it_is_refreshed()
    {
        IContentType type = await _model.TypeAsync("Type", ContentVariation.Nothing, "title");
        await ChangesAsync(
            () => Task.FromResult(_model.Types.Get(type.Key)!.Name!),
            context => Rename(context, type.Id),
            () => Distributed.RefreshContentTypeCache([new ContentTypeChange<IContentType>(type, ContentTypeChangeTypes.RefreshOther)]));
        await StaysAsync(() => Task.FromResult(_model.Types.Get(type.Id)!), x => x.PropertyTypes.Single().Name!, x => x.PropertyTypes.Single().Name = "changé");
        await StaysAsync(() => Task.FromResult(_model.Types.Get(type.Alias)!), x => $"{x.AllowedContentTypes!.Count()}", x => x.AllowedContentTypes = [new ContentTypeSort(type.Key, 0, type.Alias)]);
    }

    [Fact]
    public async Task A_composition_that_is_handed_out_with_a_type_is_a_copy_too()
    {
        IContentType mixin = await _model.TypeAsync("Mixin", ContentVariation.Nothing, "mixed");
        ContentType type = _model.NewType("Composé");
        type.AddContentType(mixin);
        await _model.CreateAsync(type);

        await StaysAsync(
            () => Task.FromResult(_model.Types.Get(type.Key)!),
            x => x.ContentTypeComposition.Single().PropertyTypes.Single().Name,
            x => x.ContentTypeComposition.Single().PropertyTypes.Single().Name = "changé");
        Assert.Equal("mixed", _model.Types.Get(mixin.Key)!.PropertyTypes.Single().Name);
    }

    [Fact]
    public async Task A_media_type_is_read_again_when_it_is_refreshed()
    {
        IMediaTypeService types = site.Get<IMediaTypeService>();
        var type = new MediaType(site.Get<IShortStringHelper>(), Constants.System.Root) { Alias = SchemaModel.UniqueAlias("media"), Name = "Média" };
        Assert.True((await types.CreateAsync(type, _user)).Success);
        await ChangesAsync(
            () => Task.FromResult(types.Get(type.Key)!.Name!),
            context => Rename(context, type.Id),
            () => Distributed.RefreshContentTypeCache([new ContentTypeChange<IMediaType>(type, ContentTypeChangeTypes.RefreshOther)]));
        await StaysAsync(() => Task.FromResult(types.Get(type.Key)!), x => x.Name!, x => x.Name = "changé");
    }

    [Fact]
    public async Task A_template_is_read_again_when_it_is_refreshed()
    {
        ITemplateService templates = site.Get<ITemplateService>();
        string alias = SchemaModel.UniqueAlias("page");
        ITemplate template = (await templates.CreateAsync(alias, alias, null, _user)).Result;
        await ChangesAsync(
            async () => (await templates.GetAsync(template.Key))!.Name!,
            context => Rename(context, template.Id),
            () => Distributed.RefreshTemplateCache(template.Id));
        await StaysAsync(async () => (await templates.GetAsync(template.Key))!, x => x.Name!, x => x.Name = "changé");
    }

    [Fact]
    public async Task A_document_type_with_a_changed_template_is_read_again()
    {
        ITemplateService templates = site.Get<ITemplateService>();
        string alias = SchemaModel.UniqueAlias("page");
        ITemplate template = (await templates.CreateAsync(alias, alias, null, _user)).Result;
        ContentType type = _model.NewType("Avec gabarit");
        type.AllowedTemplates = [template];
        await _model.CreateAsync(type);
        await ChangesAsync(
            () => Task.FromResult(_model.Types.Get(type.Key)!.AllowedTemplates!.Single().Name!),
            context => Rename(context, template.Id),
            () => Distributed.RefreshTemplateCache(template.Id));
    }

    [Fact]
    public async Task A_folder_that_is_handed_out_is_a_copy()
    {
        IDataTypeContainerService folders = site.Get<IDataTypeContainerService>();
        EntityContainer folder = (await folders.CreateAsync(null, SchemaModel.UniqueAlias("Dossier "), null, _user)).Result!;
        await StaysAsync(async () => (await folders.GetAsync(folder.Key))!, x => x.Name!, x => x.Name = "changé");
    }

    [Fact]
    public async Task Entities_are_cached_under_the_keys_that_refreshers_clear()
    {
        IContentType type = await _model.TypeAsync("Clé");
        _ = _model.Types.Get(type.Key);
        IAppPolicyCache cache = site.Get<AppCaches>().IsolatedCaches.GetOrCreate<IContentType>();
        Assert.NotEmpty(cache.SearchByKey(RepositoryCacheKeys.GetKey<IContentType>()));

        site.Get<IContentTypeCommonRepository>().ClearCache();
        Assert.Empty(cache.SearchByKey(RepositoryCacheKeys.GetKey<IContentType>()));
    }

    private static void Rename(SiteDbContext context, int nodeId) =>
        context.Set<NodeRow>().Where(x => x.Id == nodeId).ExecuteUpdate(x => x.SetProperty(y => y.Text, SchemaModel.UniqueAlias("Après ")));

    // Another node has written: this one still reads what it has, until it is told.
    private async Task ChangesAsync(Func<Task<string>> read, Action<SiteDbContext> write, Action refresh)
    {
        string before = await read();
        site.InScope(() =>
        {
            write(site.Get<AmbientDbContext>().Write);
            return 0;
        });
        Assert.Equal(before, await read());
        refresh();
        Assert.NotEqual(before, await read());
    }

    private static async Task StaysAsync<T>(Func<Task<T>> read, Func<T, string> value, Action<T> change)
    {
        T mine = await read();
        string before = value(mine);
        change(mine);
        Assert.NotEqual(before, value(mine));
        Assert.Equal(before, value(await read()));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : SchemaCachingTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : SchemaCachingTests(site), IClassFixture<PostgresSiteFixture>;
}
