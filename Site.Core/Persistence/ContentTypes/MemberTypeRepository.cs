using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>There are no member types, as members are not offered; Core's services ask nevertheless.</summary>
internal sealed class MemberTypeRepository : IMemberTypeRepository
{
    private const string NotOffered = "Members are not offered, and so neither are member types.";

    /// <inheritdoc />
    public IMemberType? Get(int id) => null;

    /// <inheritdoc />
    public IMemberType? Get(Guid id) => null;

    /// <inheritdoc />
    public IMemberType? Get(string alias) => null;

    /// <inheritdoc />
    public IEnumerable<IMemberType> Get(IQuery<IMemberType> query) => [];

    /// <inheritdoc />
    public IEnumerable<IMemberType> GetMany(params int[]? ids) => [];

    /// <inheritdoc />
    public IEnumerable<IMemberType> GetMany(params Guid[]? ids) => [];

    /// <inheritdoc />
    public IEnumerable<Guid> GetAllowedParentKeys(Guid key) => [];

    /// <inheritdoc />
    public int Count(IQuery<IMemberType>? query) => 0;

    /// <inheritdoc />
    public bool Exists(int id) => false;

    /// <inheritdoc />
    public bool Exists(Guid id) => false;

    /// <inheritdoc />
    public bool HasContainerInPath(string contentPath) => false;

    /// <inheritdoc />
    public bool HasContainerInPath(params int[] ids) => false;

    /// <inheritdoc />
    public bool HasContentNodes(int id) => false;

    /// <inheritdoc />
    public string GetUniqueAlias(string alias) => alias;

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public IEnumerable<MoveEventInfo<IMemberType>> Move(IMemberType moving, EntityContainer container) => throw new NotSupportedException(NotOffered);

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public void Save(IMemberType entity) => throw new NotSupportedException(NotOffered);

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public void Delete(IMemberType entity) => throw new NotSupportedException(NotOffered);
}
