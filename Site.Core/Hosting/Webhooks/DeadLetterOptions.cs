using Microsoft.Extensions.Configuration;
using Site.Core.Hosting.Jobs;

namespace Site.Core.Hosting.Webhooks;

/// <summary>How long deliveries that were given up are kept.</summary>
/// <param name="KeepFor">How long.</param>
internal sealed record DeadLetterOptions(TimeSpan KeepFor)
{
    /// <summary>The setting: a number of days, at least one; thirty without it.</summary>
    public const string KeepForDaysKey = "Site:Webhooks:DeadLetters:KeepForDays";

    private static readonly TimeSpan _default = TimeSpan.FromDays(30);

    /// <summary>Reads the setting.</summary>
    /// <exception cref="InvalidOperationException">It is not a number of days.</exception>
    public static DeadLetterOptions From(IConfiguration configuration) => new(DaysSetting.Read(configuration, KeepForDaysKey) ?? _default);
}
