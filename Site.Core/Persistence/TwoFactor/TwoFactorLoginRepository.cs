using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.TwoFactor;

/// <summary>The second factors of users. Never cached: whoever asks is about to let somebody in.</summary>
/// <remarks>Nothing goes on after the return: see <see cref="Webhooks.WebhookRepository"/>.</remarks>
internal sealed class TwoFactorLoginRepository(AmbientDbContext database) : ITwoFactorLoginRepository
{
    private IQueryable<TwoFactorLoginRow> Rows => database.Read.Set<TwoFactorLoginRow>();

    /// <inheritdoc />
    public ITwoFactorLogin? Get(int id) => Rows.SingleOrDefault(x => x.Id == id) is { } row ? ToEntity(row) : null;

    /// <inheritdoc />
    /// <remarks>No ids means all.</remarks>
    public IEnumerable<ITwoFactorLogin> GetMany(params int[]? ids) =>
        [.. (ids is null or [] ? Rows : Rows.Where(x => ids.Contains(x.Id))).OrderBy(x => x.Id).ToList().Select(ToEntity)];

    /// <inheritdoc />
    public bool Exists(int id) => Rows.Any(x => x.Id == id);

    /// <inheritdoc />
    public Task<IEnumerable<ITwoFactorLogin>> GetByUserOrMemberKeyAsync(Guid userOrMemberKey) => Task.FromResult<IEnumerable<ITwoFactorLogin>>(
        [.. Rows.Where(x => x.UserOrMemberKey == userOrMemberKey).OrderBy(x => x.Id).AsEnumerable().Select(ToEntity)]);

    /// <inheritdoc />
    public void Save(ITwoFactorLogin entity)
    {
        SiteDbContext context = database.Write;
        TwoFactorLoginRow row = entity.HasIdentity ? Find(context, entity.Id) : context.Add(new TwoFactorLoginRow()).Entity;
        row.UserOrMemberKey = entity.UserOrMemberKey;
        row.ProviderName = entity.ProviderName;
        row.Secret = entity.Secret;
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.Id = row.Id;
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    public void Delete(ITwoFactorLogin entity) => database.Write.Set<TwoFactorLoginRow>().Where(x => x.Id == entity.Id).ExecuteDelete();

    /// <inheritdoc />
    public Task<bool> DeleteUserLoginsAsync(Guid userOrMemberKey) =>
        Task.FromResult(database.Write.Set<TwoFactorLoginRow>().Where(x => x.UserOrMemberKey == userOrMemberKey).ExecuteDelete() > 0);

    /// <inheritdoc />
    public Task<bool> DeleteUserLoginsAsync(Guid userOrMemberKey, string providerName) => Task.FromResult(database.Write.Set<TwoFactorLoginRow>()
        .Where(x => x.UserOrMemberKey == userOrMemberKey && x.ProviderName == providerName)
        .ExecuteDelete() > 0);

    private static TwoFactorLoginRow Find(SiteDbContext context, int id) =>
        context.Set<TwoFactorLoginRow>().AsTracking().SingleOrDefault(x => x.Id == id)
        ?? throw new InvalidOperationException($"There is no second factor {id} any more.");

    // Whoever stores one has seen the user's code: one that is not confirmed is never stored.
    private static TwoFactorLogin ToEntity(TwoFactorLoginRow row)
    {
        var login = new TwoFactorLogin
        {
            Id = row.Id,
            UserOrMemberKey = row.UserOrMemberKey,
            ProviderName = row.ProviderName,
            Secret = row.Secret,
            Confirmed = true,
        };
        login.ResetDirtyProperties(false);
        return login;
    }
}
