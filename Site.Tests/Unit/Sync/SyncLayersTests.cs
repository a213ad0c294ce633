using System.Xml.Linq;
using Site.Core.Sync.Files;

namespace Site.Tests.Unit.Sync;

/// <summary>A later folder says only what it changes.</summary>
public sealed class SyncLayersTests
{
    [Fact]
    public void Texts_and_attributes_of_the_later_file_win_and_the_rest_stays() => AssertMerged(
        """<Language Key="1" Alias="fr"><Name>Français</Name><IsDefault>true</IsDefault></Language>""",
        """<Language Alias="FR"><Name>French</Name></Language>""",
        """<Language Key="1" Alias="FR"><Name>French</Name><IsDefault>true</IsDefault></Language>""");

    [Fact]
    public void Rows_are_told_apart_by_key_culture_language_and_alias() => AssertMerged(
        """<Content><Properties><title><Value Culture="fr">Un</Value><Value Culture="en">One</Value></title></Properties><Tabs><Tab><Alias>a</Alias><Caption>A</Caption></Tab></Tabs></Content>""",
        """<Content><Properties><title><Value Culture="fr">Deux</Value></title><count><Value>2</Value></count></Properties><Tabs><Tab><Alias>b</Alias></Tab></Tabs></Content>""",
        """<Content><Properties><title><Value Culture="fr">Deux</Value><Value Culture="en">One</Value></title><count><Value>2</Value></count></Properties><Tabs><Tab><Alias>a</Alias><Caption>A</Caption></Tab><Tab><Alias>b</Alias></Tab></Tabs></Content>""");

    [Fact]
    public void A_parent_is_replaced_not_doubled() => AssertMerged(
        """<Content><Info><Parent Key="1">A</Parent></Info></Content>""",
        """<Content><Info><Parent Key="2">B</Parent></Info></Content>""",
        """<Content><Info><Parent Key="2">B</Parent></Info></Content>""");

    [Theory]
    [InlineData("<Schedule />")]
    [InlineData("<Schedule><ContentSchedule><Date>3</Date></ContentSchedule></Schedule>")]
    public void A_list_whose_rows_have_no_name_is_replaced_as_a_whole(string schedule) => AssertMerged(
        "<Content><Schedule><ContentSchedule><Date>1</Date></ContentSchedule><ContentSchedule><Date>2</Date></ContentSchedule></Schedule></Content>",
        $"<Content>{schedule}</Content>",
        $"<Content>{schedule}</Content>");

    [Fact]
    public void A_marker_takes_the_place_of_the_file() => AssertMerged("<Content><Info /></Content>", """<Empty Key="1" Change="Delete" />""", """<Empty Key="1" Change="Delete" />""");

    [Fact]
    public void A_folder_reads_the_layers_of_a_file_together()
    {
        using var root = new TestFolder();
        using var site = new TestFolder();
        root.Write("Languages/fr.config", """<Language Alias="fr"><Name>Français</Name><IsoCode>fr</IsoCode></Language>""");
        site.Write("Languages/fr.config", """<Language Alias="fr"><Name>French</Name></Language>""");

        XElement language = Assert.Single(site.Read(root.Root, site.Root).Files).Load();

        Assert.Equal(("French", "fr"), (language.Element("Name")!.Value, language.Element("IsoCode")!.Value));
    }

    private static void AssertMerged(string earlier, string later, string expected) =>
        Assert.Equal(XElement.Parse(expected).ToString(), SyncLayers.Merge(XElement.Parse(earlier), XElement.Parse(later)).ToString());
}
