using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Security;

namespace Site.Core.Persistence.Members;

/// <summary>Holds no members of other identity providers, and takes none: see <see cref="MembersNotOffered"/>.</summary>
internal sealed class ExternalMemberRepository : IExternalMemberRepository
{
    /// <inheritdoc />
    public Task<ExternalMemberIdentity?> GetByKeyAsync(Guid key) => Task.FromResult<ExternalMemberIdentity?>(null);

    /// <inheritdoc />
    public Task<ExternalMemberIdentity?> GetByEmailAsync(string email) => Task.FromResult<ExternalMemberIdentity?>(null);

    /// <inheritdoc />
    public Task<ExternalMemberIdentity?> GetByUsernameAsync(string username) => Task.FromResult<ExternalMemberIdentity?>(null);

    /// <inheritdoc />
    public Task<PagedModel<ExternalMemberIdentity>> GetPagedAsync(int skip, int take) => Task.FromResult(new PagedModel<ExternalMemberIdentity>());

    /// <inheritdoc />
    public Task<IEnumerable<string>> GetRolesAsync(Guid memberKey) => Task.FromResult<IEnumerable<string>>([]);

    /// <inheritdoc />
    public Task<int> CreateAsync(ExternalMemberIdentity member) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public Task UpdateAsync(ExternalMemberIdentity member) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public Task UpdateLoginPropertiesAsync(ExternalMemberIdentity member) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public Task DeleteAsync(Guid key) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public Task AssignRolesAsync(int externalMemberId, int[] memberGroupIds) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public Task RemoveRolesAsync(int externalMemberId, int[] memberGroupIds) => throw MembersNotOffered.Error();
}
