namespace Site.Tests.Support;

/// <summary>How much the tests with large counts do: a little in every run, an issue's own figures with <c>SITE_TEST_SCALE=full</c>.</summary>
public static class TestScale
{
    /// <summary>The category of the tests that have large counts.</summary>
    public const string Endurance = "Endurance";

    /// <summary>Whether the full counts are asked for.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("SITE_TEST_SCALE") == "full";

    /// <summary>One of the two counts.</summary>
    public static int Of(int ci, int full) => IsFull ? full : ci;
}
