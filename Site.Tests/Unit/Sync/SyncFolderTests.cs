using Site.Core.Sync;
using Site.Core.Sync.Files;

namespace Site.Tests.Unit.Sync;

/// <summary>What is read of a folder, and what each bad file is told.</summary>
public sealed class SyncFolderTests : IDisposable
{
    private const string Language = """<Language Key="954605af-0000-0000-0000-000000000000" Alias="fr" Level="0"><Name>Français</Name><IsoCode>fr</IsoCode></Language>""";

    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_is_read_with_and_without_a_byte_order_mark(bool byteOrderMark)
    {
        SyncFolder folder = _folder.Write("Languages/fr.config", Language, byteOrderMark).Read();

        SyncFile file = Assert.Single(folder.Files);
        Assert.Equal((SyncKind.Language, "fr"), (file.Kind, file.Alias));
        Assert.Empty(folder.Problems);
    }

    [Fact]
    public void Files_are_found_in_sub_folders_and_their_names_carry_no_meaning()
    {
        SyncFolder folder = _folder.Write("languages/a/b/anything.config", Language).Read();

        Assert.Equal("languages/a/b/anything.config", Assert.Single(folder.Files).Path);
    }

    [Fact]
    public void Broken_xml_gets_a_line_with_its_place_and_the_rest_is_read()
    {
        SyncFolder folder = _folder.Write("Languages/en.config", "<Language>\n<Name>English</Nam>").Write("Languages/fr.config", Language).Read();

        SyncItemResult problem = Assert.Single(folder.Problems);
        Assert.Equal(("Languages/en.config", SyncChange.Fail), (problem.File, problem.Change));
        Assert.StartsWith("line 2: not well-formed XML", problem.Message, StringComparison.Ordinal);
        Assert.Single(folder.Files);
    }

    [Fact]
    public void A_file_with_a_document_type_is_refused_before_its_entities_are_expanded()
    {
        SyncFolder folder = _folder.Write("Languages/fr.config", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Language Alias='fr'>&b;</Language>").Read();

        Assert.Contains("DTD", Assert.Single(folder.Problems).Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("""<!DOCTYPE Content [<!ENTITY x SYSTEM "file:///etc/hostname">]><Content Key="c0000001-8888-4b88-8b88-000000000001">&x;</Content>""")]
    [InlineData("""<!DOCTYPE Content SYSTEM "http://127.0.0.1:9/evil.dtd"><Content Key="c0000001-8888-4b88-8b88-000000000001" />""")]
    [InlineData("""<!DOCTYPE Content [<!ENTITY % x SYSTEM "http://127.0.0.1:9/evil.dtd">%x;]><Content Key="c0000001-8888-4b88-8b88-000000000001" />""")]
    public void A_file_that_wants_another_file_is_refused_unasked(string text)
    {
        SyncItemResult problem = Assert.Single(_folder.Write("Content/evil.config", text).Read().Problems);

        Assert.Contains("DTD is prohibited", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_many_elements_in_each_other_is_refused()
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        _folder.Write("Content/deep.config", $"""<Content Key="c0000001-8888-4b88-8b88-000000000001" Alias="A"><Info />{Nested(100_000)}</Content>""");
        _folder.Write("Content/fine.config", $"""<Content Key="c0000002-8888-4b88-8b88-000000000002" Alias="B"><Info />{Nested(63)}<b /></Content>""");

        SyncFolder folder = _folder.Read();

        Assert.Equal(("Content/deep.config", "file: has more than 64 elements in each other; it is no uSync file."), (folder.Problems.Single().File, folder.Problems.Single().Message));
        Assert.Equal("Content/fine.config", Assert.Single(folder.Files).Path);
    }

    [Fact]
    public void Two_webhooks_may_share_a_name()
    {
        _folder.Write("Webhooks/a.config", """<Webhook Key="c0000001-8888-4b88-8b88-000000000001" Alias="Mirror" />""");
        _folder.Write("Webhooks/b.config", """<Webhook Key="c0000002-8888-4b88-8b88-000000000002" Alias="Mirror" />""");

        Assert.Empty(_folder.Read().Problems);
    }

    [Fact]
    public void A_file_of_fifty_megabytes_is_refused_unread()
    {
        using (FileStream file = File.Create(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Root, "Content")).FullName, "big.config")))
        {
            file.SetLength(50 * 1024 * 1024);
        }

        SyncItemResult problem = Assert.Single(_folder.Read().Problems);

        Assert.Equal("file: 50 MB is larger than the limit of 16 MB; shorten its texts.", problem.Message);
    }

    [Fact]
    public void A_root_element_of_another_kind_gets_a_line()
    {
        SyncItemResult problem = Assert.Single(_folder.Write("DataTypes/fr.config", Language).Read().Problems);

        Assert.Equal("Language: is not a root element for DataTypes/; write DataType or Empty.", problem.Message);
    }

    [Fact]
    public void A_missing_key_gets_a_line()
    {
        SyncItemResult problem = Assert.Single(_folder.Write("Content/a.config", "<Content Alias='a' />").Read().Problems);

        Assert.Equal("@Key: is missing or not a guid.", problem.Message);
    }

    [Fact]
    public void Of_two_files_with_one_key_the_first_is_used_and_the_second_gets_a_line()
    {
        const string Content = """<Content Key="c0000001-8888-4b88-8b88-000000000001" Alias="A" />""";
        SyncFolder folder = _folder.Write("Content/a.config", Content).Write("Content/b.config", Content).Read();

        Assert.Equal("Content/a.config", Assert.Single(folder.Files).Path);
        SyncItemResult problem = Assert.Single(folder.Problems);
        Assert.Equal("Content/b.config", problem.File);
        Assert.Equal("@Key: c0000001-8888-4b88-8b88-000000000001 is the key of Content/a.config too, which is used. Give this file its own, or delete it.", problem.Message);
        Assert.True(folder.HasDuplicates);
    }

    [Fact]
    public void Two_types_may_not_share_an_alias_but_two_documents_may_share_a_name()
    {
        SyncFolder folder = _folder
            .Write("ContentTypes/a.config", """<ContentType Key="c0000001-8888-4b88-8b88-000000000001" Alias="page" />""")
            .Write("ContentTypes/b.config", """<ContentType Key="c0000002-8888-4b88-8b88-000000000002" Alias="Page" />""")
            .Write("Content/a.config", """<Content Key="c0000003-8888-4b88-8b88-000000000003" Alias="A" />""")
            .Write("Content/b.config", """<Content Key="c0000004-8888-4b88-8b88-000000000004" Alias="A" />""")
            .Read();

        Assert.Equal("ContentTypes/b.config", Assert.Single(folder.Problems).File);
        Assert.Equal(2, folder.Of(SyncKind.Content).Count());
    }

    [Fact]
    public void A_marker_with_the_key_of_a_live_file_is_no_duplicate()
    {
        SyncFolder folder = _folder
            .Write("Content/new.config", """<Content Key="c0000001-8888-4b88-8b88-000000000001" Alias="New" />""")
            .Write("Content/old.config", """<Empty Key="c0000001-8888-4b88-8b88-000000000001" Alias="Old" Change="Rename" />""")
            .Read();

        Assert.Empty(folder.Problems);
        Assert.Equal([null, SyncMarker.Rename], folder.Files.Select(file => file.Header.Marker));
    }

    [Fact]
    public void Links_out_of_the_folder_are_not_followed()
    {
        using var outside = new TestFolder();
        outside.Write("fr.config", Language);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "Languages"), outside.Root);
        Directory.CreateDirectory(Path.Combine(_folder.Root, "Content"));
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "Content", "fr.config"), Path.Combine(outside.Root, "fr.config"));

        SyncFolder folder = _folder.Read();

        Assert.Empty(folder.Files);
        Assert.Empty(folder.Problems);
    }

    [Fact]
    public void Files_beside_media_items_are_never_taken_for_items()
    {
        SyncFolder folder = _folder.Write("Media/files/abc/web.config", "<configuration />").Read();

        Assert.Empty(folder.Files);
        Assert.Empty(folder.Problems);
    }

    [Fact]
    public void A_later_layer_replaces_the_file_with_the_same_path()
    {
        using var later = new TestFolder();
        _folder.Write("Languages/fr.config", Language).Write("Languages/en.config", "<Language Alias='en' />");
        later.Write("Languages/fr.config", Language.Replace("Français", "French", StringComparison.Ordinal));

        SyncFolder folder = _folder.Read(_folder.Root, later.Root);

        Assert.Equal(["en", "fr"], folder.Files.Select(file => file.Alias));
        Assert.Equal("French", folder.Files[1].Load().Text("Name"));
    }

    [Fact]
    public void Kinds_that_this_site_does_not_offer_and_old_formats_are_noted()
    {
        _folder.Write("MemberTypes/member.config", "<MemberType />").Write("usync.config", "<uSync version='9' format='9.0.4' />");

        List<string> notes = _folder.Read().Notes;

        Assert.Equal(2, notes.Count);
        Assert.Contains("format 10.7.0", notes[0], StringComparison.Ordinal);
        Assert.Equal("MemberTypes/ is not imported: this site does not offer that kind.", notes[1]);
    }

    [Fact]
    public void A_missing_folder_gets_a_line_that_names_the_setting()
    {
        SyncItemResult problem = Assert.Single(_folder.Read("/nowhere/usync").Problems);

        Assert.Equal("folder: there is no such folder; set uSync:Settings:RootFolder.", problem.Message);
    }

    [Theory]
    [InlineData("../secret.png")]
    [InlineData("a/../../secret.png")]
    [InlineData("a//b.png")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\..\\b.png")]
    [InlineData("./a.png")]
    [InlineData("")]
    public void A_media_path_never_leaves_the_folder(string path)
    {
        SyncFolder folder = _folder.Read();

        Assert.Throws<SyncItemException>(() => folder.FindMediaFile(path));
    }

    [Fact]
    public void A_media_path_through_a_link_is_refused()
    {
        using var outside = new TestFolder();
        outside.Write("secret.png", "secret");
        Directory.CreateDirectory(Path.Combine(_folder.Root, "Media", "files"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "Media", "files", "abc"), outside.Root);

        SyncFolder folder = _folder.Read();

        Assert.Throws<SyncItemException>(() => folder.FindMediaFile("abc/secret.png"));
    }

    [Fact]
    public void Parents_come_before_children_whatever_their_levels_say()
    {
        SyncFolder folder = _folder
            .Write("Content/a.config", Node("00000000-0000-0000-0000-0000000000a1", "00000000-0000-0000-0000-0000000000b1", level: 1, order: 0))
            .Write("Content/b.config", Node("00000000-0000-0000-0000-0000000000b1", "00000000-0000-0000-0000-000000000000", level: 5, order: 1))
            .Write("Content/c.config", Node("00000000-0000-0000-0000-0000000000c1", "00000000-0000-0000-0000-0000000000b1", level: 1, order: 9))
            .Read();

        IEnumerable<SyncFile> ordered = SyncOrder.DependenciesFirst(folder.Files, file => [folder.Find(SyncKind.Content, file.Header.Parent.Key)]);

        Assert.Equal(["Content/b.config", "Content/a.config", "Content/c.config"], ordered.Select(file => file.Path));
    }

    [Fact]
    public void A_circle_of_parents_ends()
    {
        SyncFolder folder = _folder
            .Write("Content/a.config", Node("00000000-0000-0000-0000-0000000000a1", "00000000-0000-0000-0000-0000000000b1", level: 1, order: 0))
            .Write("Content/b.config", Node("00000000-0000-0000-0000-0000000000b1", "00000000-0000-0000-0000-0000000000a1", level: 1, order: 1))
            .Read();

        Assert.Equal(2, SyncOrder.DependenciesFirst(folder.Files, file => [folder.Find(SyncKind.Content, file.Header.Parent.Key)]).Count());
    }

    public void Dispose() => _folder.Dispose();

    private static string Node(string key, string parent, int level, int order) =>
        $"""<Content Key="{key}" Alias="x" Level="{level}"><Info><Parent Key="{parent}">p</Parent><SortOrder>{order}</SortOrder></Info></Content>""";
}
