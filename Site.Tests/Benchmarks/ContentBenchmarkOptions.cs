using System.Globalization;

namespace Site.Tests.Benchmarks;

/// <summary>What the content benchmark is asked for.</summary>
/// <param name="Count">How many articles to generate.</param>
/// <param name="ConnectionString">An empty PostgreSQL database; <c>null</c> for SQLite.</param>
internal sealed record ContentBenchmarkOptions(int Count, string? ConnectionString)
{
    private const int DefaultCount = 10_000;

    /// <summary>Reads the arguments; <c>null</c> when there is one that says nothing.</summary>
    public static ContentBenchmarkOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new ContentBenchmarkOptions(DefaultCount, null);
        while (arguments is [var name, var value, ..])
        {
            switch (name)
            {
                case "--count" when int.TryParse(value, CultureInfo.InvariantCulture, out int count) && count > 0:
                    options = options with { Count = count };
                    break;
                case "--postgres":
                    options = options with { ConnectionString = value };
                    break;
                default:
                    return null;
            }

            arguments = arguments[2..];
        }

        return arguments.IsEmpty ? options : null;
    }

    /// <summary>The settings of a site on the database.</summary>
    /// <param name="dataFolder">The value of <c>Site:DataFolder</c>.</param>
    public Dictionary<string, string?> SettingsFor(string dataFolder)
    {
        var settings = new Dictionary<string, string?> { ["Site:DataFolder"] = dataFolder };
        if (ConnectionString is not null)
        {
            settings["ConnectionStrings:umbracoDbDSN"] = ConnectionString;
            settings["ConnectionStrings:umbracoDbDSN_ProviderName"] = "Npgsql";
        }

        return settings;
    }
}
