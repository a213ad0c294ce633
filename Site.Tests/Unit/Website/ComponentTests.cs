using Site.Core.Organisations;
using Site.Web.Website.Feeds;
using Site.Web.Website.Rendering;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Tests.Unit.Website;

/// <summary>What views reckon.</summary>
public sealed class ComponentTests
{
    [Theory]
    [InlineData(0, 1, 1, 1, 0)]
    [InlineData(20, 1, 1, 1, 20)]
    [InlineData(21, 1, 2, 1, 20)]
    [InlineData(21, 2, 2, 2, 1)]
    [InlineData(45, 3, 3, 3, 5)]
    [InlineData(45, 99, 3, 3, 5)]
    public void A_list_shows_twenty_documents_a_page_and_never_an_empty_page(int total, int asked, int pages, int shown, int onPage)
    {
        DocumentList list = DocumentList.From(new IPublishedContent[total], asked);

        Assert.Equal((total, pages, shown, onPage), (list.Total, list.Pages, list.Page, list.Documents.Count));
    }

    [Fact]
    public void Bars_are_as_long_as_their_share_of_the_longest()
    {
        BarChartRow[] rows = [Row(24), Row(10), Row(0), Row(-3)];
        BarChart chart = new("", "", "", rows, Total: true);

        Assert.Equal([100m, 41.67m, 0m, 0m], rows.Select(chart.Length));
    }

    [Fact]
    public void A_chart_of_nothing_but_zeros_has_no_bars() =>
        Assert.Equal(0m, new BarChart("", "", "", [Row(0)], Total: false).Length(Row(0)));

    [Theory]
    [InlineData("a\u0000b\u0008c", "abc")]
    [InlineData("\uD83D\uDE00 ok", "\uD83D\uDE00 ok")]
    [InlineData("é\n\t", "é\n\t")]
    public void A_feed_holds_only_what_XML_can_hold(string text, string clean) => Assert.Equal(clean, XmlText.Clean(text));

    // Not as a theory: a lone surrogate does not survive in an attribute.
    [Fact]
    public void Half_a_character_is_left_out() => Assert.Equal(" seul ", XmlText.Clean("\uD83D seul \uDE00"));

    private static BarChartRow Row(decimal value) => new(new Passage("Lieu", null), value, "");
}
