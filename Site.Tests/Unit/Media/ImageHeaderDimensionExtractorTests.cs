using System.Drawing;
using Site.Core.Media;

namespace Site.Tests.Unit.Media;

public sealed class ImageHeaderDimensionExtractorTests
{
    private readonly ImageHeaderDimensionExtractor _extractor = new();

    // The smallest real files of each kind, 3 x 2 pixels unless said otherwise.
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452000000030000000208020000001216F14D", 3, 2)]
    [InlineData("4749463839610300020080000000000000FFFFFF21F90401000000002C00000000", 3, 2)]
    [InlineData("524946462400000057454250565038580A000000100000000200000100004C48414C50", 3, 2)]
    [InlineData("52494646240000005745425056503820180000003001009D012A0300020002003425A400", 3, 2)]
    [InlineData("5249464624000000574542505650384C0E0000002F0240000000000000000000", 3, 2)]
    [InlineData("FFD8FFE000104A46494600010100000100010000FFDB00040000FFC0001108000200030301220002110103", 3, 2)]
    [InlineData("FFD8FFFFC2001108000200030301220002110103110100000000000000000000", 3, 2)]
    public void Reads_width_and_height_from_the_header(string bytes, int width, int height) =>
        Assert.Equal(new Size(width, height), Read(bytes));

    [Theory]
    [InlineData("")]
    [InlineData("89504E47")]
    [InlineData("FFD8FFE0FFFF")]
    [InlineData("FFD8FFDA000800000000")]
    [InlineData("3C68746D6C3E3C2F68746D6C3E3C68746D6C3E3C2F68746D6C3E3C68746D6C3E")]
    [InlineData("89504E470D0A1A0A0000000D49484452FFFFFFFF0000000208020000001216F14D")]
    public void Says_nothing_of_what_is_cut_short_or_no_image(string bytes) => Assert.Null(Read(bytes));

    private Size? Read(string bytes)
    {
        using var stream = new MemoryStream(Convert.FromHexString(bytes));
        return _extractor.GetDimensions(stream);
    }
}
