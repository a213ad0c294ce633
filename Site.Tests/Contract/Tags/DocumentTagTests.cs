using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.Tags;

/// <summary>The tags that the properties of documents and media give them, through all that editors do.</summary>
public abstract class DocumentTagTests(SiteFixture site) : IAsyncLifetime
{
    private const string Themes = "themes";
    private const string Keywords = "keywords";

    private DocumentModel _model = null!;
    private IContentType _type = null!;

    private ITagService Tags => site.Get<ITagService>();

    public async Task InitializeAsync()
    {
        _model = await DocumentModel.OfAsync(site);
        _type = site.Get<IContentTypeService>().Get("contractTagged") ?? await CreateTypeAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void A_draft_has_no_tags_and_what_is_published_has_its_own()
    {
        IContent page = NewPage(themes: ["Eau", "Santé"], keywords: ["puits"]);
        _model.Save(page);
        Assert.Empty(Tags.GetTagsForEntity(page.Id, culture: "*"));

        _model.Publish(page);
        Assert.Equal(["Eau", "Santé"], Texts(page));
        Assert.Equal(["puits"], Texts(page, _model.DefaultCulture));

        SetThemes(page, "Forage");
        _model.Save(page);
        Assert.Equal(["Eau", "Santé"], Texts(page));

        _model.Publish(page);
        Assert.Equal(["Forage"], Texts(page));
    }

    [Fact]
    public void A_culture_that_is_unpublished_takes_its_tags_along()
    {
        IContent page = Published(themes: ["Eau"], keywords: ["puits"]);
        page = _model.Reload(page);
        page.SetValue(Keywords, """["well"]""", _model.OtherCulture);
        _model.Save(page);
        _model.Publish(page);
        Assert.Equal(["well"], Texts(page, _model.OtherCulture));

        Assert.True(_model.Contents.Unpublish(_model.Reload(page), _model.OtherCulture).Success);

        Assert.Empty(Texts(page, _model.OtherCulture));
        Assert.Equal(["puits"], Texts(page, _model.DefaultCulture));
        Assert.Equal(["Eau"], Texts(page));
    }

    [Fact]
    public void An_unpublished_document_has_no_tags()
    {
        IContent page = Published(themes: ["Eau"], keywords: ["puits"]);

        Assert.True(_model.Contents.Unpublish(_model.Reload(page)).Success);

        Assert.Empty(Tags.GetTagsForEntity(page.Id, culture: "*"));
    }

    [Fact]
    public void A_document_is_found_by_its_tag_until_it_is_in_the_recycle_bin()
    {
        string theme = DocumentModel.Unique("Thème");
        IContent parent = Published(themes: [theme], keywords: []);
        IContent child = Published(themes: [theme], keywords: [], parent.Id);
        Assert.Equal([parent.Id, child.Id], Tagged(theme));
        Assert.Equal(2, Assert.Single(Tags.GetAllContentTags(), x => x.Text == theme).NodeCount);

        _model.Contents.MoveToRecycleBin(_model.Reload(parent));
        Assert.Empty(Tagged(theme));
        Assert.DoesNotContain(Tags.GetAllContentTags(), x => x.Text == theme);

        // What comes back is unpublished; what is below it is still published.
        _model.Contents.Move(_model.Reload(parent), Constants.System.Root);
        Assert.Equal([child.Id], Tagged(theme));
        _model.Publish(_model.Reload(parent));
        Assert.Equal([parent.Id, child.Id], Tagged(theme));
    }

    [Fact]
    public void A_deleted_branch_takes_its_tags_along()
    {
        string theme = DocumentModel.Unique("Thème");
        IContent parent = Published(themes: [theme], keywords: []);
        Published(themes: [theme], keywords: [], parent.Id);

        _model.Contents.Delete(_model.Reload(parent));

        Assert.Empty(Tagged(theme));
    }

    [Fact]
    public void A_copy_has_tags_when_it_is_published()
    {
        IContent page = Published(themes: ["Eau"], keywords: []);

        IContent copy = _model.Contents.Copy(_model.Reload(page), Constants.System.Root, relateToOriginal: false)!;
        Assert.Empty(Texts(copy));

        _model.Publish(_model.Reload(copy));
        Assert.Equal(["Eau"], Texts(copy));
    }

    [Fact]
    public void A_scheduled_publication_gives_the_tags()
    {
        IContent page = NewPage(themes: ["Plus tard"], keywords: []);
        _model.Save(page);
        var schedule = new ContentScheduleCollection();
        schedule.Add(_model.DefaultCulture, DateTime.UtcNow.AddMinutes(-1), null);
        _model.Contents.PersistContentSchedule(page, schedule);

        _model.Contents.PerformScheduledPublish(DateTime.UtcNow);

        Assert.Equal(["Plus tard"], Texts(page));
    }

    [Fact]
    public void Writing_a_tag_in_another_case_makes_no_second_one()
    {
        string theme = DocumentModel.Unique("École");
        Published(themes: [theme], keywords: []);
        Published(themes: [theme.ToUpperInvariant()], keywords: []);

        Assert.Equal(2, Assert.Single(Tags.GetAllContentTags(), x => x.Text.Equals(theme, StringComparison.OrdinalIgnoreCase)).NodeCount);
    }

    private string[] Texts(IContent page, string? culture = null) => [.. Tags.GetTagsForEntity(page.Id, culture: culture).Select(x => x.Text)];

    private int[] Tagged(string theme) => [.. Tags.GetTaggedContentByTag(theme).Select(x => x.EntityId)];

    private IContent Published(string[] themes, string[] keywords, int parentId = Constants.System.Root)
    {
        IContent page = NewPage(themes, keywords, parentId);
        _model.Save(page);
        _model.Publish(page);
        return page;
    }

    private IContent NewPage(string[] themes, string[] keywords, int parentId = Constants.System.Root)
    {
        IContent page = DocumentModel.New(_type, null, parentId);
        page.SetCultureName(DocumentModel.Unique("Étiquetée"), _model.DefaultCulture);
        page.SetCultureName(DocumentModel.Unique("Tagged"), _model.OtherCulture);
        SetThemes(page, themes);
        page.SetValue(Keywords, System.Text.Json.JsonSerializer.Serialize(keywords), _model.DefaultCulture);
        return page;
    }

    private static void SetThemes(IContent page, params string[] themes) => page.SetValue(Themes, System.Text.Json.JsonSerializer.Serialize(themes));

    private async Task<IContentType> CreateTypeAsync()
    {
        IDataType tags = await site.DataTypeAsync(Constants.PropertyEditors.Aliases.Tags, ValueStorageType.Ntext);
        var type = new ContentType(site.Get<IShortStringHelper>(), Constants.System.Root)
        {
            Alias = "contractTagged",
            Name = "Contract tagged",
            Variations = ContentVariation.Culture,
            AllowedAsRoot = true,
        };
        type.AddProperty(site, Themes, tags);
        type.AddProperty(site, Keywords, tags, ContentVariation.Culture);
        return await site.SaveAsync(type);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentTagTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentTagTests(site), IClassFixture<PostgresSiteFixture>;
}
