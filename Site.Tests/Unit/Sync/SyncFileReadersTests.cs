using System.Xml.Linq;
using Site.Core.Sync;
using Site.Core.Sync.DataTypes;
using Site.Core.Sync.Domains;
using Site.Core.Sync.Languages;
using Site.Core.Sync.Nodes;
using Site.Core.Sync.Types;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Unit.Sync;

/// <summary>What a reader makes of files written by uSync 9 to 17, and by hand.</summary>
public sealed class SyncFileReadersTests
{
    private static readonly Guid _listView = Guid.Parse("c0808dd3-8133-4e4b-8ce8-e2bea84a96a4");

    [Theory]
    [InlineData("<ListView>3a0156c4-3b8c-4803-bdc1-6871faa83fff</ListView>", "3a0156c4-3b8c-4803-bdc1-6871faa83fff")]
    [InlineData("<ListView>00000000-0000-0000-0000-000000000000</ListView>", null)]
    [InlineData("<IsListView>True</IsListView>", "c0808dd3-8133-4e4b-8ce8-e2bea84a96a4")]
    [InlineData("<IsListView>false</IsListView>", null)]
    [InlineData("", null)]
    public void A_list_view_is_a_data_type_or_the_standard_one_of_older_files(string xml, string? expected)
    {
        TypeFile file = ReadType($"<Info><Name>A</Name>{xml}</Info>");

        Assert.Equal(expected is null ? null : Guid.Parse(expected), file.ListView);
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("true", true)]
    [InlineData("FALSE", false)]
    [InlineData("", false)]
    public void Booleans_are_read_in_any_case_and_an_empty_one_is_the_default(string text, bool expected) =>
        Assert.Equal(expected, ReadType($"<Info><Name>A</Name><AllowAtRoot>{text}</AllowAtRoot></Info>").AllowAtRoot);

    [Fact]
    public void A_wrong_boolean_is_named_with_its_element()
    {
        SyncItemException exception = Assert.Throws<SyncItemException>(() => ReadType("<Info><Name>A</Name><AllowAtRoot>maybe</AllowAtRoot></Info>"));

        Assert.Equal("Info/AllowAtRoot: 'maybe' is not true or false.", exception.Message);
    }

    [Fact]
    public void Children_without_a_sort_order_keep_the_order_in_which_they_stand()
    {
        TypeFile file = ReadType("<Info><Name>A</Name></Info><Structure><ContentType Key='00000000-0000-0000-0000-000000000001'>b</ContentType><ContentType>a</ContentType></Structure>");

        Assert.Equal(["b", "a"], file.Structure.Select(child => child.Alias));
    }

    [Fact]
    public void Children_are_sorted_by_their_sort_order()
    {
        TypeFile file = ReadType("<Info><Name>A</Name></Info><Structure><ContentType SortOrder='1'>b</ContentType><ContentType SortOrder='0'>a</ContentType></Structure>");

        Assert.Equal(["a", "b"], file.Structure.Select(child => child.Alias));
    }

    [Fact]
    public void Tabs_come_before_the_groups_inside_them_and_a_hand_made_property_has_defaults()
    {
        TypeFile file = ReadType("""
            <Info><Name>A</Name></Info>
            <GenericProperties><GenericProperty><Name>Title</Name><Alias>title</Alias><Definition>0cc0eba1-9960-42c9-bf9b-60e150b429ae</Definition></GenericProperty></GenericProperties>
            <Tabs>
              <Tab><Caption>Facts</Caption><Alias>content/facts</Alias><Type>Group</Type><SortOrder>0</SortOrder></Tab>
              <Tab><Caption>Content</Caption><Alias>content</Alias><Type>Tab</Type><SortOrder>1</SortOrder></Tab>
            </Tabs>
            """);

        Assert.Equal(["content", "content/facts"], file.Tabs.Select(tab => tab.Alias));
        TypePropertyFile property = Assert.Single(file.Properties);
        Assert.Equal((ContentVariation.Nothing, false, false, string.Empty), (property.Variations, property.IsLabelOnTop, property.IsMandatory, property.TabAlias));
        Assert.Null(file.HistoryCleanup);
    }

    [Fact]
    public void A_data_type_of_older_files_gets_camel_case_keys_and_its_backoffice_editor()
    {
        var file = DataTypeFile.Read(XElement.Parse("""
            <DataType Key="d7000001-2222-4b22-8b22-000000000001" Alias="Toggle"><Info><Name>Toggle</Name><EditorAlias>Umbraco.TrueFalse</EditorAlias><DatabaseType>Integer</DatabaseType></Info>
            <Config><![CDATA[{ "Default": true, "LabelOn": "Oui" }]]></Config></DataType>
            """));

        Assert.Equal("Umb.PropertyEditorUi.Toggle", file.EditorUiAlias);
        Assert.Equal(["default", "labelOn"], file.Config.Select(pair => pair.Key));
    }

    [Theory]
    [InlineData("[]", "Config: is not a JSON object.")]
    [InlineData("{", "Config: is not valid JSON")]
    [InlineData("""{"a":1,"A":2}""", "Config: is not valid JSON")]
    public void A_wrong_configuration_is_named(string config, string expected)
    {
        var root = XElement.Parse($"<DataType><Info><Name>A</Name><EditorAlias>Umbraco.TextBox</EditorAlias></Info><Config>{config}</Config></DataType>");

        Assert.StartsWith(expected, Assert.Throws<SyncItemException>(() => DataTypeFile.Read(root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_read_as_the_worked_example_of_the_format_says()
    {
        var file = NodeFile.Read(XElement.Parse("""
            <Content Key="c0000001-8888-4b88-8b88-000000000001" Alias="Harbour Association" Level="2">
              <Info>
                <Parent Key="c0000000-8888-4b88-8b88-000000000000">Home</Parent><Path>/Home/Clubs/HarbourAssociation</Path><Trashed>false</Trashed>
                <ContentType>organisation</ContentType><CreateDate>2026-03-02T09:05:00</CreateDate>
                <NodeName Default="Harbour Association"><Name Culture="en-US">Harbour Association</Name><Name Culture="nb-NO">Havneforeningen</Name></NodeName>
                <SortOrder>3</SortOrder>
                <Published Default="true"><Published Culture="en-US">false</Published><Published Culture="nb-NO">true</Published></Published>
                <Schedule><ContentSchedule><Culture>en-US</Culture><Action>Release</Action><Date>2027-01-01T08:00:00</Date></ContentSchedule></Schedule>
                <Template />
              </Info>
              <Properties>
                <intro><Value Culture="en-US"><![CDATA[]]></Value><Value Culture="nb-NO"><![CDATA[a ]]]]><![CDATA[> b]]></Value></intro>
                <orgNumber><Value><![CDATA[987654321]]></Value></orgNumber>
              </Properties>
            </Content>
            """));

        Assert.Equal(["Home", "Clubs"], file.ParentPath);
        Assert.Equal(new DateTime(2026, 3, 2, 9, 5, 0, DateTimeKind.Utc), file.CreateDate);
        Assert.Equal([("en-US", "Harbour Association"), ("nb-NO", "Havneforeningen")], file.CultureNames);
        Assert.Equal([("en-US", false), ("nb-NO", true)], file.CulturesPublished);
        Assert.Equal(new NodeScheduleFile("en-US", ContentScheduleAction.Release, new DateTime(2027, 1, 1, 8, 0, 0, DateTimeKind.Utc)), Assert.Single(file.Schedule));
        Assert.True(file.Template?.IsEmpty);
        Assert.Equal(
            [new NodeValueFile("intro", "en-US", null, string.Empty, false), new("intro", "nb-NO", null, "a ]]> b", false), new("orgNumber", null, null, "987654321", true)],
            file.Values);
    }

    [Fact]
    public void A_name_longer_than_its_column_is_refused()
    {
        var root = XElement.Parse($"<Content Alias='a'><Info><ContentType>a</ContentType><NodeName Default='{new string('a', 300)}' /></Info></Content>");

        Assert.Equal("Info/NodeName: has 300 characters, at most 255 are stored.", Assert.Throws<SyncItemException>(() => NodeFile.Read(root)).Message);
    }

    [Fact]
    public void A_language_without_an_iso_code_uses_its_alias()
    {
        var file = LanguageFile.Read(XElement.Parse("<Language Alias='bm'><Name>Bambara</Name><Fallback>fr</Fallback></Language>"));

        Assert.Equal(new LanguageFile("Bambara", "bm", false, false, "fr"), file);
    }

    [Fact]
    public void A_wildcard_domain_is_known_by_its_star()
    {
        var file = DomainFile.Read(XElement.Parse("<Domain Alias='*1061'><Info><Language>fr</Language><Root Key='c0000000-8888-4b88-8b88-000000000000'>/Home</Root></Info></Domain>"));

        Assert.True(file.IsWildcard);
        Assert.Null(file.SortOrder);
    }

    private static TypeFile ReadType(string xml) => TypeFile.Read(XElement.Parse($"<ContentType Alias='a'>{xml}</ContentType>"), _listView);
}
