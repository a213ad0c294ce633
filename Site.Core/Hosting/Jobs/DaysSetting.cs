using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Site.Core.Hosting.Jobs;

/// <summary>Reads a setting that is a number of days.</summary>
internal static class DaysSetting
{
    /// <summary>The time that the setting says; <c>null</c> without it.</summary>
    /// <exception cref="InvalidOperationException">It is not a number of days.</exception>
    public static TimeSpan? Read(IConfiguration configuration, string key) => configuration[key] switch
    {
        null or "" => null,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days is >= 1 and <= 36500 => TimeSpan.FromDays(days),
        { } text => throw new InvalidOperationException($"{key} is \"{text}\"; it must be a number of days from 1 to 36500, or be left out."),
    };
}
