using System.Globalization;

namespace Site.Web.Website.Typography;

/// <summary>Numbers and dates as a reader of a culture expects them. Bambara follows French.</summary>
public static class Formats
{
    private static readonly NumberFormatInfo French = new()
    {
        NumberGroupSeparator = "\u202F",
        NumberDecimalSeparator = ",",
        NegativeSign = "\u2212",
    };

    private static readonly NumberFormatInfo English = new()
    {
        NumberGroupSeparator = ",",
        NumberDecimalSeparator = ".",
        NegativeSign = "\u2212",
    };

    private static readonly string[] FrenchMonths =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>A number with grouped digits and at most two decimals: <c>3 893</c>.</summary>
    public static string Number(decimal value, string culture) =>
        value.ToString(decimal.Truncate(value) == value ? "N0" : decimal.Round(value, 1) == value ? "N1" : "N2", Of(culture));

    /// <summary>An amount of money: <c>51 000 F CFA</c>, <c>428 645,00 USD</c>. The CFA franc has no decimals.</summary>
    public static string Money(decimal amount, string? currency, string culture)
    {
        bool whole = currency is null or "F CFA" && decimal.Truncate(amount) == amount;
        string number = amount.ToString(whole ? "N0" : "N2", Of(culture));
        return currency is null ? number : $"{number}\u00A0{currency.Replace(' ', '\u00A0')}";
    }

    /// <summary>A day: <c>9 mai 1996</c>, <c>1er janvier 2020</c>, <c>9 May 1996</c>.</summary>
    public static string Date(DateOnly date, string culture) => IsEnglish(culture)
        ? string.Create(CultureInfo.InvariantCulture, $"{date.Day}\u00A0{EnglishMonths[date.Month - 1]} {date.Year}")
        : string.Create(CultureInfo.InvariantCulture, $"{(date.Day == 1 ? "1er" : date.Day)}\u00A0{FrenchMonths[date.Month - 1]} {date.Year}");

    /// <summary>A day with its time, unless that is midnight: <c>9 mai 1996, 14 h 30</c>.</summary>
    public static string Moment(DateTime moment, string culture)
    {
        string date = Date(DateOnly.FromDateTime(moment), culture);
        if (moment.TimeOfDay == TimeSpan.Zero)
            return date;
        return IsEnglish(culture)
            ? string.Create(CultureInfo.InvariantCulture, $"{date}, {moment.Hour}:{moment.Minute:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{date}, {moment.Hour}\u00A0h{(moment.Minute == 0 ? "" : $"\u00A0{moment.Minute:00}")}");
    }

    private static NumberFormatInfo Of(string culture) => IsEnglish(culture) ? English : French;

    private static bool IsEnglish(string culture) => culture.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}
