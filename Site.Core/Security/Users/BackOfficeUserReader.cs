using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Security.Users;

/// <summary>Reads users for Core's user service and for <see cref="BackOfficeUserStore"/>.</summary>
internal sealed class BackOfficeUserReader(ICoreScopeProvider scopes, IUserRepository users) : IBackOfficeUserReader
{
    /// <inheritdoc />
    public IUser? GetById(int id)
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return users.Get(id);
    }

    /// <inheritdoc />
    public IUser? GetByKey(Guid key)
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return users.Get(key);
    }

    /// <inheritdoc />
    public IEnumerable<IUser> GetManyById(IEnumerable<int> ids)
    {
        int[] wanted = [.. ids.Distinct()];
        if (wanted.Length == 0)
        {
            return [];
        }

        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return [.. wanted.Select(users.Get).OfType<IUser>()];
    }

    /// <inheritdoc />
    public IEnumerable<IUser> GetManyByKey(IEnumerable<Guid> keys)
    {
        Guid[] wanted = [.. keys.Distinct()];

        // Without keys the repository means all users, the reader none.
        if (wanted.Length == 0)
        {
            return [];
        }

        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return [.. users.GetMany(wanted)];
    }

    /// <inheritdoc />
    public IEnumerable<IUser> GetAllInGroup(int groupId)
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return [.. users.GetAllInGroup(groupId)];
    }
}
