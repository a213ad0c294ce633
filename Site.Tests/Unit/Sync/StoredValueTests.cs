using Site.Core.Sync;
using Site.Core.Sync.Nodes;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Strings;
using Options = Microsoft.Extensions.Options.Options;

namespace Site.Tests.Unit.Sync;

/// <summary>How a file's text becomes a stored value, and when the two are the same.</summary>
public sealed class StoredValueTests
{
    private static readonly DefaultShortStringHelper _strings = new(Options.Create(new RequestHandlerSettings()));

    [Fact]
    public void Json_is_stored_without_the_white_space_and_escapes_of_the_file() =>
        Assert.Equal("""[{"label":"Évé"}]""", Parse("[\n  {\n    \"label\": \"\\u00C9v\\u00E9\"\n  }\n]", ValueStorageType.Ntext));

    [Fact]
    public void Text_that_looks_like_json_stays_as_it_was_typed() =>
        Assert.Equal("[ 1 ]", Parse("[ 1 ]", ValueStorageType.Ntext, "Umbraco.TextArea"));

    [Fact]
    public void Broken_json_is_text() => Assert.Equal("{ \"a\": ", Parse("{ \"a\": ", ValueStorageType.Ntext));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("true", 1)]
    [InlineData(" 0 ", 0)]
    public void Whole_numbers_and_toggles_are_integers(string text, int expected) => Assert.Equal(expected, Parse(text, ValueStorageType.Integer));

    [Fact]
    public void Decimals_are_read_the_same_in_every_culture() => Assert.Equal(428645.50m, Parse("428645.50", ValueStorageType.Decimal));

    [Fact]
    public void Dates_are_stored_as_they_stand()
    {
        var date = Assert.IsType<DateTime>(Parse("2020-11-09T08:00:00", ValueStorageType.Date));

        Assert.Equal(new DateTime(2020, 11, 9, 8, 0, 0, DateTimeKind.Unspecified), date);
        Assert.Equal(DateTimeKind.Unspecified, date.Kind);
    }

    [Theory]
    [InlineData("abc", ValueStorageType.Integer, "a: 'abc' is not a whole number.")]
    [InlineData("abc", ValueStorageType.Decimal, "a: 'abc' is not a number such as 12.5.")]
    [InlineData("abc", ValueStorageType.Date, "a: 'abc' is not a date such as 2026-01-31T09:00:00.")]
    public void A_value_of_the_wrong_kind_is_named(string text, ValueStorageType storage, string expected) =>
        Assert.Equal(expected, Assert.Throws<SyncItemException>(() => Parse(text, storage)).Message);

    [Fact]
    public void A_short_text_that_is_too_long_is_named() =>
        Assert.StartsWith("a: has 513 characters, at most 512", Assert.Throws<SyncItemException>(() => Parse(new string('a', 513), ValueStorageType.Nvarchar)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "", true)]
    [InlineData("""{"a":1,"b":[]}""", """{ "b": [], "a": 1.0 }""", true)]
    [InlineData("""[1,2]""", """[2,1]""", false)]
    [InlineData("a", "A", false)]
    [InlineData("a", null, false)]
    public void Json_is_compared_by_structure_and_text_by_letter(string? live, string? wanted, bool expected) =>
        Assert.Equal(expected, StoredValue.AreSame(live, wanted));

    [Fact]
    public void Decimals_are_the_same_whatever_their_trailing_zeros() => Assert.True(StoredValue.AreSame(1.50m, 1.5m));

    [Theory]
    [InlineData("/media/abc/a.pdf", "abc/a.pdf")]
    [InlineData("~/media/abc/a.pdf", "abc/a.pdf")]
    [InlineData("""{"src":"/media/abc/a.png","crops":[]}""", "abc/a.png")]
    [InlineData("https://example.org/media/a.png", null)]
    [InlineData("""{"crops":[]}""", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_media_path_is_taken_from_text_or_from_an_image_croppers_json(string? value, string? expected) =>
        Assert.Equal(expected, MediaFileImporter.PathOf(value));

    private static object? Parse(string text, ValueStorageType storage, string editor = "Umbraco.BlockList") =>
        StoredValue.Parse(text, new PropertyType(_strings, editor, storage, "a"), "a");
}
