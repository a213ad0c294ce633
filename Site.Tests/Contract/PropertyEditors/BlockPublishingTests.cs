using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Contract.PropertyEditors;

/// <summary>Publishing one language of a page whose blocks vary, through Core's own services.</summary>
public abstract class BlockPublishingTests(BlockSite site)
{
    private static readonly Guid _one = Guid.NewGuid();
    private static readonly Guid _two = Guid.NewGuid();

    public static TheoryData<string> Properties => [.. BlockSite.Properties];

    [Theory]
    [MemberData(nameof(Properties))]
    public void Publishing_all_languages_takes_everything(string property)
    {
        IContent page = site.SavedPage((property, site.Value(property, new Block(_one, "Paix", "Peace", 1))));

        site.Publish(page, "*");

        Assert.Equal(["Paix/1", "Peace/1"], Seen(page, property));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Publishing_a_language_leaves_unfinished_work_in_the_other(string property)
    {
        IContent page = site.SavedPage((property, site.Value(property, new Block(_one, "Paix", "Peace", 1))));
        site.Publish(page, "fr", "en");

        page = site.Save(site.Contents.GetById(page.Key)!, (property, site.Value(property, new Block(_one, "Paix !", "Peace!", 2))));
        site.Publish(page, "en");

        Assert.Equal(["Paix", "Peace!"], Seen(page, property).Select(block => block[..block.IndexOf('/', StringComparison.Ordinal)]));
        Assert.Equal("Paix !/2", site.Seen(page, property, "fr", preview: true));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void What_does_not_vary_is_published_with_the_default_language(string property)
    {
        IContent page = site.SavedPage((property, site.Value(property, new Block(_one, "Paix", "Peace", 1))));
        site.Publish(page, "fr", "en");

        page = site.Save(site.Contents.GetById(page.Key)!, (property, site.Value(property, new Block(_one, "Paix !", "Peace!", 2))));
        site.Publish(page, "fr");

        Assert.Equal(["Paix !/2", "Peace/2"], Seen(page, property));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_language_that_was_not_published_shows_no_blocks(string property)
    {
        IContent page = site.SavedPage((property, site.Value(property, new Block(_one, "Paix", "Peace", 1))));

        site.Publish(page, "fr");

        Assert.Equal(["Paix/1", ""], Seen(page, property));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("grid")]
    [InlineData("text")]
    public void A_removed_block_goes_when_the_default_language_is_published(string property)
    {
        IContent page = site.SavedPage((property, site.Value(property, new Block(_one, "Un", "One", 1), new Block(_two, "Deux", "Two", 2))));
        site.Publish(page, "fr", "en");

        page = site.Save(site.Contents.GetById(page.Key)!, (property, site.Value(property, new Block(_two, "Deux", "Two", 2))));
        site.Publish(page, "fr");

        Assert.Equal(["Deux/2", "Two/2"], Seen(page, property));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("grid")]
    public void A_block_that_is_shown_in_one_language_only_stays_hidden_in_the_other(string property)
    {
        IContent page = site.SavedPage((property, site.Value(property, new Block(_one, "Un", "One", 1), new Block(_two, null, "Two", 2))));

        site.Publish(page, "fr", "en");

        Assert.Equal(["Un/1", "One/1 Two/2"], Seen(page, property));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Blocks_inside_blocks_follow_their_language(string property)
    {
        Block Outer(string french, string english) => new(_one, "Un", "One", 1)
        {
            Inner = site.Node("list", new Block(_two, french, english, 2)),
        };

        IContent page = site.SavedPage((property, site.Value(property, Outer("Deux", "Two"))));
        site.Publish(page, "fr", "en");
        page = site.Save(site.Contents.GetById(page.Key)!, (property, site.Value(property, Outer("Deux !", "Two!"))));
        site.Publish(page, "fr");

        Assert.Equal(["Un/1[Deux !/2]", "One/1[Two/2]"], Seen(page, property));
    }

    [Fact]
    public void Blocks_in_the_areas_of_a_grid_follow_their_language()
    {
        Block Outer(params Block[] inArea) => new(_one, "Un", "One", 1) { InArea = inArea };

        IContent page = site.SavedPage(("grid", site.Value("grid", Outer(new Block(_two, "Deux", "Two", 2)))));
        site.Publish(page, "fr", "en");
        Assert.Equal(["Un/1(Deux/2)", "One/1(Two/2)"], Seen(page, "grid"));

        var third = new Block(Guid.NewGuid(), "Trois", "Three", 3);
        page = site.Save(site.Contents.GetById(page.Key)!, ("grid", site.Value("grid", Outer(third, new Block(_two, "Deux !", "Two!", 2)))));
        site.Publish(page, "fr");

        Assert.Equal(["Un/1(Trois/3 Deux !/2)", "One/1(Two/2)"], Seen(page, "grid"));
    }

    [Fact]
    public void Unpublishing_a_language_hides_its_blocks_and_no_others()
    {
        IContent page = site.SavedPage(("list", site.Value("list", new Block(_one, "Paix", "Peace", 1))));
        site.Publish(page, "fr", "en");

        Assert.True(site.Contents.Unpublish(site.Contents.GetById(page.Key)!, "en").Success);

        Assert.Equal("Paix/1", site.Seen(page, "list", "fr"));
    }

    [Fact]
    public void What_was_published_is_there_after_a_change_of_another_property()
    {
        IContent page = site.SavedPage([.. BlockSite.Properties.Select(property => (property, site.Value(property, new Block(_one, "Paix", "Peace", 1))))]);
        site.Publish(page, "fr", "en");

        page = site.Save(site.Contents.GetById(page.Key)!, ("list", site.Value("list", new Block(_one, "Autre", "Other", 1))));
        site.Publish(page, "en");

        Assert.All(["grid", "single", "text"], property => Assert.Equal(["Paix/1", "Peace/1"], Seen(page, property)));
        Assert.Equal("Other/1", site.Seen(page, "list", "en"));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_language_whose_blocks_wait_to_be_published_is_edited_and_no_other(string property)
    {
        IContent page = site.SavedPage((property, site.Value(property, new Block(_one, "Paix", "Peace", 1))));
        site.Publish(page, "fr", "en");
        Assert.Equal("", EditedCultures(page));

        site.Save(site.Contents.GetById(page.Key)!, (property, site.Value(property, new Block(_one, "Paix", "Peace!", 1))));
        Assert.Equal("en", EditedCultures(page));

        site.Save(site.Contents.GetById(page.Key)!, (property, site.Value(property, new Block(_one, "Paix !", "Peace!", 1))));
        Assert.Equal("en fr", EditedCultures(page));

        site.Publish(site.Contents.GetById(page.Key)!, "fr");
        Assert.Equal("en", EditedCultures(page));

        site.Publish(site.Contents.GetById(page.Key)!, "en");
        Assert.Equal("", EditedCultures(page));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void What_does_not_vary_in_blocks_is_edited_in_the_default_language(string property)
    {
        IContent page = site.SavedPage((property, site.Value(property, new Block(_one, "Paix", "Peace", 1))));
        site.Publish(page, "fr", "en");

        site.Save(site.Contents.GetById(page.Key)!, (property, site.Value(property, new Block(_one, "Paix", "Peace", 2))));
        Assert.Equal("fr", EditedCultures(page));

        site.Publish(site.Contents.GetById(page.Key)!, "en");
        Assert.Equal("fr", EditedCultures(page));

        site.Publish(site.Contents.GetById(page.Key)!, "fr");
        Assert.Equal("", EditedCultures(page));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Inner_blocks_that_wait_are_edited_in_their_language(string property)
    {
        Block Outer(string french, string english) => new(_one, "Un", "One", 1) { Inner = site.Node("list", new Block(_two, french, english, 2)) };

        IContent page = site.SavedPage((property, site.Value(property, Outer("Deux", "Two"))));
        site.Publish(page, "fr", "en");

        site.Save(site.Contents.GetById(page.Key)!, (property, site.Value(property, Outer("Deux", "Two!"))));
        Assert.Equal("en", EditedCultures(page));

        site.Publish(site.Contents.GetById(page.Key)!, "en");
        Assert.Equal("", EditedCultures(page));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("grid")]
    [InlineData("text")]
    public void An_added_or_removed_block_is_edited_until_every_language_that_shows_it_is_published(string property)
    {
        IContent page = site.SavedPage((property, site.Value(property, new Block(_one, "Un", "One", 1))));
        site.Publish(page, "fr", "en");

        site.Save(site.Contents.GetById(page.Key)!, (property, site.Value(property, new Block(_one, "Un", "One", 1), new Block(_two, "Deux", "Two", 2))));
        Assert.Equal("en fr", EditedCultures(page));
        site.Publish(site.Contents.GetById(page.Key)!, "fr");
        Assert.Equal("en", EditedCultures(page));
        site.Publish(site.Contents.GetById(page.Key)!, "en");
        Assert.Equal("", EditedCultures(page));

        site.Save(site.Contents.GetById(page.Key)!, (property, site.Value(property, new Block(_two, "Deux", "Two", 2))));
        Assert.Equal("en fr", EditedCultures(page));
        site.Publish(site.Contents.GetById(page.Key)!, "fr", "en");
        Assert.Equal("", EditedCultures(page));
    }

    private string EditedCultures(IContent page)
    {
        IContent document = site.Contents.GetById(page.Key)!;
        string edited = string.Join(' ', document.EditedCultures!.Order(StringComparer.Ordinal));
        Assert.Equal(edited.Length > 0, document.Edited);
        return edited;
    }

    private string[] Seen(IContent page, string property) => [site.Seen(page, property, "fr"), site.Seen(page, property, "en")];
}

/// <summary><see cref="BlockPublishingTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteBlockPublishingTests(SqliteBlockSite site) : BlockPublishingTests(site), IClassFixture<SqliteBlockSite>;

/// <summary><see cref="BlockPublishingTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresBlockPublishingTests(PostgresBlockSite site) : BlockPublishingTests(site), IClassFixture<PostgresBlockSite>;
