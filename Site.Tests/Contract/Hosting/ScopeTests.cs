using Site.Core.Hosting.Runtime;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Hosting;

/// <summary>What Core expects of scopes, on both engines.</summary>
public abstract class ScopeTests(SiteFixture site)
{
    [Fact]
    public void The_site_runs_after_its_steps()
    {
        Assert.True(site.Get<SiteRuntime>().IsReady);
        Assert.Equal(RuntimeLevel.Run, site.Get<IRuntimeState>().Level);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : ScopeTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : ScopeTests(site), IClassFixture<PostgresSiteFixture>;
}
