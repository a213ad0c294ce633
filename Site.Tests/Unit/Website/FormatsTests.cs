using Site.Web.Website.Typography;

namespace Site.Tests.Unit.Website;

/// <summary>Numbers and dates as readers of each culture write them. <c>_</c> is a narrow and <c>~</c> an ordinary no-break space.</summary>
public sealed class FormatsTests
{
    [Theory]
    [InlineData("3893", "fr", "3_893")]
    [InlineData("3893", "bm", "3_893")]
    [InlineData("3893", "en", "3,893")]
    [InlineData("99", "fr", "99")]
    [InlineData("0", "fr", "0")]
    [InlineData("2.4", "fr", "2,4")]
    [InlineData("2.45", "fr", "2,45")]
    [InlineData("-5", "fr", "−5")]
    public void Digits_are_grouped(string value, string culture, string written) =>
        Assert.Equal(Spaced(written), Formats.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), culture));

    [Theory]
    [InlineData("51000", "F CFA", "fr", "51_000~F~CFA")]
    [InlineData("428645.00", "USD", "fr", "428_645,00~USD")]
    [InlineData("428645.00", "USD", "en", "428,645.00~USD")]
    [InlineData("1200", null, "fr", "1_200")]
    public void Amounts_bear_their_currency(string amount, string? currency, string culture, string written) =>
        Assert.Equal(Spaced(written), Formats.Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency, culture));

    [Theory]
    [InlineData("1996-05-09", "fr", "9~mai 1996")]
    [InlineData("2020-01-01", "fr", "1er~janvier 2020")]
    [InlineData("1996-06-27", "en", "27~June 1996")]
    [InlineData("2008-02-20", "bm", "20~février 2008")]
    public void Days_are_written_out(string day, string culture, string written) =>
        Assert.Equal(Spaced(written), Formats.Date(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), culture));

    [Theory]
    [InlineData("2020-11-09T00:00", "fr", "9~novembre 2020")]
    [InlineData("2020-11-09T14:30", "fr", "9~novembre 2020, 14~h~30")]
    [InlineData("2020-11-09T14:00", "fr", "9~novembre 2020, 14~h")]
    [InlineData("2020-11-09T09:05", "en", "9~November 2020, 9:05")]
    public void A_time_is_said_unless_it_is_midnight(string moment, string culture, string written) =>
        Assert.Equal(Spaced(written), Formats.Moment(DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), culture));

    private static string Spaced(string text) => text.Replace('_', '\u202F').Replace('~', '\u00A0');
}
