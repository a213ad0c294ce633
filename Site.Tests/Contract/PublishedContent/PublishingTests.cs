using Site.Core.PublishedContent.Snapshots;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Extensions;

namespace Site.Tests.Contract.PublishedContent;

/// <summary>What visitors and previews see after editors have done something through Core's services.</summary>
public abstract class PublishingTests(PublishedSiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    [Fact]
    public void A_saved_document_is_seen_in_preview_only_until_it_is_published()
    {
        IContent page = site.CreatePage("Brouillon");
        Assert.Null(site.Published(page.Key));
        Assert.True(site.Preview(page.Key)!.IsDraft("fr"));

        site.Publish(page);

        IPublishedContent published = site.Published(page.Key)!;
        Assert.Equal(page.Id, published.Id);
        Assert.Equal("Brouillon", published.Cultures["fr"].Name);
        Assert.Equal("Titre de Brouillon", published.GetProperty("title")!.GetValue("fr"));
        Assert.Equal("Title of Brouillon", published.GetProperty("title")!.GetValue("en"));
        Assert.Equal(7, published.GetProperty("number")!.GetValue());
        Assert.True(published.IsPublished("en"));
        Assert.False(published.IsDraft("fr"));
    }

    [Fact]
    public void A_later_draft_is_seen_in_preview_and_not_by_visitors()
    {
        IContent page = site.PublishPage("Avant");
        page.SetValue("title", "Nouveau", "fr");
        site.Save(page);

        Assert.Equal("Titre de Avant", site.Published(page.Key)!.GetProperty("title")!.GetValue("fr"));
        Assert.Equal("Nouveau", site.Preview(page.Key)!.GetProperty("title")!.GetValue("fr"));
        Assert.True(site.Preview(page.Key)!.IsDraft("fr"));
        Assert.True(site.Preview(page.Key)!.IsPublished("fr"));
    }

    [Fact]
    public void An_unpublished_document_is_gone_with_all_that_is_below_it()
    {
        IContent parent = site.PublishPage("Parent retiré");
        IContent child = site.PublishPage("Enfant", parent.Id);
        Assert.NotNull(site.Published(child.Key));

        Assert.True(site.Get<IContentService>().Unpublish(site.Document(parent.Key)).Success);

        Assert.Null(site.Published(parent.Key));
        Assert.Null(site.Published(child.Key));
        Assert.NotNull(site.Preview(child.Key));

        site.Publish(site.Document(parent.Key));
        Assert.NotNull(site.Published(child.Key));
    }

    [Fact]
    public void A_culture_that_is_unpublished_is_gone_and_the_others_stay()
    {
        IContent page = site.PublishPage("Deux langues");

        Assert.True(site.Get<IContentService>().Unpublish(site.Document(page.Key), "en").Success);

        IPublishedContent published = site.Published(page.Key)!;
        Assert.Equal(["fr"], published.Cultures.Keys);
        Assert.False(published.IsPublished("en"));
        Assert.Contains("en", site.Preview(page.Key)!.Cultures.Keys);
    }

    [Fact]
    public void A_culture_that_was_not_published_is_not_seen()
    {
        IContent page = site.CreatePage("Français seul");

        site.Publish(page, "fr");

        Assert.Equal(["fr"], site.Published(page.Key)!.Cultures.Keys);
    }

    [Fact]
    public void A_moved_document_is_found_below_its_new_parent_with_all_that_is_below_it()
    {
        IContent from = site.PublishPage("De");
        IContent to = site.PublishPage("Vers");
        IContent moved = site.PublishPage("Déplacé", from.Id);
        IContent below = site.PublishPage("Dessous", moved.Id);

        Assert.True(site.Get<IContentService>().Move(site.Document(moved.Key), to.Id).Success);

        Assert.Equal([moved.Key], Children(to.Key));
        Assert.Empty(Children(from.Key));
        ContentTable documents = site.Get<SnapshotReader>().Snapshot.Documents;
        Assert.Equal($"-1,{to.Id},{moved.Id}", documents.Find(moved.Key)!.Data.Path);
        Assert.Equal($"-1,{to.Id},{moved.Id},{below.Id}", documents.Find(below.Key)!.Data.Path);
    }

    [Fact]
    public void Children_come_in_the_order_into_which_they_were_sorted()
    {
        IContent parent = site.PublishPage("Trié");
        IContent[] children = [.. new[] { "A", "B", "C" }.Select(x => site.PublishPage(x, parent.Id))];

        Assert.True(site.Get<IContentService>().Sort([children[2].Id, children[0].Id, children[1].Id]).Success);

        Guid[] expected = [children[2].Key, children[0].Key, children[1].Key];
        Assert.Equal(expected, Children(parent.Key));
        Assert.Equal(expected, expected.OrderBy(x => site.Published(x)!.SortOrder));
    }

    [Fact]
    public void A_document_in_the_recycle_bin_is_gone_until_it_is_restored()
    {
        IContent page = site.PublishPage("Corbeille");
        IContent child = site.PublishPage("Avec enfant", page.Id);

        Assert.True(site.Get<IContentService>().MoveToRecycleBin(site.Document(page.Key)).Success);
        Assert.Null(site.Published(page.Key));
        Assert.Null(site.Published(child.Key));

        Assert.True(site.Get<IContentService>().Move(site.Document(page.Key), Constants.System.Root).Success);
        site.Publish(site.Document(page.Key));
        site.Publish(site.Document(child.Key));
        Assert.NotNull(site.Published(child.Key));
    }

    [Fact]
    public void A_deleted_document_is_gone_from_preview_too_with_all_that_was_below_it()
    {
        IContent page = site.PublishPage("Supprimé");
        IContent child = site.PublishPage("Avec lui", page.Id);

        Assert.True(site.Get<IContentService>().Delete(site.Document(page.Key)).Success);

        Assert.Null(site.Preview(page.Key));
        Assert.Null(site.Preview(child.Key));
        Assert.Null(site.Get<SnapshotReader>().Snapshot.Documents.Find(child.Id));
    }

    [Fact]
    public void A_branch_is_published_as_one_change()
    {
        IContent root = site.CreatePage("Branche");
        IContent child = site.CreatePage("Rameau", root.Id);
        IContent leaf = site.CreatePage("Feuille", child.Id);

        IEnumerable<PublishResult> results = site.Get<IContentService>().PublishBranch(root, PublishBranchFilter.IncludeUnpublished, ["*"]);

        Assert.All(results, x => Assert.True(x.Success));
        Assert.All([root, child, leaf], x => Assert.NotNull(site.Published(x.Key)));
    }

    [Fact]
    public async Task A_property_that_is_added_to_a_type_appears_on_its_documents()
    {
        IContent page = site.PublishPage("Type changé");
        Assert.Null(site.Published(page.Key)!.GetProperty("subtitle"));
        IContentType type = site.Get<IContentTypeService>().Get(PublishedSiteFixture.PageAlias)!;
        IPropertyType title = type.PropertyTypes.Single(x => x.Alias == "title");
        var subtitle = new PropertyType(site.Get<Umbraco.Cms.Core.Strings.IShortStringHelper>(), "Umbraco.TextBox", title.ValueStorageType, "subtitle")
        {
            DataTypeId = title.DataTypeId,
            DataTypeKey = title.DataTypeKey,
            Name = "Subtitle",
            Variations = ContentVariation.Culture,
        };

        type.AddPropertyType(subtitle, "content", "Content");
        Assert.Equal(ContentTypeOperationStatus.Success, (await site.Get<IContentTypeService>().UpdateAsync(type, _user)).Result);

        IPublishedContent published = site.Published(page.Key)!;
        Assert.NotNull(published.GetProperty("subtitle"));
        Assert.Equal("Titre de Type changé", published.GetProperty("title")!.GetValue("fr"));

        type = site.Get<IContentTypeService>().Get(PublishedSiteFixture.PageAlias)!;
        type.RemovePropertyType("subtitle");
        Assert.Equal(ContentTypeOperationStatus.Success, (await site.Get<IContentTypeService>().UpdateAsync(type, _user)).Result);
        Assert.Null(site.Published(page.Key)!.GetProperty("subtitle"));
    }

    [Fact]
    public void A_change_that_was_rolled_back_is_not_seen()
    {
        IContent page = site.PublishPage("Annulé");
        using (site.CreateScope())
        {
            IContent changed = site.Document(page.Key);
            changed.SetValue("title", "Jamais", "fr");
            site.Save(changed);
            site.Publish(changed);
        }

        Assert.Equal("Titre de Annulé", site.Published(page.Key)!.GetProperty("title")!.GetValue("fr"));
        Assert.Equal("Titre de Annulé", site.Preview(page.Key)!.GetProperty("title")!.GetValue("fr"));
    }

    [Fact]
    public async Task What_is_read_anew_at_a_start_is_what_was_kept_through_all_changes()
    {
        IContentService contents = site.Get<IContentService>();
        IContent a = site.PublishPage("Suite A");
        IContent b = site.PublishPage("Suite B", a.Id);
        IContent c = site.PublishPage("Suite C", b.Id);
        IContent d = site.CreatePage("Suite D", a.Id);
        contents.Move(site.Document(c.Key), a.Id);
        contents.Sort([d.Id, c.Id, b.Id]);
        contents.Unpublish(site.Document(b.Key), "en");
        IContent copy = contents.Copy(site.Document(a.Key), Constants.System.Root, relateToOriginal: false)!;
        site.Publish(site.Document(copy.Key), "fr");
        contents.MoveToRecycleBin(site.Document(d.Key));
        contents.Delete(site.Document(c.Key));
        IContent edited = site.Document(a.Key);
        edited.SetCultureName("Suite A renommée", "fr");
        site.Save(edited);

        string kept = Describe();
        site.Get<SnapshotStore>().Load();
        Assert.Equal(kept, Describe());

        await site.RestartAsync();
        Assert.Equal(kept, Describe());
    }

    /// <summary>All that is in the snapshot, as text, so that a difference is seen in the failure.</summary>
    private string Describe()
    {
        IEnumerable<string> lines = site.Get<SnapshotStore>().Current.Documents.Nodes
            .OrderBy(x => x.Data.Id)
            .SelectMany(x => new[] { false, true }, (node, preview) => (node.Data, Content: preview ? site.Preview(node.Data.Key) : site.Published(node.Data.Key)))
            .Select(x => x.Content is null
                ? $"{x.Data.Id} {x.Data.Path} nothing"
                : $"{x.Data.Id} {x.Data.Path} {x.Data.SortOrder} {x.Data.Trashed} {Describe(x.Content)}");
        return string.Join('\n', lines);
    }

    private static string Describe(IPublishedContent content)
    {
        IEnumerable<string> cultures = content.Cultures.OrderBy(x => x.Key)
            .Select(x => $"{x.Key}={x.Value.Name}/{x.Value.UrlSegment}/{content.IsDraft(x.Key)}/{content.IsPublished(x.Key)}/{content.GetProperty("title")!.GetValue(x.Key)}");
        return $"{content.TemplateId} {content.GetProperty("number")!.GetValue()} {string.Join(' ', cultures)}";
    }

    private IEnumerable<Guid> Children(Guid parent) =>
        site.Get<IDocumentNavigationQueryService>().TryGetChildrenKeys(parent, out IEnumerable<Guid> children)
            ? children.Where(x => site.Published(x) is not null)
            : [];
}

/// <summary><see cref="PublishingTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqlitePublishingTests(SqlitePublishedSiteFixture site) : PublishingTests(site), IClassFixture<SqlitePublishedSiteFixture>;

/// <summary><see cref="PublishingTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresPublishingTests(PostgresPublishedSiteFixture site) : PublishingTests(site), IClassFixture<PostgresPublishedSiteFixture>;
