using Site.Tests.Support;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>What the site offers to its data types.</summary>
[Collection(SiteFixture.Collection)]
public sealed class RegistrationTests(SqliteSiteFixture site) : IClassFixture<SqliteSiteFixture>
{
    [Theory]
    [InlineData("Umbraco.TextBox")]
    [InlineData("Umbraco.TextArea")]
    [InlineData("Umbraco.TrueFalse")]
    [InlineData("Umbraco.RichText")]
    [InlineData("Umbraco.BlockList")]
    [InlineData("Umbraco.MediaPicker3")]
    [InlineData("Umbraco.ImageCropper")]
    [InlineData("Umbraco.UploadField")]
    [InlineData("Umbraco.MultiNodeTreePicker")]
    [InlineData("Umbraco.MultiUrlPicker")]
    [InlineData("Umbraco.Tags")]
    [InlineData("Umbraco.DropDown.Flexible")]
    [InlineData("Umbraco.CheckBoxList")]
    [InlineData("Umbraco.RadioButtonList")]
    [InlineData("Umbraco.MultipleTextstring")]
    [InlineData("Umbraco.EmailAddress")]
    [InlineData("Umbraco.DateTime")]
    [InlineData("Umbraco.DateTimeUnspecified")]
    [InlineData("Umbraco.DateTimeWithTimeZone")]
    [InlineData("Umbraco.DateOnly")]
    [InlineData("Umbraco.TimeOnly")]
    [InlineData("Umbraco.ListView")]
    public void Each_stock_editor_is_registered_once(string alias)
        => Assert.Single(site.Get<PropertyEditorCollection>(), editor => editor.Alias == alias);

    [Fact]
    public void The_serializers_are_ours() => Assert.Equal("{\"a\":1}", site.Get<IJsonSerializer>().Serialize(new { A = 1 }));
}
