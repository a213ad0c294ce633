using Site.Tests.Contract.ContentTypes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Extensions;

namespace Site.Tests.Contract.Dictionary;

/// <summary>What Core leaves to the repository of dictionary items.</summary>
public abstract class DictionaryRepositoryTests(SiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    private IDictionaryItemService Items => site.Get<IDictionaryItemService>();

    [Fact]
    public async Task A_text_comes_back_in_its_languages_and_by_its_key_in_any_case()
    {
        ILanguage language = await DefaultLanguageAsync();
        DictionaryItem item = new(SchemaModel.UniqueAlias("Organisation.Contact."));
        item.AddOrUpdateDictionaryValue(language, "Nous écrire");
        await CreateAsync(item);

        IDictionaryItem stored = (await Items.GetAsync(item.ItemKey.ToUpperInvariant()))!;
        Assert.Equal((item.Key, item.ItemKey), (stored.Key, stored.ItemKey));
        Assert.Equal("Nous écrire", stored.GetTranslatedValue(language.IsoCode));
        Assert.False(stored.IsDirty());
        Assert.Equal([item.ItemKey], (await Items.GetManyAsync(item.ItemKey.ToLowerInvariant())).Select(x => x.ItemKey));
        Assert.Equal([item.ItemKey], (await Items.GetManyAsync(item.Key)).Select(x => x.ItemKey));
    }

    [Fact]
    public async Task A_changed_text_replaces_the_former_and_a_removed_one_goes()
    {
        ILanguage language = await DefaultLanguageAsync();
        IDictionaryItem item = await CreateAsync(new DictionaryItem(SchemaModel.UniqueAlias("Texte.")));
        item.AddOrUpdateDictionaryValue(language, "avant");
        await UpdateAsync(item);
        item.AddOrUpdateDictionaryValue(language, "après");
        await UpdateAsync(item);
        Assert.Equal("après", (await Items.GetAsync(item.Key))!.GetTranslatedValue(language.IsoCode));

        item.Translations = [];
        await UpdateAsync(item);
        Assert.Empty((await Items.GetAsync(item.Key))!.Translations);
    }

    [Fact]
    public async Task Two_items_never_have_the_same_key()
    {
        IDictionaryItem item = await CreateAsync(new DictionaryItem(SchemaModel.UniqueAlias("Clé.")));
        Attempt<IDictionaryItem, DictionaryItemOperationStatus> second = await Items.CreateAsync(new DictionaryItem(item.ItemKey.ToUpperInvariant()), _user);
        Assert.Equal(DictionaryItemOperationStatus.DuplicateItemKey, second.Status);
    }

    [Fact]
    public async Task Deleting_an_item_deletes_everything_below_it()
    {
        IDictionaryItem top = await CreateAsync(new DictionaryItem(SchemaModel.UniqueAlias("Haut.")));
        IDictionaryItem middle = await CreateAsync(new DictionaryItem(top.Key, SchemaModel.UniqueAlias("Milieu.")));
        IDictionaryItem bottom = await CreateAsync(new DictionaryItem(middle.Key, SchemaModel.UniqueAlias("Bas.")));
        IDictionaryItem beside = await CreateAsync(new DictionaryItem(SchemaModel.UniqueAlias("Autre.")));
        Assert.Equal(new[] { middle.Key, bottom.Key }.Order(), (await Items.GetDescendantsAsync(top.Key)).Select(x => x.Key).Order());
        Assert.Equal([bottom.Key], (await Items.GetDescendantsAsync(top.Key, "bas.")).Select(x => x.Key));

        Assert.True((await Items.DeleteAsync(top.Key, _user)).Success);

        Assert.Null(await Items.GetAsync(middle.Key));
        Assert.Null(await Items.GetAsync(bottom.Key));
        Assert.NotNull(await Items.GetAsync(beside.Key));
    }

    [Fact]
    public async Task An_item_moves_below_another()
    {
        IDictionaryItem parent = await CreateAsync(new DictionaryItem(SchemaModel.UniqueAlias("Parent.")));
        IDictionaryItem item = await CreateAsync(new DictionaryItem(SchemaModel.UniqueAlias("Déplacé.")));
        Assert.True((await Items.MoveAsync(item, parent.Key, _user)).Success);
        Assert.Equal([item.Key], (await Items.GetChildrenAsync(parent.Key)).Select(x => x.Key));
    }

    [Fact]
    public async Task An_item_does_not_move_below_itself_and_takes_what_is_below_it_along()
    {
        IDictionaryItem top = await CreateAsync(new DictionaryItem(SchemaModel.UniqueAlias("Haut.")));
        IDictionaryItem middle = await CreateAsync(new DictionaryItem(top.Key, SchemaModel.UniqueAlias("Milieu.")));
        IDictionaryItem bottom = await CreateAsync(new DictionaryItem(middle.Key, SchemaModel.UniqueAlias("Bas.")));
        Assert.Equal(DictionaryItemOperationStatus.InvalidParent, (await Items.MoveAsync(top, bottom.Key, _user)).Status);
        Assert.Null((await Items.GetAsync(top.Key))!.ParentId);

        Assert.True((await Items.MoveAsync((await Items.GetAsync(middle.Key))!, null, _user)).Success);
        Assert.Contains(middle.Key, (await Items.GetAtRootAsync()).Select(x => x.Key));
        Assert.Empty(await Items.GetDescendantsAsync(top.Key));
        Assert.Equal([bottom.Key], (await Items.GetDescendantsAsync(middle.Key)).Select(x => x.Key));
    }

    [Fact]
    public async Task Items_are_counted_and_listed_by_the_page_in_the_order_of_their_keys()
    {
        IDictionaryItem top = await CreateAsync(new DictionaryItem(SchemaModel.UniqueAlias("Page.")));
        foreach (string name in new[] { "c", "a", "b" })
        {
            await CreateAsync(new DictionaryItem(top.Key, SchemaModel.UniqueAlias(name)));
        }

        PagedModel<IDictionaryItem> page = await Items.GetPagedAsync(top.Key, 1, 1);
        Assert.Equal((3, "b"), (page.Total, page.Items.Single().ItemKey[..1]));
        Assert.Equal(3, await Items.CountChildrenAsync(top.Key));
        int root = await Items.CountRootAsync();
        Assert.Equal(root, (await Items.GetAtRootAsync()).Count());
        Assert.Equal(root, (await Items.GetPagedAsync(null, 0, 1)).Total);
    }

    [Fact]
    public async Task The_repository_answers_by_id_key_and_map()
    {
        IDictionaryRepository repository = site.Get<IDictionaryRepository>();
        IDictionaryItem item = await CreateAsync(new DictionaryItem(SchemaModel.UniqueAlias("Carte.")));
        Assert.Equal(item.Key, site.InScope(() => repository.GetDictionaryItemKeyMap())[item.ItemKey]);
        Assert.Equal(item.Key, site.InScope(() => repository.Get(item.Id))!.Key);
        Assert.Equal([item.Key], site.InScope(() => repository.GetMany(item.Id)).Select(x => x.Key));
        Assert.Equal([item.Key], site.InScope(() => repository.GetMany([item.Key])).Select(x => x.Key));
        Assert.Equal([item.Key], site.InScope(() => repository.GetManyByKeys(item.ItemKey.ToUpperInvariant())).Select(x => x.Key));
        Assert.True(site.InScope(() => repository.Exists(item.Id)));
        Assert.False(await Items.ExistsAsync("nulle.part"));
    }

    [Fact]
    public async Task Changing_what_was_handed_out_changes_nothing_else()
    {
        ILanguage language = await DefaultLanguageAsync();
        DictionaryItem item = new(SchemaModel.UniqueAlias("Copie."));
        item.AddOrUpdateDictionaryValue(language, "stocké");
        await CreateAsync(item);
        (await Items.GetAsync(item.Key))!.Translations.Single().Value = "changé";

        Assert.Equal("stocké", (await Items.GetAsync(item.Key))!.GetTranslatedValue(language.IsoCode));
    }

    private async Task<ILanguage> DefaultLanguageAsync() =>
        await site.Get<ILanguageService>().GetDefaultLanguageAsync() ?? throw new InvalidOperationException("There is no default language.");

    private async Task<IDictionaryItem> CreateAsync(IDictionaryItem item)
    {
        Attempt<IDictionaryItem, DictionaryItemOperationStatus> created = await Items.CreateAsync(item, _user);
        Assert.True(created.Success, created.Status.ToString());
        return created.Result!;
    }

    private async Task UpdateAsync(IDictionaryItem item)
    {
        Attempt<IDictionaryItem, DictionaryItemOperationStatus> updated = await Items.UpdateAsync(item, _user);
        Assert.True(updated.Success, updated.Status.ToString());
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DictionaryRepositoryTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DictionaryRepositoryTests(site), IClassFixture<PostgresSiteFixture>;
}
