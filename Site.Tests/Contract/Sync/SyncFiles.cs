using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Site.Tests.Unit.Sync;

namespace Site.Tests.Contract.Sync;

/// <summary>
/// Writes a small site into a folder: two languages, a data type of each kind, a composition, a page type, and pages. Aliases
/// and keys are the test's own, so that tests share a database without meeting.
/// </summary>
internal sealed class SyncFiles
{
    private readonly TestFolder _folder;

    public SyncFiles(TestFolder folder)
    {
        _folder = folder.Clear();
        folder.Write("Languages/fr.config", Language("fr", "Français", isDefault: true, fallback: null));
        folder.Write("Languages/en.config", Language("en", "English", isDefault: false, fallback: "fr"));
    }

    /// <summary>What makes the test's names its own.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N")[..8];

    public string PageAlias => $"page{Id}";

    /// <summary>The same key for the same name, within the test.</summary>
    /// <summary>The key of an item of this test: a well-formed version 8 UUID (RFC 9562), since Umbraco refuses keys that pretend to be of another kind.</summary>
    public Guid Key(string name)
    {
        byte[] bytes = SHA256.HashData(Encoding.UTF8.GetBytes(Id + name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public static string Language(string isoCode, string name, bool isDefault, string? fallback)
    {
        string fallbackElement = fallback is null ? string.Empty : $"<Fallback>{fallback}</Fallback>";
        return $"""
            <Language Alias="{isoCode}" Level="0"><Name>{name}</Name><IsoCode>{isoCode}</IsoCode>
            <IsMandatory>{(isDefault ? "true" : "false")}</IsMandatory><IsDefault>{(isDefault ? "true" : "false")}</IsDefault>{fallbackElement}</Language>
            """;
    }

    /// <summary>Adds the data types, the template, the composition and the page type.</summary>
    public SyncFiles AddSchema()
    {
        _folder.Write($"DataTypes/{Id}text.config", DataType("text", "Umbraco.TextBox", "Umb.PropertyEditorUi.TextBox", """{ "maxChars": 100 }"""));
        _folder.Write($"DataTypes/{Id}long.config", DataType("long", "Umbraco.TextArea", "Umb.PropertyEditorUi.TextArea", "{}"));
        _folder.Write($"DataTypes/{Id}number.config", DataType("number", "Umbraco.Integer", "Umb.PropertyEditorUi.Integer", "{}"));
        _folder.Write($"Templates/{Id}.config", $"""<Template Key="{Key("template")}" Alias="{PageAlias}" Level="1"><Name>Page {Id}</Name><Parent></Parent></Template>""");
        _folder.Write($"ContentTypes/{Id}seo.config", Type("seo", "Nothing", isElement: true, string.Empty, Property("summary", "long", "Culture"), varies: "Culture"));
        return WritePageType();
    }

    /// <summary>Writes the page type, with more properties or children than usual.</summary>
    public SyncFiles WritePageType(string moreProperties = "", string info = "")
    {
        string properties = Property("title", "text", "Culture") + Property("count", "number", "Nothing") + moreProperties;
        string compositions = $"""<Compositions><Composition Key="{Key("seo")}">seo{Id}</Composition></Compositions>""";
        string templates = $"""<DefaultTemplate>{PageAlias}</DefaultTemplate><AllowedTemplates><Template Key="{Key("template")}">{PageAlias}</Template></AllowedTemplates>""";
        string structure = $"""<Structure><ContentType Key="{Key("page")}" SortOrder="0">{PageAlias}</ContentType></Structure>""";
        _folder.Write($"ContentTypes/{Id}page.config", Type("page", structure, isElement: false, info + compositions + templates, properties, varies: "Culture"));
        return this;
    }

    public string Property(string alias, string dataType, string variations, string? definition = null) => $"""
        <GenericProperty><Key>{Key("property " + alias)}</Key><Name>{alias}</Name><Alias>{alias}</Alias><Definition>{definition ?? Key(dataType).ToString()}</Definition>
        <Type></Type><Mandatory>false</Mandatory><Validation></Validation><Description><![CDATA[About {alias}]]></Description><SortOrder>0</SortOrder>
        <Tab Alias="content/facts">Facts</Tab><Variations>{variations}</Variations><MandatoryMessage></MandatoryMessage><ValidationRegExpMessage></ValidationRegExpMessage></GenericProperty>
        """;

    public string DataType(string name, string editor, string ui, string config) => $"""
        <DataType Key="{Key(name)}" Alias="{name} {Id}" Level="2"><Info><Name>{name} {Id}</Name><EditorAlias>{editor}</EditorAlias><EditorUIAlias>{ui}</EditorUIAlias>
        <Folder>Tests+{Id}/D%c3%a9tail</Folder></Info><Config><![CDATA[{config}]]></Config></DataType>
        """;

    /// <summary>A page with a French and an English name.</summary>
    public string Page(string name, string? parent = null, int sortOrder = 0, string published = "", string properties = "", string info = "", string? contentType = null)
    {
        string parentElement = parent is null
            ? $"""<Parent Key="{Guid.Empty}"></Parent><Path>/{name}</Path>"""
            : $"""<Parent Key="{Key(parent)}">{parent}</Parent><Path>/{parent}/{name}</Path>""";
        return $"""
            <Content Key="{Key(name)}" Alias="{name} {Id}" Level="{(parent is null ? 1 : 2)}"><Info>{parentElement}<Trashed>false</Trashed><ContentType>{contentType ?? PageAlias}</ContentType>
            <CreateDate>2026-01-15T09:00:00</CreateDate><NodeName Default="{name} {Id}"><Name Culture="fr">{name} {Id}</Name><Name Culture="en">{name} {Id} EN</Name></NodeName>
            <SortOrder>{sortOrder.ToString(CultureInfo.InvariantCulture)}</SortOrder><Published Default="true">{published}</Published>{info}
            <Template Key="{Key("template")}">{PageAlias}</Template></Info><Properties>{properties}</Properties></Content>
            """;
    }

    public SyncFiles AddPage(string name, string? parent = null, int sortOrder = 0, string published = BothPublished, string properties = "", string info = "")
    {
        _folder.Write($"Content/{name}.config", Page(name, parent, sortOrder, published, properties, info));
        return this;
    }

    public const string BothPublished = """<Published Culture="fr">true</Published><Published Culture="en">true</Published>""";

    public const string FrenchPublished = """<Published Culture="fr">true</Published><Published Culture="en">false</Published>""";

    public const string NonePublished = """<Published Culture="fr">false</Published>""";

    public static string Value(string alias, string text, string? culture = null) =>
        culture is null
            ? $"<{alias}><Value><![CDATA[{text}]]></Value></{alias}>"
            : $"""<{alias}><Value Culture="{culture}"><![CDATA[{text}]]></Value></{alias}>""";

    private string Type(string name, string structure, bool isElement, string info, string properties, string varies) => $"""
        <ContentType Key="{Key(name)}" Alias="{name}{Id}" Level="1"><Info><Name>{name} {Id}</Name><Icon>icon-document</Icon><Thumbnail>folder.png</Thumbnail><Description>About {name}</Description>
        <AllowAtRoot>True</AllowAtRoot><ListView>{Guid.Empty}</ListView><Variations>{varies}</Variations><IsElement>{(isElement ? "true" : "false")}</IsElement><Folder>Tests+{Id}</Folder>{info}</Info>
        {(structure.StartsWith('<') ? structure : "<Structure />")}<GenericProperties>{properties}</GenericProperties>
        <Tabs><Tab><Key>{Key("tab" + name)}</Key><Caption>Contenu</Caption><Alias>content</Alias><Type>Tab</Type><SortOrder>0</SortOrder></Tab>
        <Tab><Key>{Key("group" + name)}</Key><Caption>Facts</Caption><Alias>content/facts</Alias><Type>Group</Type><SortOrder>1</SortOrder></Tab></Tabs></ContentType>
        """;
}
