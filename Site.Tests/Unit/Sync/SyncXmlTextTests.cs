using System.Text;
using System.Xml.Linq;
using Site.Core.Sync;
using Site.Core.Sync.Files;

namespace Site.Tests.Unit.Sync;

/// <summary>Files are printed as uSync prints them, to the byte.</summary>
public sealed class SyncXmlTextTests
{
    [Fact]
    public void A_file_has_a_byte_order_mark_a_declaration_two_spaces_and_line_feeds()
    {
        byte[] bytes = SyncXmlText.Print(new XElement("Language", new XElement("Name", "Français"), new XElement("Info"), new XElement("Parent", string.Empty)));

        Assert.Equal(
            "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Language>\n  <Name>Français</Name>\n  <Info />\n  <Parent></Parent>\n</Language>",
            Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [InlineData("[[ 1 ]]>", "[[ 1 ]]>")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("<p>&amp;</p>", "<p>&amp;</p>")]
    public void A_value_is_read_as_it_was_written_but_for_line_ends(string text, string expected)
    {
        byte[] bytes = SyncXmlText.Print(new XElement("Value", new XCData(text)));

        Assert.Equal(expected, XElement.Load(new MemoryStream(bytes)).Value);
    }

    [Fact]
    public void A_character_that_xml_cannot_hold_is_refused_with_a_reason()
    {
        SyncItemException refused = Assert.Throws<SyncItemException>(() => SyncXmlText.Print(new XElement("Value", new XCData("a\u0001"))));

        Assert.StartsWith("file: a text cannot be written as XML", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kn-IN", "b9188bf7-0000-0000-0000-000000000000")]
    [InlineData("http://localhost:1477/kn/", "6b614e19-0000-0000-0000-000000000000")]
    public void Keys_of_languages_and_domains_are_those_of_real_folders(string name, string key) =>
        Assert.Equal(Guid.Parse(key), SyncKeys.Derive(name));
}
