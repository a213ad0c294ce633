using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Persistence.Members;

/// <summary>Holds no members, and takes none: see <see cref="MembersNotOffered"/>.</summary>
internal sealed class MemberRepository : IMemberRepository
{
    /// <inheritdoc />
    public int RecycleBinId => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public IMember? Get(int id) => null;

    /// <inheritdoc />
    public IEnumerable<IMember> Get(IQuery<IMember> query) => [];

    /// <inheritdoc />
    public IEnumerable<IMember> GetMany(params int[]? ids) => [];

    /// <inheritdoc />
    public bool Exists(int id) => false;

    /// <inheritdoc />
    public bool Exists(string username) => false;

    /// <inheritdoc />
    public int Count(IQuery<IMember>? query) => 0;

    /// <inheritdoc />
    public int Count(string? contentTypeAlias = null) => 0;

    /// <inheritdoc />
    public int CountChildren(int parentId, string? contentTypeAlias = null) => 0;

    /// <inheritdoc />
    public int CountDescendants(int parentId, string? contentTypeAlias = null) => 0;

    /// <inheritdoc />
    public int GetCountByQuery(IQuery<IMember>? query) => 0;

    /// <inheritdoc />
    public IMember? GetByUsername(string? username) => null;

    /// <inheritdoc />
    public int[] GetMemberIds(string[] names) => [];

    /// <inheritdoc />
    public IEnumerable<IMember> GetByMemberGroup(string groupName) => [];

    /// <inheritdoc />
    public IEnumerable<IMember> FindMembersInRole(
        string roleName,
        string usernameToMatch,
        StringPropertyMatchType matchType = StringPropertyMatchType.StartsWith) => [];

    /// <inheritdoc />
    public Task<PagedModel<IMember>> GetPagedByFilterAsync(MemberFilter memberFilter, int skip, int take, Ordering? ordering = null) =>
        Task.FromResult(new PagedModel<IMember>());

    /// <inheritdoc />
    public IEnumerable<IMember> GetPage(
        IQuery<IMember>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        IQuery<IMember>? filter,
        Ordering? ordering) => GetPage(query, pageIndex, pageSize, out totalRecords, null, filter, ordering);

    /// <inheritdoc />
    public IEnumerable<IMember> GetPage(
        IQuery<IMember>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        string[]? propertyAliases,
        IQuery<IMember>? filter,
        Ordering? ordering)
    {
        totalRecords = 0;
        return [];
    }

    /// <inheritdoc />
    public IEnumerable<IMember> GetAllVersions(int nodeId) => [];

    /// <inheritdoc />
    public IEnumerable<IMember> GetAllVersionsSlim(int nodeId, int skip, int take) => [];

    /// <inheritdoc />
    public IEnumerable<int> GetVersionIds(int id, int topRows) => [];

    /// <inheritdoc />
    public IMember? GetVersion(int versionId) => null;

    /// <inheritdoc />
    public IEnumerable<IMember> GetRecycleBin() => [];

    /// <inheritdoc />
    public ContentDataIntegrityReport CheckDataIntegrity(ContentDataIntegrityReportOptions options) => new(new Dictionary<int, ContentDataIntegrityReportEntry>());

    /// <inheritdoc />
    public void Save(IMember entity) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public void Delete(IMember entity) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public void DeleteVersion(int versionId) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public void DeleteVersions(int nodeId, DateTime versionDate) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public void UpdateSortOrder(IReadOnlyList<int> orderedNodeIds) => throw MembersNotOffered.Error();

    /// <inheritdoc />
    public Task UpdateLoginPropertiesAsync(IMember member) => throw MembersNotOffered.Error();
}
