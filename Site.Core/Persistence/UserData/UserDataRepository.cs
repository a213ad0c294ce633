using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Infrastructure.Persistence.Querying;

namespace Site.Core.Persistence.UserData;

/// <summary>What the backoffice remembers for its users.</summary>
/// <remarks>Nothing goes on after the return: see <see cref="Webhooks.WebhookRepository"/>.</remarks>
internal sealed class UserDataRepository(AmbientDbContext database) : IUserDataRepository
{
    private IQueryable<UserDataRow> Rows => database.Read.Set<UserDataRow>();

    /// <inheritdoc />
    public Task<IUserData?> GetAsync(Guid key) =>
        Task.FromResult(Rows.SingleOrDefault(x => x.Key == key) is { } row ? ToEntity(row) : null);

    /// <inheritdoc />
    /// <remarks>An empty list of the filter asks for nothing in particular, like one that is missing.</remarks>
    public Task<PagedModel<IUserData>> GetAsync(int skip, int take, IUserDataFilter? filter = null)
    {
        IQueryable<UserDataRow> found = Rows;
        if (filter?.UserKeys is { Count: > 0 } userKeys)
        {
            found = found.Where(x => userKeys.Contains(x.UserKey));
        }

        if (filter?.Groups is { Count: > 0 } groups)
        {
            found = found.Where(x => groups.Contains(x.Group));
        }

        if (filter?.Identifiers is { Count: > 0 } identifiers)
        {
            found = found.Where(x => identifiers.Contains(x.Identifier));
        }

        long total = found.LongCount();
        List<UserDataRow> rows = found.OrderBy(x => x.Group).ThenBy(x => x.Identifier).ThenBy(x => x.Key).Skip(skip).Take(take).ToList();
        return Task.FromResult(new PagedModel<IUserData>(total, rows.Select(ToEntity)));
    }

    /// <inheritdoc />
    public Task<IUserData> Save(IUserData userData)
    {
        SiteDbContext context = database.Write;
        if (userData.Key == Guid.Empty)
        {
            userData.Key = Guid.NewGuid();
        }

        context.Add(new UserDataRow
        {
            Key = userData.Key,
            UserKey = userData.UserKey,
            Group = userData.Group,
            Identifier = userData.Identifier,
            Value = userData.Value,
        });
        context.SaveChanges();
        context.ChangeTracker.Clear();
        return Task.FromResult(userData);
    }

    /// <inheritdoc />
    public Task<IUserData> Update(IUserData userData)
    {
        database.Write.Set<UserDataRow>().Where(x => x.Key == userData.Key).ExecuteUpdate(x => x
            .SetProperty(row => row.UserKey, userData.UserKey)
            .SetProperty(row => row.Group, userData.Group)
            .SetProperty(row => row.Identifier, userData.Identifier)
            .SetProperty(row => row.Value, userData.Value));
        return Task.FromResult(userData);
    }

    /// <inheritdoc />
    public Task Delete(IUserData userData)
    {
        database.Write.Set<UserDataRow>().Where(x => x.Key == userData.Key).ExecuteDelete();
        return Task.CompletedTask;
    }

    private static IUserData ToEntity(UserDataRow row) => new Umbraco.Cms.Core.Models.Membership.UserData
    {
        Key = row.Key,
        UserKey = row.UserKey,
        Group = row.Group,
        Identifier = row.Identifier,
        Value = row.Value,
    };
}
