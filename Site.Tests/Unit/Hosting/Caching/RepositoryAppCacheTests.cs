using System.Globalization;
using Site.Core.Hosting.Caching;

namespace Site.Tests.Unit.Hosting.Caching;

/// <summary>What stays when some entities are removed.</summary>
public sealed class RepositoryAppCacheTests
{
    [Theory]
    [InlineData(500, 499)]
    [InlineData(501, 0)]
    public void Of_few_those_meant_are_removed_and_of_many_all(int count, int kept)
    {
        var clock = new CacheClock();
        using var cache = new RepositoryAppCache(clock);
        string[] keys = Fill(cache, clock, count);

        cache.ClearOfType<string>((key, _) => key == "7");

        Assert.Equal(kept, keys.Count(x => cache.Get(x) is not null));
    }

    [Fact]
    public void After_all_were_removed_they_are_few_again()
    {
        var clock = new CacheClock();
        using var cache = new RepositoryAppCache(clock);
        Fill(cache, clock, 501);
        cache.Clear();
        Fill(cache, clock, 8);

        cache.ClearOfType<string>((key, _) => key == "7");

        Assert.Equal("6", cache.Get("6"));
        Assert.Null(cache.Get("7"));
    }

    private static string[] Fill(RepositoryAppCache cache, CacheClock clock, int count)
    {
        string[] keys = [.. Enumerable.Range(0, count).Select(x => x.ToString(CultureInfo.InvariantCulture))];
        Assert.All(keys, x => Assert.True(cache.TryInsert(x, x, clock.Now)));
        return keys;
    }
}
