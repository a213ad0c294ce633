using Microsoft.Extensions.Configuration;
using Site.Core.Sync;
using Site.Core.Sync.Export;

namespace Site.Tests.Unit.Sync;

/// <summary>uSync's settings by uSync's names.</summary>
public sealed class SyncOptionsTests
{
    [Fact]
    public void Without_settings_uSyncs_own_defaults_hold()
    {
        SyncOptions options = Bind([]);

        Assert.Equal(("uSync/v17/", "config", "None"), (options.RootFolder, options.DefaultExtension, options.GroupAtStart(firstBoot: true)));
        Assert.False(options.FailOnMissingParent || options.FailOnDuplicates);
    }

    [Theory]
    [InlineData(true, "Settings")]
    [InlineData(false, "Content")]
    public void The_first_boot_has_a_group_of_its_own(bool firstBoot, string expected)
    {
        SyncOptions options = Bind(new()
        {
            ["ImportOnFirstBoot"] = "true",
            ["FirstBootGroup"] = "Settings",
            ["ImportAtStartup"] = "Content",
        });

        Assert.Equal(expected, options.GroupAtStart(firstBoot));
    }

    [Fact]
    public void Layered_folders_are_read_in_their_order() =>
        Assert.Equal(["uSync/root", "uSync/v17"], Bind(new() { ["Folders:0"] = "uSync/root", ["Folders:1"] = "uSync/v17" }).Folders);

    [Theory]
    [InlineData(SyncKind.Dictionary, "Content", true)]
    [InlineData(SyncKind.Domain, "content", true)]
    [InlineData(SyncKind.Language, "Content", false)]
    [InlineData(SyncKind.DataType, "Settings", true)]
    [InlineData(SyncKind.Media, "Settings", false)]
    [InlineData(SyncKind.Media, "all", true)]
    [InlineData(SyncKind.Media, "None", false)]
    public void A_kind_belongs_to_uSyncs_group(SyncKind kind, string group, bool expected) =>
        Assert.Equal(expected, new SyncHandler(kind, new SyncSetOptions()).Allows("Import", group));

    [Fact]
    public void A_set_says_which_handlers_work_and_how()
    {
        SyncSetOptions set = BindSet(new()
        {
            ["DisabledHandlers:0"] = "MediaHandler",
            ["HandlerDefaults:Settings:NoRemove"] = "true",
            ["Handlers:ContentHandler:Actions:0"] = "Import",
            ["Handlers:ContentHandler:Settings:NoRemove"] = "false",
            ["Handlers:ContentHandler:Settings:ImportTrashed"] = "true",
            ["Handlers:DictionaryHandler:Group"] = "Words",
            ["Handlers:DomainHandler:Enabled"] = "false",
        });
        SyncHandler Handler(SyncKind kind) => new(kind, set);

        Assert.False(Handler(SyncKind.Media).Allows("Import", "All"));
        Assert.False(Handler(SyncKind.Domain).Allows("Import", "All"));
        Assert.Equal((true, false), (Handler(SyncKind.Content).Allows("Import", "Content"), Handler(SyncKind.Content).Allows("Export", "Content")));
        Assert.Equal((false, true), (Handler(SyncKind.Content).NoRemove, Handler(SyncKind.Content).ImportTrashed));
        Assert.True(Handler(SyncKind.ContentType).NoRemove);
        Assert.Equal((true, false), (Handler(SyncKind.Dictionary).Allows("Export", "Words"), Handler(SyncKind.Dictionary).Allows("Export", "Content")));
        Assert.True(Handler(SyncKind.Dictionary).Allows("Export", "Settings, Words"));
    }

    [Theory]
    [InlineData("page", "/Home/News", true)]
    [InlineData("page", "/Home/Secret/A", false)]
    [InlineData("page", "/Elsewhere", false)]
    [InlineData("other", "/Home/News", false)]
    public void Rules_let_items_in_by_type_and_path(string type, string path, bool expected)
    {
        var handler = new SyncHandler(SyncKind.Content, BindSet(new()
        {
            ["Handlers:ContentHandler:Settings:Include"] = "/Home",
            ["Handlers:ContentHandler:Settings:Exclude"] = "/Home/Secret",
            ["Handlers:ContentHandler:Settings:IncludeContentTypes"] = "page, article",
        }));

        Assert.Equal(expected, handler.Imports(new SyncPlace(type, path, IsTrashed: false)));
        Assert.True(handler.Exports(new SyncPlace(type, path, IsTrashed: true)));
    }

    [Theory]
    [InlineData("page", false, true)]
    [InlineData("Secret", false, false)]
    [InlineData("page", true, false)]
    public void Rules_hold_for_an_export_only_when_they_are_said_to_and_the_recycle_bin_has_one_of_its_own(string type, bool isTrashed, bool expected)
    {
        Dictionary<string, string?> settings = new()
        {
            ["HandlerDefaults:Settings:ExcludeContentTypes"] = "secret",
            ["Handlers:ContentHandler:Settings:RulesOnExport"] = "true",
            ["Handlers:ContentHandler:Settings:ExportTrashed"] = "false",
        };

        Assert.Equal(expected, new SyncHandler(SyncKind.Content, BindSet(settings)).Exports(new SyncPlace(type, "/A", isTrashed)));
        Assert.True(new SyncHandler(SyncKind.Media, BindSet(settings)).Exports(new SyncPlace(type, "/A", isTrashed)));
    }

    [Fact]
    public void A_set_can_be_off_or_hold_some_groups_only()
    {
        static bool Allows(SyncKind kind, string key, string value) => new SyncHandler(kind, BindSet(new() { [key] = value })).Allows("Import", "All");

        Assert.False(Allows(SyncKind.Content, "Enabled", "false"));
        Assert.False(Allows(SyncKind.Content, "HandlerGroups:0", "Settings"));
        Assert.True(Allows(SyncKind.Language, "HandlerGroups:0", "settings"));
    }

    [Theory]
    [InlineData("secret", false)]
    [InlineData("Secret", false)]
    [InlineData("tmpNote", false)]
    [InlineData("note9", false)]
    [InlineData("title", true)]
    public void Properties_are_left_out_by_name_and_by_pattern(string alias, bool expected)
    {
        var handler = new SyncHandler(SyncKind.Content, BindSet(new()
        {
            ["HandlerDefaults:Settings:DoNotSerialize"] = "secret, other",
            ["HandlerDefaults:Settings:DoNotSerializePattern"] = "^tmp",
            ["HandlerDefaults:Settings:DoNotSerializePatterns"] = "^a$,[0-9]$",
        }));

        Assert.Equal(expected, handler.Travels(alias));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("(?=a)")]
    public void A_wrong_pattern_lets_nothing_travel(string pattern)
    {
        var handler = new SyncHandler(SyncKind.Content, BindSet(new() { ["HandlerDefaults:Settings:DoNotSerializePattern"] = pattern }));

        Assert.StartsWith($"DoNotSerializePattern: '{pattern}' is no regular expression", Assert.Throws<SyncItemException>(() => handler.Travels("title")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_may_be_written_with_its_dot() =>
        Assert.Equal(("config", "xml"), (new SyncOptions().FileExtension(), new SyncOptions { DefaultExtension = ".xml" }.FileExtension()));

    private static SyncSetOptions BindSet(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build().Get<SyncSetOptions>() ?? new SyncSetOptions();

    private static SyncOptions Bind(Dictionary<string, string?> settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create($"{SyncOptions.Section}:{pair.Key}", pair.Value)))
            .Build();
        var options = new SyncOptions();
        configuration.GetSection(SyncOptions.Section).Bind(options);
        return options;
    }
}
