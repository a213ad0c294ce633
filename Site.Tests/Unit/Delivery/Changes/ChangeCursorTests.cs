using Site.Core.Hosting.DeliveryChanges;

namespace Site.Tests.Unit.Delivery.Changes;

/// <summary>The cursor as readers keep it.</summary>
public sealed class ChangeCursorTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        var cursor = new ChangeCursor(1_234_567, 638_000_000_000_000_000, 42);

        Assert.True(ChangeCursor.TryParse(cursor.ToString(), out ChangeCursor read));
        Assert.Equal(cursor, read);
        Assert.Matches("^[A-Za-z0-9_-]+$", cursor.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("not a cursor")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AQAAAAAAAAABAAAAAAAAAAEAAAAAAAAAAQAA")]
    [InlineData("Af__________AAAAAAAAAAEAAAAAAAAAAQ")]
    [InlineData("'; DROP TABLE siteDeliveryChange; --")]
    public void Anything_else_is_refused(string text) => Assert.False(ChangeCursor.TryParse(text, out _));

    [Fact]
    public void A_megabyte_is_refused_too() => Assert.False(ChangeCursor.TryParse(new string('A', 1 << 20), out _));
}
