using Microsoft.Extensions.Configuration;
using Site.Core.Sync;

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
    public void A_kind_belongs_to_uSyncs_group(SyncKind kind, string group, bool expected) => Assert.Equal(expected, kind.IsIn(group));

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
