using Site.Core.Delivery.Querying;
using Site.Tests.Contract.PublishedContent;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Delivery;

/// <summary>After every act of an editor the index that was brought up to date is the one that would be made anew.</summary>
public abstract class ContentIndexTests(PublishedSiteFixture site)
{
    private IContentService Contents => site.Get<IContentService>();

    [Fact]
    public void An_item_is_found_as_soon_as_it_is_published_and_no_more_when_it_is_not()
    {
        IContent page = site.CreatePage("Trouvée");
        Assert.Empty(CulturesOf(page));

        site.Publish(page);
        Assert.Equal(["en", "fr"], CulturesOf(page));

        Assert.True(Contents.Unpublish(page, "en").Success);
        Assert.Equal(["fr"], CulturesOf(page));

        Assert.True(Contents.Unpublish(page).Success);
        Assert.Empty(CulturesOf(page));
    }

    [Fact]
    public void A_draft_is_found_by_previews_with_its_own_values_and_by_nobody_else()
    {
        IContent page = site.PublishPage("Publiée");
        page.SetCultureName("Ébauche", "fr");
        site.Save(page);
        IContent draft = site.CreatePage("Jamais publiée", page.Id);

        Assert.Equal("publiee", ((AnalysedText)RowsOf(page).Single(x => x.Culture == "fr").ValuesOf(IndexFields.Name)[0]).Folded);
        Assert.Empty(RowsOf(draft));
        IndexRow[] drafts = [.. site.Get<ContentIndexes>().Drafts.Rows.Where(x => x.Culture == "fr" && (x.Key == page.Key || x.Key == draft.Key))];
        Assert.Equal(["ebauche", "jamais publiee"], drafts.Select(x => ((AnalysedText)x.ValuesOf(IndexFields.Name)[0]).Folded));
    }

    [Fact]
    public void What_is_below_follows_its_ancestors()
    {
        IContent parent = site.PublishPage("Aïeule");
        IContent child = site.PublishPage("Fille", parent.Id);
        IContent grandchild = site.PublishPage("Petite-fille", child.Id);
        Assert.Equal(["en", "fr"], CulturesOf(grandchild));

        Assert.True(Contents.Unpublish(parent, "en").Success);
        Assert.Equal(["fr"], CulturesOf(grandchild));

        site.Publish(parent, "en");
        Assert.Equal(["en", "fr"], CulturesOf(grandchild));

        Assert.True(Contents.MoveToRecycleBin(parent).Success);
        Assert.Empty(CulturesOf(grandchild));
        Assert.DoesNotContain(site.Get<ContentIndexes>().Drafts.Rows, x => x.Key == grandchild.Key);
        AssertIsAsMadeAnew();
    }

    [Fact]
    public void A_moved_item_is_found_below_its_new_parent()
    {
        IContent from = site.PublishPage("Départ");
        IContent to = site.PublishPage("Arrivée");
        IContent moved = site.PublishPage("Voyageuse", from.Id);
        IContent child = site.PublishPage("Bagage", moved.Id);
        Assert.Contains(from.Key, RowsOf(child)[0].AncestorKeys);

        Assert.True(Contents.Move(moved, to.Id).Success);

        Assert.Equal([to.Key, moved.Key], RowsOf(child)[0].AncestorKeys);
        AssertIsAsMadeAnew();
    }

    [Fact]
    public void A_protected_item_is_known_as_such()
    {
        IContent page = site.PublishPage("Réservée");
        IContent child = site.PublishPage("Réservée aussi", page.Id);
        Assert.All(RowsOf(child), x => Assert.False(x.IsProtected));

        var entry = new PublicAccessEntry(page, page, page, [new PublicAccessRule { RuleType = Constants.Conventions.PublicAccess.MemberRoleRuleType, RuleValue = "membres" }]);
        Assert.True(site.Get<IPublicAccessService>().Save(entry).Success);
        Assert.All(RowsOf(child), x => Assert.True(x.IsProtected));

        Assert.True(site.Get<IPublicAccessService>().Delete(entry).Success);
        Assert.All(RowsOf(child), x => Assert.False(x.IsProtected));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_random_history_leaves_no_difference(int seed)
    {
        var random = new Random(seed);
        List<IContent> pages = [site.PublishPage($"Racine {seed}")];
        for (int act = 0; act < 40; act++)
        {
            Act(random, pages);
            AssertIsAsMadeAnew();
        }
    }

    private void Act(Random random, List<IContent> pages)
    {
        IContent page = site.Document(pages[random.Next(pages.Count)].Key);
        IContent other = site.Document(pages[random.Next(pages.Count)].Key);
        switch (random.Next(7))
        {
            case 0 or 1 when !page.Trashed:
                pages.Add(site.CreatePage($"Page {pages.Count}", page.Id));
                Contents.Publish(pages[^1], ["*"]);
                break;
            case 2 when !page.Trashed:
                Contents.Unpublish(page, random.Next(2) == 0 ? "en" : "*");
                break;
            case 3 when !page.Trashed:
                Contents.Publish(page, random.Next(2) == 0 ? ["en"] : ["*"]);
                break;
            case 4 when !page.Trashed && !other.Trashed && !other.Path.StartsWith(page.Path, StringComparison.Ordinal):
                Contents.Move(page, other.Id);
                break;
            case 5 when page.ParentId != Constants.System.Root && !page.Trashed:
                Contents.MoveToRecycleBin(page);
                break;
            case 6:
                page.SetCultureName($"Renommée {random.Next(1000)}", "fr");
                Contents.Save(page);
                break;
        }
    }

    private List<IndexRow> RowsOf(IContent page) => [.. site.Get<ContentIndexes>().Published.Rows.Where(x => x.Key == page.Key)];

    private List<string?> CulturesOf(IContent page) => [.. RowsOf(page).Select(x => x.Culture).Order()];

    private void AssertIsAsMadeAnew()
    {
        ContentIndexes indexes = site.Get<ContentIndexes>();
        foreach ((ContentIndex index, bool preview) in (IEnumerable<(ContentIndex, bool)>)[(indexes.Published, false), (indexes.Drafts, true)])
        {
            Assert.Equal(
                site.Get<IndexRowBuilder>().Begin(preview).BuildAll().OrderBy(x => x.Id).ThenBy(x => x.Culture, StringComparer.Ordinal).Select(Describe),
                index.Rows.OrderBy(x => x.Id).ThenBy(x => x.Culture, StringComparer.Ordinal).Select(Describe));
        }
    }

    private static string Describe(IndexRow row) =>
        $"{row.Id} {row.Culture} {row.IsProtected} {string.Join('/', row.AncestorKeys)} "
        + string.Join("; ", row.Fields.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key}={string.Join(',', x.Value)}"));

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqlitePublishedSiteFixture site) : ContentIndexTests(site), IClassFixture<SqlitePublishedSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresPublishedSiteFixture site) : ContentIndexTests(site), IClassFixture<PostgresPublishedSiteFixture>;
}
