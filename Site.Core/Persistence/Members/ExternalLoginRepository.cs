using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Security;

namespace Site.Core.Persistence.Members;

/// <summary>
/// Knows no sign-in at another identity provider, and takes none: for members that is not offered at all, for editors it comes with their
/// sign-in. Core's services of members, which its converters ask, cannot be made without it.
/// </summary>
internal sealed class ExternalLoginRepository : IExternalLoginWithKeyRepository
{
    /// <inheritdoc />
    public IIdentityUserLogin? Get(int id) => null;

    /// <inheritdoc />
    public IEnumerable<IIdentityUserLogin> Get(IQuery<IIdentityUserLogin> query) => [];

    /// <inheritdoc />
    public IEnumerable<IIdentityUserLogin> GetMany(params int[]? ids) => [];

    /// <inheritdoc />
    public bool Exists(int id) => false;

    /// <inheritdoc />
    public int Count(IQuery<IIdentityUserLogin>? query) => 0;

    /// <inheritdoc />
    IEnumerable<IIdentityUserToken> IQueryRepository<IIdentityUserToken>.Get(IQuery<IIdentityUserToken> query) => [];

    /// <inheritdoc />
    int IQueryRepository<IIdentityUserToken>.Count(IQuery<IIdentityUserToken>? query) => 0;

    /// <inheritdoc />
    /// <remarks>There is nothing to delete; a user who is deleted asks for it.</remarks>
    public void DeleteUserLogins(Guid userOrMemberKey)
    {
    }

    /// <inheritdoc />
    public void DeleteUserLoginsForRemovedProviders(IEnumerable<string> currentLoginProviders)
    {
    }

    /// <inheritdoc />
    public void Save(IIdentityUserLogin entity) => throw NotOffered();

    /// <inheritdoc />
    public void Delete(IIdentityUserLogin entity) => throw NotOffered();

    /// <inheritdoc />
    public void Save(Guid userOrMemberKey, IEnumerable<IExternalLogin> logins) => throw NotOffered();

    /// <inheritdoc />
    public void Save(Guid userOrMemberKey, IEnumerable<IExternalLoginToken> tokens) => throw NotOffered();

    private static NotSupportedException NotOffered() => new("Sign-in at other identity providers is not offered by this site.");
}
