using Site.Tests.Support;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.KeyValues;

/// <summary>What Core expects of key-value pairs, on both engines.</summary>
public abstract class KeyValueTests(SiteFixture site)
{
    private IKeyValueService Values => site.Get<IKeyValueService>();

    [Fact]
    public void A_value_is_set_and_set_again()
    {
        string key = NewKey();
        Assert.Null(Values.GetValue(key));

        Values.SetValue(key, "1");
        Values.SetValue(key, "2");

        Assert.Equal("2", Values.GetValue(key));
    }

    [Fact]
    public void A_value_is_replaced_only_when_it_is_the_expected_one()
    {
        string key = NewKey();
        Values.SetValue(key, "1");

        Assert.False(Values.TrySetValue(key, "0", "2"));
        Assert.Equal("1", Values.GetValue(key));
        Assert.True(Values.TrySetValue(key, "1", "2"));
        Assert.Equal("2", Values.GetValue(key));
    }

    [Fact]
    public void Values_are_found_by_the_beginning_of_their_key()
    {
        string prefix = NewKey() + "_%";
        Values.SetValue(prefix + "a", "1");
        Values.SetValue(prefix + "b", "2");
        Values.SetValue(prefix.Replace('%', 'x') + "c", "3");

        Assert.Equal(
            new Dictionary<string, string?> { [prefix + "a"] = "1", [prefix + "b"] = "2" },
            Values.FindByKeyPrefix(prefix)!.OrderBy(x => x.Key).ToDictionary());
    }

    private static string NewKey() => "test+" + Guid.NewGuid().ToString("N");

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : KeyValueTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : KeyValueTests(site), IClassFixture<PostgresSiteFixture>;
}
