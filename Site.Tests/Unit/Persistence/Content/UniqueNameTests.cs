using Site.Core.Persistence.Content;

namespace Site.Tests.Unit.Persistence.Content;

/// <summary>How the names of siblings are told apart.</summary>
public sealed class UniqueNameTests
{
    [Theory]
    [InlineData("Rapport", new string[0], "Rapport")]
    [InlineData("Rapport", new[] { "Autre" }, "Rapport")]
    [InlineData("Rapport", new[] { "Rapport" }, "Rapport (1)")]
    [InlineData("Rapport", new[] { "rapport" }, "Rapport (1)")]
    [InlineData("École", new[] { "école" }, "École (1)")]
    [InlineData("Rapport", new[] { "Rapport", "Rapport (1)" }, "Rapport (2)")]
    [InlineData("Rapport", new[] { "Rapport", "Rapport (2)" }, "Rapport (1)")]
    [InlineData("Rapport (1)", new[] { "Rapport", "Rapport (1)" }, "Rapport (2)")]
    [InlineData("Rapport (1)", new[] { "Rapport" }, "Rapport (1)")]
    public void A_taken_name_gets_the_lowest_free_number(string name, string[] siblings, string expected) =>
        Assert.Equal(expected, UniqueName.Create(name, siblings));

    [Fact]
    public void A_name_that_only_looks_numbered_gets_a_number_of_its_own() =>
        Assert.Equal("Loi (2006) (1)", UniqueName.Create("Loi (2006)", ["Loi (2006)"]));
}
