using Microsoft.Extensions.Options;
using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Unit.Sync;

/// <summary>Names that people give to items become names of files, and never more than that.</summary>
public sealed class SyncFileNamesTests
{
    private static readonly DefaultShortStringHelper _shortStrings = new(Options.Create(new RequestHandlerSettings()));

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\..\\evil")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\evil")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    public void No_name_leads_out_of_the_folder(string name)
    {
        foreach (string safe in new[] { SyncFileNames.FromName(name, _shortStrings), SyncFileNames.FromAlias(name, _shortStrings) })
        {
            Assert.DoesNotContain(safe, character => character is '/' or '\\' or '\0' or ':' or '\n');
            Assert.Equal($"/root/Content/{safe}.config", SafePath.Resolve("/root", $"Content/{safe}.config", "file", "the folder"));
        }
    }

    [Theory]
    [InlineData('a', 255, 200)]
    [InlineData('é', 255, 100)]
    [InlineData('日', 255, 66)]
    [InlineData('a', 12, 12)]
    public void A_long_name_is_cut_to_what_a_file_system_takes(char letter, int length, int expected) =>
        Assert.Equal(new string(letter, expected), SyncFileNames.Shorten(new string(letter, length)));

    [Fact]
    public void A_character_of_two_halves_is_not_cut_in_two() =>
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 49)), SyncFileNames.Shorten("aaaa" + string.Concat(Enumerable.Repeat("😀", 60)))[4..]);
}
