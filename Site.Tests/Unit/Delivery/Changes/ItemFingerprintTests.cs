using Site.Core.Delivery.Changes;
using Site.Core.Hosting.PublishedContent;

namespace Site.Tests.Unit.Delivery.Changes;

/// <summary>A fingerprint is another one exactly when a reader of the culture is told something else.</summary>
public sealed class ItemFingerprintTests
{
    private static readonly DateTime _date = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Fact]
    public void The_order_in_which_values_are_read_does_not_matter() => Assert.Equal(
        Of(Version(("a", null, "1"), ("b", "fr", "2"), ("b", "en", "3"))),
        Of(Version(("b", "en", "3"), ("b", "fr", "2"), ("a", null, "1"))));

    [Fact]
    public void A_value_of_another_culture_does_not_matter() => Assert.Equal(
        Of(Version(("b", "fr", "2"), ("b", "en", "3"))),
        Of(Version(("b", "fr", "2"), ("b", "en", "4"))));

    [Fact]
    public void A_value_of_the_culture_or_of_all_matters()
    {
        long[] different =
        [
            Of(Version(("a", null, "1"), ("b", "fr", "2"))),
            Of(Version(("a", null, "1"), ("b", "fr", "3"))),
            Of(Version(("a", null, "2"), ("b", "fr", "2"))),
            Of(Version(("a", null, "12"), ("b", "fr", ""))),
            Of(Version(("a", null, "1"))),
            Of(Version(("a", null, "1"), ("b", "fr", "2")), "/path/"),
        ];

        Assert.Equal(different.Length, different.Distinct().Count());
    }

    private static long Of(VersionData version, params string[] surroundings) => ItemFingerprint.Of(version, "fr", surroundings);

    private static VersionData Version(params (string Alias, string? Culture, object Value)[] values) => new(
        "Nom",
        -1,
        _date,
        null,
        new Dictionary<string, CultureData> { ["fr"] = new("Nom", _date, false), ["en"] = new("Name", _date, false) },
        values.GroupBy(x => x.Alias).ToDictionary(
            x => x.Key,
            x => (IReadOnlyList<PropertyData>)[.. x.Select(y => new PropertyData(y.Culture, null, y.Value))]));
}
