using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Core.Security.Users;

/// <summary>Saves and disables users for Core's user service, and tells the handlers of both.</summary>
internal sealed class BackOfficeUserStore(
    ICoreScopeProvider scopes,
    IUserRepository users,
    IBackOfficeUserReader reader,
    IEventMessagesFactory eventMessages) : IBackOfficeUserStore
{
    /// <inheritdoc />
    /// <remarks>Nothing is written unless the answer is <see cref="UserOperationStatus.Success"/>.</remarks>
    public Task<UserOperationStatus> SaveAsync(IUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(Save(user));
    }

    /// <inheritdoc />
    public Task<UserOperationStatus> DisableAsync(IUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        user.IsApproved = false;
        return SaveAsync(user);
    }

    /// <inheritdoc />
    public Task<IUser?> GetByUserNameAsync(string username)
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return Task.FromResult(users.GetByUsername(username, includeSecurityData: true));
    }

    /// <inheritdoc />
    public Task<IUser?> GetByEmailAsync(string email)
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return Task.FromResult(users.Get(scopes.CreateQuery<IUser>().Where(x => x.Email == email)).FirstOrDefault());
    }

    /// <inheritdoc />
    public Task<IUser?> GetAsync(int id) => Task.FromResult(reader.GetById(id));

    /// <inheritdoc />
    public Task<IUser?> GetAsync(Guid key) => Task.FromResult(reader.GetByKey(key));

    /// <inheritdoc />
    public Task<IEnumerable<IUser>> GetUsersAsync(params Guid[]? keys) => Task.FromResult(reader.GetManyByKey(keys ?? []));

    /// <inheritdoc />
    public Task<IEnumerable<IUser>> GetUsersAsync(params int[]? ids) => Task.FromResult(reader.GetManyById(ids ?? []));

    /// <inheritdoc />
    public Task<IEnumerable<IUser>> GetAllInGroupAsync(int groupId) => Task.FromResult(reader.GetAllInGroup(groupId));

    private UserOperationStatus Save(IUser user)
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        if (string.IsNullOrWhiteSpace(user.Username))
        {
            return UserOperationStatus.InvalidUserName;
        }

        if (users.GetByUsername(user.Username, includeSecurityData: false) is { } namesake && namesake.Id != user.Id)
        {
            return UserOperationStatus.DuplicateUserName;
        }

        EventMessages messages = eventMessages.Get();
        var saving = new UserSavingNotification(user, messages);
        if (scope.Notifications.PublishCancelable(saving))
        {
            return UserOperationStatus.CancelledByNotification;
        }

        users.Save(user);
        scope.Notifications.Publish(new UserSavedNotification(user, messages).WithStateFrom(saving));
        scope.Complete();
        return UserOperationStatus.Success;
    }
}
