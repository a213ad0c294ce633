using Site.Web.Hosting.Commands;

namespace Site.Tests.Unit.Hosting.Commands;

/// <summary>What may be written after <c>keys</c>: an option that is not understood makes no key without it.</summary>
public sealed class KeyArgumentsTests
{
    [Fact]
    public void Options_stand_anywhere_and_in_both_forms()
    {
        var arguments = KeyArguments.Parse(["keys", "add", "--organisation", "ap-mali", "radio-kayes", "--expires=2027-01-31", "--preview", "--organisation=ani-mali", "--Site:DataFolder=/x"]);

        Assert.Equal(("add", "radio-kayes", true), (arguments.Verb, arguments.Operand, arguments.Preview));
        Assert.Equal(["ap-mali", "ani-mali"], arguments.Organisations);
        Assert.Equal(new DateTime(2027, 1, 31, 0, 0, 0, DateTimeKind.Utc), arguments.Expires);
        Assert.Equal(DateTimeKind.Utc, arguments.Expires!.Value.Kind);
    }

    [Theory]
    [InlineData("7d", 7 * 24 * 60)]
    [InlineData("12h", 12 * 60)]
    [InlineData("30m", 30)]
    [InlineData("0", 0)]
    public void An_overlap_is_in_days_hours_or_minutes(string text, int minutes) =>
        Assert.Equal(minutes, KeyArguments.Parse(["keys", "rotate", "a", "--overlap", text]).Overlap.TotalMinutes);

    [Fact]
    public void Without_one_the_overlap_is_a_week() => Assert.Equal(7, KeyArguments.Parse(["keys", "rotate", "a"]).Overlap.TotalDays);

    [Theory]
    [InlineData("keys")]
    [InlineData("keys", "add")]
    [InlineData("keys", "make", "a")]
    [InlineData("keys", "add", "a", "b")]
    [InlineData("keys", "list", "a")]
    [InlineData("keys", "list", "--preview")]
    [InlineData("keys", "add", "a", "--overlap", "7d")]
    [InlineData("keys", "add", "a", "--expire", "2027-01-31")]
    [InlineData("keys", "add", "a", "--expire=2027-01-31")]
    [InlineData("keys", "add", "a", "--preview=yes")]
    [InlineData("keys", "add", "a", "--expires")]
    [InlineData("keys", "add", "a", "--expires", "31/01/2027")]
    [InlineData("keys", "add", "a", "--expires", "tomorrow")]
    [InlineData("keys", "rotate", "a", "--overlap", "7")]
    [InlineData("keys", "rotate", "a", "--overlap", "-1d")]
    [InlineData("keys", "rotate", "a", "--overlap", "366d")]
    [InlineData("keys", "rotate", "a", "--overlap", "99999999999d")]
    [InlineData("keys", "revoke")]
    public void What_is_not_understood_is_refused(params string[] arguments) =>
        Assert.Throws<FormatException>(() => KeyArguments.Parse(arguments));
}
