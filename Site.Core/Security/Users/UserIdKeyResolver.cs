using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Security.Users;

/// <summary>Tells a user's key from the id and the id from the key. The repository has both in its cache.</summary>
internal sealed class UserIdKeyResolver(ICoreScopeProvider scopes, IUserRepository users) : IUserIdKeyResolver
{
    private const int SuperUserId = -1;

    /// <inheritdoc />
    public async Task<int> GetAsync(Guid key) => await TryGetAsync(key) is { Success: true } found
        ? found.Result
        : throw new InvalidOperationException($"There is no user with the key {key}.");

    /// <inheritdoc />
    public async Task<Guid> GetAsync(int id) => await TryGetAsync(id) is { Success: true } found
        ? found.Result
        : throw new InvalidOperationException($"There is no user with the id {id}.");

    /// <inheritdoc />
    public Task<Attempt<int>> TryGetAsync(Guid key)
    {
        // Every service asks it for the user as whom the site itself acts.
        if (key == Constants.Security.SuperUserKey)
        {
            return Task.FromResult(Attempt.Succeed(SuperUserId));
        }

        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return Task.FromResult(users.Get(key) is { } user ? Attempt.Succeed(user.Id) : Attempt.Fail<int>());
    }

    /// <inheritdoc />
    public Task<Attempt<Guid>> TryGetAsync(int id)
    {
        if (id == SuperUserId)
        {
            return Task.FromResult(Attempt.Succeed(Constants.Security.SuperUserKey));
        }

        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return Task.FromResult(users.Get(id) is { } user ? Attempt.Succeed(user.Key) : Attempt.Fail<Guid>());
    }
}
