using Microsoft.Extensions.Configuration;

namespace Site.Core.Hosting.Jobs;

/// <summary>How long what was deleted stays in the recycle bins. Umbraco has no setting for it: there it stays until somebody empties them.</summary>
/// <param name="KeepFor">How long; <c>null</c> means for ever.</param>
internal sealed record RecycleBinCleanupOptions(TimeSpan? KeepFor)
{
    /// <summary>The setting: a number of days, at least one. Without it nothing is deleted.</summary>
    public const string KeepForDaysKey = "Site:RecycleBin:KeepForDays";

    /// <summary>Reads the setting.</summary>
    /// <exception cref="InvalidOperationException">It is not a number of days.</exception>
    public static RecycleBinCleanupOptions From(IConfiguration configuration) => new(DaysSetting.Read(configuration, KeepForDaysKey));
}
