using Site.Core.Delivery.Output;

namespace Site.Tests.Unit.Delivery.Output;

/// <summary>The grammar of <c>expand</c> and <c>fields</c> (specs/content-delivery-api-v2.md section 4.1).</summary>
public sealed class PropertySelectionTests
{
    [Theory]
    [InlineData("properties[$all]", "properties($all)")]
    [InlineData("properties[a]", "properties(a)")]
    [InlineData("properties[a,b]", "properties(a b)")]
    [InlineData("properties[a[properties[b,c[properties[$all]]]]]", "properties(a(properties(b c(properties($all)))))")]
    [InlineData("properties[a[properties[x]],b]", "properties(a(properties(x)) b)")]
    [InlineData("properties[a[properties[x]]],properties[b]", "properties(a(properties(x))) properties(b)")]
    [InlineData("$all", "$all")]
    [InlineData("all", "all")]
    [InlineData("property:a", "property:a")]
    [InlineData("a, b", "a  b")]
    [InlineData("a,,b", "a  b")]
    [InlineData("a[b]c", "a(b) c")]
    [InlineData("a[b[c]d]e", "a(b(c) d) e")]
    [InlineData("a[[b]]", "a((b))")]
    public void A_text_is_a_tree_of_keys(string text, string tree)
    {
        Assert.True(PropertySelection.TryParse(text, out PropertySelection? selection));

        Assert.Equal(tree, Show(selection!.Items));
    }

    [Theory]
    [InlineData("properties[a")]
    [InlineData("properties]a[")]
    [InlineData("properties[a]]")]
    [InlineData("[a]")]
    [InlineData("[]")]
    [InlineData("properties[]")]
    [InlineData("properties[a[]]")]
    [InlineData("]")]
    [InlineData("[")]
    public void A_malformed_text_says_nothing(string text)
    {
        Assert.False(PropertySelection.TryParse(text, out PropertySelection? selection));

        Assert.Null(selection);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_text_says_nothing_and_is_well_formed(string? text)
    {
        Assert.True(PropertySelection.TryParse(text, out PropertySelection? selection));

        Assert.Null(selection);
    }

    [Theory]
    [InlineData("properties[a]", "a", "")]
    [InlineData("properties[a]", "b", null)]
    [InlineData("properties[a]", "A", null)]
    [InlineData("properties[ a]", "a", null)]
    [InlineData("properties[$all]", "anything", "")]
    [InlineData("$all", "anything", "")]
    [InlineData("$all[x],properties[a[y]]", "a", "x")]
    [InlineData("properties[a[x],$all[y]]", "a", "x")]
    [InlineData("properties[$all[y],a[x]]", "a", "y")]
    [InlineData("properties[b],properties[a]", "a", null)]
    [InlineData("properties", "a", null)]
    [InlineData("a", "a", null)]
    [InlineData("all", "a", null)]
    [InlineData("property:a", "a", null)]
    [InlineData("Properties[a]", "a", null)]
    public void A_property_is_looked_up_at_its_level(string text, string alias, string? below)
    {
        Assert.True(PropertySelection.TryParse(text, out PropertySelection? selection));

        Assert.Equal(below, selection!.For(alias) is { } found ? Show(found.Items) : null);
    }

    [Fact]
    public void Nesting_as_deep_as_the_length_lets_is_read()
    {
        string text = string.Concat(Enumerable.Repeat("[", 2_000_000).Prepend("a")) + "b" + new string(']', 2_000_000);

        Assert.True(PropertySelection.TryParse(text, out PropertySelection? selection));

        int depth = 0;
        for (PropertySelection? level = selection; level is not null; level = level.Items.Count > 0 ? level.Items[0] : null)
        {
            depth++;
        }

        Assert.Equal(2_000_002, depth);
    }

    private static string Show(IReadOnlyList<PropertySelection> items) =>
        string.Join(' ', items.Select(x => x.Items.Count > 0 ? $"{x.Key}({Show(x.Items)})" : x.Key));
}
