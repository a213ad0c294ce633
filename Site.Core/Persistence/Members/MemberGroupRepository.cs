using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Members;

/// <summary>Holds no groups of members, and takes none: see <see cref="MembersNotOffered"/>.</summary>
internal sealed class MemberGroupRepository : IMemberGroupRepository
{
    /// <inheritdoc />
    public IMemberGroup? Get(int id) => null;

    /// <inheritdoc />
    public IMemberGroup? Get(Guid uniqueId) => null;

    /// <inheritdoc />
    public IEnumerable<IMemberGroup> Get(IQuery<IMemberGroup> query) => [];

    /// <inheritdoc />
    public IEnumerable<IMemberGroup> GetMany(params int[]? ids) => [];

    /// <inheritdoc />
    public bool Exists(int id) => false;

    /// <inheritdoc />
    public int Count(IQuery<IMemberGroup>? query) => 0;

    /// <inheritdoc />
    public IMemberGroup? GetByName(string? name) => null;

    /// <inheritdoc />
    public IEnumerable<IMemberGroup> GetMemberGroupsForMember(int memberId) => [];

    /// <inheritdoc />
    public IEnumerable<IMemberGroup> GetMemberGroupsForMember(string? username) => [];

    /// <inheritdoc />
    public IMemberGroup? CreateIfNotExists(string roleName) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public void Save(IMemberGroup entity) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public void Delete(IMemberGroup entity) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public void ReplaceRoles(int[] memberIds, string[] roleNames) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public void AssignRoles(int[] memberIds, string[] roleNames) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public void DissociateRoles(int[] memberIds, string[] roleNames) => throw MembersNotOffered.Error();
}
