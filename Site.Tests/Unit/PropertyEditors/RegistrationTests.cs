using System.Reflection;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>What the site offers to its data types.</summary>
[Collection(SiteFixture.Collection)]
public sealed class RegistrationTests(SqliteSiteFixture site) : IClassFixture<SqliteSiteFixture>
{
    /// <summary>The editors that Umbraco names and this site does not offer, and why.</summary>
    private static readonly Dictionary<string, string> _notOffered = new()
    {
        [Constants.PropertyEditors.Aliases.Grid] = "removed from Umbraco with version 14; the block grid took its place",
        [Constants.PropertyEditors.Aliases.MemberGroupPicker] = "members are not offered",
        [Constants.PropertyEditors.Aliases.MemberPicker] = "members are not offered",
        [Constants.PropertyEditors.Aliases.MultipleMediaPicker] = "removed from Umbraco with version 14; the media picker took its place",
        [Constants.PropertyEditors.Aliases.NestedContent] = "removed from Umbraco with version 14; the block list took its place",
        [Constants.PropertyEditors.Aliases.PickerRelations] = "an alias without an editor in Umbraco as well",
    };

    [Fact]
    public void Every_editor_that_Umbraco_names_is_registered_once_or_named_here()
    {
        string[] registered = [.. site.Get<PropertyEditorCollection>().Select(editor => editor.Alias)];
        IEnumerable<string> named = typeof(Constants.PropertyEditors.Aliases).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);

        Assert.Equal(named.Except(_notOffered.Keys).Order(StringComparer.Ordinal), registered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_serializers_are_ours() => Assert.Equal("{\"a\":1}", site.Get<IJsonSerializer>().Serialize(new { A = 1 }));
}
