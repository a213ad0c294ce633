using Microsoft.Extensions.Configuration;
using Site.Core.Sync;

namespace Site.Tests.Unit.Sync;

/// <summary>What the configuration says of uSync and this site does not do is found by name.</summary>
public sealed class SyncSettingsCheckTests
{
    [Theory]
    [InlineData("Settings:UIEnabledGroups", "All")]
    [InlineData("Settings:EnableHistory", "true")]
    [InlineData("Settings:AddOnPing", "true")]
    [InlineData("Settings:BackgroundStartup", "true")]
    [InlineData("Settings:DisableNotificationSuppression", "false")]
    [InlineData("Settings:LockRootTypes:0", "ContentType", "Settings:LockRootTypes")]
    [InlineData("Settings:ImportAtStartUpp", "All")]
    [InlineData("MediaFolder", "/files")]
    [InlineData("Sets:Other:Enabled", "true", "Sets:Other")]
    [InlineData("Sets:Default:Handlers:MemberTypeHandler:Enabled", "true", "Sets:Default:Handlers:MemberTypeHandler")]
    [InlineData("Sets:Default:HandlerDefaults:FullFileOnDifference", "true")]
    [InlineData("Sets:Default:HandlerDefaults:Settings:MapHMACValues", "true")]
    [InlineData("Sets:Default:Handlers:TemplateHandler:Settings:IncludeContent", "true")]
    [InlineData("Sets:Default:Handlers:ContentHandler:Actions", "Import", "Sets:Default:Handlers:ContentHandler:Actions (write a list)")]
    [InlineData("Settings:Folders", "uSync/v17", "Settings:Folders (write a list)")]
    [InlineData("Sets:Default:Handlers:ContentHandler:Settings:Include:0", "/a", "Sets:Default:Handlers:ContentHandler:Settings:Include (write one text, with commas)")]
    public void What_is_not_offered_is_named(string key, string value, string? named = null) =>
        Assert.Equal([$"uSync:{named ?? key}"], NotOffered((key, value)));

    [Fact]
    public void What_is_offered_and_what_the_site_does_anyway_is_not_named() => Assert.Empty(NotOffered(
        ("settings:rootfolder", "uSync/v17"), ("Settings:Folders:0", "a"), ("Settings:LockRoot", "false"), ("Settings:CustomMappings:My.Editor", "Umbraco.TextBox"),
        ("Settings:StopFile", "a"), ("Settings:OnceFile", "b"), ("Settings:ImportOnFirstBoot", "true"), ("Settings:FirstBootGroup", "All"), ("Settings:DefaultSet", "Default"),
        ("Settings:AddOnPing", "False"), ("Settings:EnableHistory", "false"), ("Settings:DisableNotificationSuppression", "true"),
        ("Sets:Default:Enabled", "true"), ("Sets:Default:HandlerGroups:0", "All"), ("Sets:Default:DisabledHandlers:0", "MediaHandler"),
        ("Sets:Default:HandlerDefaults:UseFlatStructure", "false"), ("Sets:Default:HandlerDefaults:CreateClean", "true"), ("Sets:Default:HandlerDefaults:FailOnMissingParent", "true"),
        ("Sets:Default:Handlers:contentHandler:Actions:0", "All"), ("Sets:Default:Handlers:ContentHandler:GuidNames", "true"), ("Sets:Default:Handlers:ContentHandler:Group", "A"),
        ("Sets:Default:Handlers:ContentHandler:Settings:NoRemove", "true"), ("Sets:Default:Handlers:DataTypeHandler:Settings:NoConfigNames", "A,B")));

    private static IReadOnlyList<string> NotOffered(params (string Key, string Value)[] settings) => SyncSettingsCheck.NotOffered(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("uSync:" + setting.Key, (string?)setting.Value))).Build(), "Default");
}
