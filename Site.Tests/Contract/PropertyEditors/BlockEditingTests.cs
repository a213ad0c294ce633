using System.Text.Json.Nodes;
using Site.Tests.Contract.Users;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.PropertyEditors;

/// <summary>Saving and validating blocks as the backoffice does, through Core's editing service.</summary>
public abstract class BlockEditingTests(BlockSite site)
{
    private static readonly Guid _one = Guid.NewGuid();
    private static readonly Guid _two = Guid.NewGuid();
    private static readonly Guid _three = Guid.NewGuid();
    private static readonly Guid _super = Constants.Security.SuperUserKey;

    public static TheoryData<string> Properties => [.. BlockSite.Properties];

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task An_editor_of_one_language_changes_that_language_only(string property)
    {
        IContent page = site.SavedPage((property, site.Value(property, new Block(_one, "Paix", "Peace", 1))));
        User editor = await EnglishEditorAsync();

        await UpdateAsync(page, property, editor.Key, new Block(_one, "Piraté", "Peace!", 2));

        Assert.Equal(["Paix/1", "Peace!/1"], Edited(page, property));
    }

    [Fact]
    public async Task An_editor_of_one_language_removes_no_block_that_others_show()
    {
        IContent page = site.SavedPage(("list", site.Value("list", new Block(_one, "Un", "One", 1), new Block(_two, "Deux", "Two", 2))));
        User editor = await EnglishEditorAsync();

        await UpdateAsync(page, "list", editor.Key, new Block(_one, "Un", "One!", 1));

        Assert.Equal("Un/1 Deux/2", site.Seen(page, "list", "fr", preview: true));
    }

    [Fact]
    public async Task An_editor_of_all_languages_changes_all()
    {
        IContent page = site.SavedPage(("list", site.Value("list", new Block(_one, "Paix", "Peace", 1))));

        await UpdateAsync(page, "list", _super, new Block(_one, "Paix !", "Peace!", 2));

        Assert.Equal(["Paix !/2", "Peace!/2"], Edited(page, "list"));
    }

    [Theory]
    [InlineData("list", "")]
    [InlineData("grid", "")]
    [InlineData("single", "")]
    [InlineData("text", "blocks.")]
    public async Task What_is_missing_or_malformed_in_a_block_is_reported_at_its_place(string property, string prefix)
    {
        IContent page = site.SavedPage();

        Assert.Equal(
            [
                $".{prefix}contentData[0].values[1].value #validation_invalidPattern",
                $".{prefix}contentData[0].values[?(@.alias == 'title' && @.culture == 'en' && @.segment == null)].value #validation_invalidNull",
            ],
            (await ErrorsAsync(page, property, MissingEnglish(site.Node(property, new Block(_one, "<b>", "x", 1)), property))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Errors_three_levels_deep_carry_the_whole_way_to_the_value()
    {
        IContent page = site.SavedPage();
        JsonNode third = site.Node("list", new Block(_three, "<b>", "Three", 3));
        JsonNode second = site.Node("list", new Block(_two, "Deux", "Two", 2) { Inner = third });
        var outer = new Block(Guid.NewGuid(), "Grille", "Grid", 0) { InArea = [new Block(_one, "Un", "One", 1) { Inner = second }] };

        Assert.Equal(
            [".contentData[1].values[3].value.contentData[0].values[3].value.contentData[0].values[1].value #validation_invalidPattern"],
            await ErrorsAsync(page, "grid", site.Node("grid", outer)));
    }

    [Fact]
    public async Task Only_the_languages_being_saved_are_validated()
    {
        IContent page = site.SavedPage();
        JsonObject value = site.Node("list", new Block(_one, "<b>", "Peace", 1));

        Assert.Single(await ErrorsAsync(page, "list", value.DeepClone(), "fr"));
        Assert.Empty(await ErrorsAsync(page, "list", value.DeepClone(), "en"));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task Blocks_that_are_nested_too_deep_are_refused_and_nothing_is_lost(string property)
    {
        IContent page = site.SavedPage((property, site.Value(property, new Block(_one, "Paix", "Peace", 1))));
        JsonObject value = site.Node("list", new Block(Guid.NewGuid(), "x", "x", 9));
        for (int level = 0; level < 8; level++)
            value = site.Node(level == 7 ? property : "list", new Block(Guid.NewGuid(), "x", "x", 9) { Inner = value.ToJsonString() });

        Assert.Contains("nested 8 levels deep at most", Assert.Single(await ErrorsAsync(page, property, value.DeepClone())), StringComparison.Ordinal);
        await site.Get<IContentEditingService>().UpdateAsync(page.Key, Update<ContentUpdateModel>(property, value), _super);
        Assert.Equal(["Paix/1", "Peace/1"], Edited(page, property));
    }

    [Fact]
    public void A_page_with_an_invalid_block_is_not_published_in_that_language()
    {
        IContent page = site.SavedPage(("list", site.Value("list", new Block(_one, "<b>", "Peace", 1))));

        PublishResult result = site.Contents.Publish(page, ["fr"]);
        Assert.Equal(PublishResultType.FailedPublishContentInvalid, result.Result);
        Assert.Equal(["list"], result.InvalidProperties!.Select(invalid => invalid.Alias));

        page = site.Save(site.Contents.GetById(page.Key)!, ("list", site.Value("list", new Block(_one, "Paix", "Peace", 1))));
        site.Publish(page, "fr");
    }

    private static JsonObject MissingEnglish(JsonObject value, string property)
    {
        var data = (JsonArray)(property == "text" ? value["blocks"]! : value)["contentData"]!;
        ((JsonArray)data[0]!["values"]!).RemoveAt(2);
        return value;
    }

    private string[] Edited(IContent page, string property)
        => [site.Seen(page, property, "fr", preview: true), site.Seen(page, property, "en", preview: true)];

    private async Task<User> EnglishEditorAsync()
    {
        int english = (await site.Get<ILanguageService>().GetAsync("en"))!.Id;
        return site.AddUser(null, site.AddGroup(group =>
        {
            group.AddAllowedSection(Constants.Applications.Content);
            group.AddAllowedLanguage(english);
            group.StartContentId = Constants.System.Root;
        }));
    }

    private async Task UpdateAsync(IContent page, string property, Guid user, params Block[] blocks)
    {
        Attempt<ContentUpdateResult, ContentEditingOperationStatus> result = await site.Get<IContentEditingService>()
            .UpdateAsync(page.Key, Update<ContentUpdateModel>(property, site.Node(property, blocks)), user);
        Assert.Equal(ContentEditingOperationStatus.Success, result.Status);
    }

    private async Task<string[]> ErrorsAsync(IContent page, string property, JsonNode value, params string[] cultures)
    {
        ValidateContentUpdateModel model = Update<ValidateContentUpdateModel>(property, value);
        model.Cultures = cultures.Length == 0 ? null : cultures.ToHashSet();
        Attempt<ContentValidationResult, ContentEditingOperationStatus> result = await site.Get<IContentEditingService>().ValidateUpdateAsync(page.Key, model, _super);
        return [.. result.Result.ValidationErrors.Select(error => $"{error.JsonPath} {string.Join(", ", error.ErrorMessages)}")];
    }

    private static TModel Update<TModel>(string property, JsonNode value)
        where TModel : ContentUpdateModel, new()
        => new()
        {
            Variants = [new VariantModel { Culture = "fr", Name = "Page " + Guid.NewGuid().ToString("N") }, new VariantModel { Culture = "en", Name = "Page " + Guid.NewGuid().ToString("N") }],
            Properties = [new PropertyValueModel { Alias = property, Value = value }],
        };
}

/// <summary><see cref="BlockEditingTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteBlockEditingTests(SqliteBlockSite site) : BlockEditingTests(site), IClassFixture<SqliteBlockSite>;

/// <summary><see cref="BlockEditingTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresBlockEditingTests(PostgresBlockSite site) : BlockEditingTests(site), IClassFixture<PostgresBlockSite>;
