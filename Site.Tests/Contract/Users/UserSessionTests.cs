using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Site.Core.Persistence.Users;
using Site.Tests.Support;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.Membership;

namespace Site.Tests.Contract.Users;

/// <summary>How long the sessions of signed-in users last, on both engines.</summary>
public abstract class UserSessionTests(SiteFixture site)
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow.AddYears(1));

    private UserSessionStore Sessions => ActivatorUtilities.CreateInstance<UserSessionStore>(site.Services, _time);

    private TimeSpan TimeOut => site.Get<IOptions<GlobalSettings>>().Value.TimeOut;

    [Fact]
    public void A_session_that_is_used_goes_on_and_one_that_is_not_ends_for_good()
    {
        User user = site.AddUser();
        Guid session = site.InScope(() => Sessions.Create(user.Id, "192.0.2.1", cleanStale: false));

        _time.Advance(TimeOut - TimeSpan.FromSeconds(1));
        Assert.True(site.InScope(() => Sessions.Validate(user.Id, session)));
        _time.Advance(TimeOut - TimeSpan.FromSeconds(1));
        Assert.True(site.InScope(() => Sessions.Validate(user.Id, session)));

        _time.Advance(TimeOut + TimeSpan.FromSeconds(1));
        Assert.False(site.InScope(() => Sessions.Validate(user.Id, session)));
        _time.AdjustTime(_time.GetUtcNow() - TimeOut);
        Assert.False(site.InScope(() => Sessions.Validate(user.Id, session)));
    }

    [Fact]
    public void Signing_in_sweeps_away_what_has_long_been_unused()
    {
        User user = site.AddUser();
        site.InScope(() => Sessions.Create(user.Id, "192.0.2.1", cleanStale: false));
        _time.Advance(TimeSpan.FromDays(16));

        Guid kept = site.InScope(() => Sessions.Create(user.Id, "192.0.2.1", cleanStale: true));

        Assert.True(site.InScope(() => Sessions.Validate(user.Id, kept)));
        Assert.Equal(1, site.InScope(() => Sessions.DeleteAll(user.Id)));
    }

    [Fact]
    public void Sessions_unused_for_a_given_time_are_deleted()
    {
        User user = site.AddUser();
        site.InScope(() => Sessions.Create(user.Id, "192.0.2.1", cleanStale: false));
        _time.Advance(TimeSpan.FromHours(2));
        Guid kept = site.InScope(() => Sessions.Create(user.Id, "192.0.2.1", cleanStale: false));

        Assert.True(site.InScope(() => Sessions.DeleteStale(TimeSpan.FromHours(1))) >= 1);

        Assert.True(site.InScope(() => Sessions.Validate(user.Id, kept)));
        Assert.Equal(1, site.InScope(() => Sessions.DeleteAll(user.Id)));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : UserSessionTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : UserSessionTests(site), IClassFixture<PostgresSiteFixture>;
}
