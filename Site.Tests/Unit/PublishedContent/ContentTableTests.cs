using Site.Core.PublishedContent.Snapshots;
using static Site.Tests.Unit.PublishedContent.ContentBuilder;

namespace Site.Tests.Unit.PublishedContent;

public class ContentTableTests
{
    [Fact]
    public void A_change_makes_a_new_table_and_leaves_the_old_one_as_it_was()
    {
        var before = ContentTable.From([Node("-1,1", name: "Old"), Node("-1,1,2")], DateTime.UnixEpoch);

        ContentTable after = before.With([Node("-1,1", name: "New"), Node("-1,1,3")], [KeyOf(2)], DateTime.UnixEpoch);

        Assert.Equal("Old", before.Find(1)!.Data.Published!.Name);
        Assert.NotNull(before.Find(KeyOf(2)));
        Assert.Null(before.Find(3));
        Assert.Equal("New", after.Find(1)!.Data.Published!.Name);
        Assert.Null(after.Find(2));
        Assert.Null(after.Find(KeyOf(2)));
        Assert.NotNull(after.Find(3));
    }

    [Fact]
    public void What_did_not_change_is_shared_with_what_was_made_of_it()
    {
        var before = ContentTable.From([Node("-1,1"), Node("-1,1,2")], DateTime.UnixEpoch);

        ContentTable after = before.With([Node("-1,1", name: "New")], [KeyOf(1)], DateTime.UnixEpoch);

        Assert.Same(before.Find(2), after.Find(2));
        Assert.NotSame(before.Find(1), after.Find(1));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    public void A_node_is_visible_when_it_and_all_its_ancestors_are_published(bool root, bool middle, bool visible)
    {
        var table = ContentTable.From([Node("-1,1", published: root), Node("-1,1,2", published: middle), Node("-1,1,2,3")], DateTime.UnixEpoch);

        Assert.Equal(visible, table.IsVisible(table.Find(3)!));
    }

    [Fact]
    public void A_node_in_the_recycle_bin_is_not_visible_though_it_says_that_it_is_published()
    {
        var table = ContentTable.From([Node("-1,-20,1", trashed: true), Node("-1,-20,1,2", trashed: true)], DateTime.UnixEpoch);

        Assert.False(table.IsVisible(table.Find(1)!));
        Assert.False(table.IsVisible(table.Find(2)!));
    }

    [Fact]
    public void A_node_whose_parent_is_missing_is_not_visible()
    {
        var table = ContentTable.From([Node("-1,1,2")], DateTime.UnixEpoch);

        Assert.False(table.IsVisible(table.Find(2)!));
    }

    [Fact]
    public void What_is_below_a_node_is_found_by_whole_ids()
    {
        var table = ContentTable.From([Node("-1,1"), Node("-1,1,2"), Node("-1,1,2,3"), Node("-1,11"), Node("-1,11,12")], DateTime.UnixEpoch);

        Assert.Equal([KeyOf(2), KeyOf(3)], table.KeysBelow(new HashSet<int> { 1 }).Order());
    }
}
