using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Tests.Contract.Persistence;

/// <summary>
/// The async members of repositories are complete when they return: some of Core's services end the scope without having awaited them.
/// </summary>
public abstract class AsyncMemberTests(SiteFixture site)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    private static readonly Dictionary<string, Func<SiteFixture, Task>> _members = new()
    {
        ["publish status of all"] = x => x.Get<IPublishStatusRepository>().GetAllPublishStatusAsync(_none),
        ["publish status of one"] = x => x.Get<IPublishStatusRepository>().GetPublishStatusAsync(Guid.NewGuid(), _none),
        ["publish status of a branch"] = x => x.Get<IPublishStatusRepository>().GetDescendantsOrSelfPublishStatusAsync(Guid.NewGuid(), _none),
        ["references"] = x => x.Get<ITrackedReferencesRepository>().GetPagedNodeKeysWithDependantReferencesAsync(new HashSet<Guid> { Guid.NewGuid() }, Constants.ObjectTypes.Document, 0, 10),
        ["relations"] = x => x.Get<IRelationRepository>().GetPagedByChildKeyAsync(Guid.NewGuid(), 0, 10, null),
        ["redirects"] = x => x.Get<IRedirectUrlRepository>().GetMostRecentUrlAsync("/"),
        ["redirects of a culture"] = x => x.Get<IRedirectUrlRepository>().GetMostRecentUrlAsync("/", "fr"),
        ["uses of data types"] = x => x.Get<IDataTypeUsageRepository>().HasSavedValuesAsync(Guid.NewGuid()),
        ["uses of properties"] = x => x.Get<IPropertyTypeUsageRepository>().HasSavedPropertyValuesAsync(Guid.NewGuid(), "x"),
        ["types"] = x => x.Get<IPropertyTypeUsageRepository>().ContentTypeExistAsync(Guid.NewGuid()),
        ["operation"] = x => x.Get<ILongRunningOperationRepository>().GetStatusAsync(Guid.NewGuid()),
        ["operations"] = x => x.Get<ILongRunningOperationRepository>().GetByTypeAsync("x", [], 0, 10),
        ["old operations"] = x => x.Get<ILongRunningOperationRepository>().CleanOperationsAsync(DateTimeOffset.UnixEpoch),
        ["second factors"] = x => x.Get<ITwoFactorLoginRepository>().GetByUserOrMemberKeyAsync(Guid.NewGuid()),
        ["second factors of a gone user"] = x => x.Get<ITwoFactorLoginRepository>().DeleteUserLoginsAsync(Guid.NewGuid()),
        ["user data"] = x => x.Get<IUserDataRepository>().GetAsync(0, 10),
        ["webhooks"] = x => x.Get<IWebhookRepository>().GetAllAsync(0, 10),
        ["webhooks of an event"] = x => x.Get<IWebhookRepository>().GetByAliasAsync("x"),
        ["webhook log"] = x => x.Get<IWebhookLogRepository>().GetPagedAsync(0, 10),
        ["old webhook log"] = x => x.Get<IWebhookLogRepository>().GetOlderThanDate(DateTime.UnixEpoch),
        ["webhook queue"] = x => x.Get<IWebhookRequestRepository>().GetAllAsync(),
        ["new webhook request"] = x => x.Get<IWebhookRequestRepository>().CreateAsync(new WebhookRequest { WebhookKey = Guid.NewGuid(), EventAlias = "x" }),
    };

    public static TheoryData<string> Members => [.. _members.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void An_async_member_is_complete_when_it_returns(string member)
    {
        using (site.CreateScope())
        {
            Assert.True(_members[member](site).IsCompletedSuccessfully);
        }
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : AsyncMemberTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : AsyncMemberTests(site), IClassFixture<PostgresSiteFixture>;
}
