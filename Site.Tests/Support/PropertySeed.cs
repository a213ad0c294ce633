using System.Globalization;
using FsCheck;

namespace Site.Tests.Support;

/// <summary>Runs again what a property test has found.</summary>
public static class PropertySeed
{
    /// <summary>
    /// The configuration, beginning where <c>SITE_TEST_SEED</c> says: what a failure prints after "Replay directly at failing step with", e.g.
    /// <c>(123,456,80)</c>.
    /// </summary>
    public static Config Seeded(this Config config) =>
        Environment.GetEnvironmentVariable("SITE_TEST_SEED")?.Trim('(', ')').Split(',') is [string seed, string gamma, string size]
            ? config.WithReplay(ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture), int.Parse(size, CultureInfo.InvariantCulture))
            : config;
}
