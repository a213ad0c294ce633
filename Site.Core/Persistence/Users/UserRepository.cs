using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Caching;
using Site.Core.Persistence.ExternalLogins;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Direction = Umbraco.Cms.Core.Direction;

namespace Site.Core.Persistence.Users;

/// <summary>Users of the backoffice, their sessions and their OAuth clients.</summary>
internal sealed class UserRepository(AmbientDbContext database, AppCaches appCaches, UserLoader loader, UserSessionStore sessions)
    : IUserRepository
{
    private readonly EntityCache<IUser> _cache = new(appCaches, database);
    private readonly UserWriter _writer = new(database, appCaches);

    // A key keeps its id for ever; one that was given in a transaction that failed is told by the user whom the id finds.
    private readonly ConcurrentDictionary<Guid, int> _ids = [];

    private IQueryable<UserRow> Rows => database.Read.Set<UserRow>();

    /// <inheritdoc />
    public IUser? Get(Guid id)
    {
        if (_ids.TryGetValue(id, out int known) && Get(known) is { } cached && cached.Key == id)
        {
            return cached;
        }

        int? found = Rows.Where(x => x.Key == id).Select(x => (int?)x.Id).SingleOrDefault();
        if (found is null)
        {
            return null;
        }

        _ids[id] = found.Value;
        return Get(found.Value);
    }

    /// <inheritdoc />
    public IUser? Get(int id) => _cache.Get(id, x => Load(Rows.Where(row => row.Id == x)).SingleOrDefault());

    /// <inheritdoc />
    /// <remarks>Never from the cache.</remarks>
    public IUser? Get(int? id, bool includeSecurityData) => Load(Rows.Where(x => x.Id == id)).SingleOrDefault();

    /// <inheritdoc />
    /// <remarks>No keys means all.</remarks>
    public IEnumerable<IUser> GetMany(params Guid[]? ids) => ids is null or []
        ? Get(Rows.OrderBy(x => x.Id))
        : Get(Rows.Where(x => ids.Contains(x.Key)).OrderBy(x => x.Id));

    /// <inheritdoc />
    public bool Exists(Guid id) => Rows.Any(x => x.Key == id);

    /// <inheritdoc />
    public IEnumerable<IUser> Get(IQuery<IUser> query) => Get(Rows.Where(query).OrderBy(x => x.Id));

    /// <inheritdoc />
    public int Count(IQuery<IUser>? query) => Rows.Where(query).Count();

    /// <inheritdoc />
    public int GetCountByQuery(IQuery<IUser>? query) => Count(query);

    /// <inheritdoc />
    public bool ExistsByUserName(string username) => WithLogin(username).Any();

    /// <inheritdoc />
    public bool ExistsByLogin(string login) => WithLogin(login).Any();

    /// <inheritdoc />
    /// <remarks>Never from the cache.</remarks>
    public IUser? GetByUsername(string username, bool includeSecurityData) => Load(WithLogin(username)).SingleOrDefault();

    /// <inheritdoc />
    public IProfile? GetProfile(string username) => ToProfile(WithLogin(username));

    /// <inheritdoc />
    public IProfile? GetProfile(int id) => ToProfile(Rows.Where(x => x.Id == id));

    /// <inheritdoc />
    /// <remarks>Never one: the site applies its migrations before it serves, so it is never in the state of an upgrade.</remarks>
    public IUser? GetForUpgradeByUsername(string username) => null;

    /// <inheritdoc />
    /// <remarks>Never one: see <see cref="GetForUpgradeByUsername"/>.</remarks>
    public IUser? GetForUpgradeByEmail(string email) => null;

    /// <inheritdoc />
    /// <remarks>Never one: see <see cref="GetForUpgradeByUsername"/>.</remarks>
    public IUser? GetForUpgrade(int id) => null;

    /// <inheritdoc />
    public IEnumerable<IUser> GetAllInGroup(int groupId)
    {
        IQueryable<User2UserGroupRow> members = database.Read.Set<User2UserGroupRow>().Where(x => x.UserGroupId == groupId);
        return Get(Rows.Where(x => members.Any(member => member.UserId == x.Id)).OrderBy(x => x.Id));
    }

    /// <inheritdoc />
    public IEnumerable<IUser> GetAllNotInGroup(int groupId)
    {
        IQueryable<User2UserGroupRow> members = database.Read.Set<User2UserGroupRow>().Where(x => x.UserGroupId == groupId);
        return Get(Rows.Where(x => !members.Any(member => member.UserId == x.Id)).OrderBy(x => x.Id));
    }

    /// <inheritdoc />
    public IEnumerable<IUser> GetPagedResultsByQuery(
        IQuery<IUser>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        Expression<Func<IUser, object?>> orderBy,
        Direction orderDirection = Direction.Ascending,
        string[]? includeUserGroups = null,
        string[]? excludeUserGroups = null,
        UserState[]? userState = null,
        IQuery<IUser>? filter = null)
    {
        IQueryable<UserRow> users = Rows.Where(query).Where(filter).InStates(userState);
        if (includeUserGroups is { Length: > 0 })
        {
            IQueryable<int> members = MembersOf(includeUserGroups);
            users = users.Where(x => members.Contains(x.Id));
        }

        if (excludeUserGroups is { Length: > 0 })
        {
            IQueryable<int> members = MembersOf(excludeUserGroups);
            users = users.Where(x => !members.Contains(x.Id));
        }

        totalRecords = users.LongCount();
        return Get(users.OrderBy(orderBy, orderDirection == Direction.Descending).Skip((int)(pageIndex * pageSize)).Take(pageSize));
    }

    /// <inheritdoc />
    public IDictionary<UserState, int> GetUserStates() =>
        Enum.GetValues<UserState>().ToDictionary(x => x, x => Rows.InStates([x]).Count());

    /// <inheritdoc />
    public void Save(IUser entity)
    {
        _writer.Save(entity);
        _cache.Invalidate(entity);
    }

    /// <inheritdoc />
    public void Delete(IUser entity)
    {
        _writer.Delete(entity);
        _cache.Invalidate(entity);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentNullException">There is no user id: a session is always somebody's.</exception>
    public Guid CreateLoginSession(int? userId, string requestingIpAddress, bool cleanStaleSessions = true) =>
        sessions.Create(userId ?? throw new ArgumentNullException(nameof(userId)), requestingIpAddress, cleanStaleSessions);

    /// <inheritdoc />
    public bool ValidateLoginSession(int userId, Guid sessionId) => sessions.Validate(userId, sessionId);

    /// <inheritdoc />
    public int ClearLoginSessions(int userId) => sessions.DeleteAll(userId);

    /// <inheritdoc />
    public int ClearLoginSessions(TimeSpan timespan) => sessions.DeleteStale(timespan);

    /// <inheritdoc />
    public void ClearLoginSession(Guid sessionId) => sessions.End(sessionId);

    /// <inheritdoc />
    /// <remarks>A new security stamp ends every session of the user.</remarks>
    public void InvalidateSessionsForRemovedProviders(IEnumerable<string> currentLoginProviders)
    {
        string[] current = [.. currentLoginProviders];
        SiteDbContext context = database.Write;
        IQueryable<Guid> keys = context.Set<ExternalLoginRow>().Where(x => !current.Contains(x.LoginProvider)).Select(x => x.UserOrMemberKey);
        foreach (UserRow user in context.Set<UserRow>().AsTracking().Where(x => keys.Contains(x.Key)).ToList())
        {
            user.SecurityStamp = Guid.NewGuid().ToString();
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
        _cache.InvalidateAll();
    }

    /// <inheritdoc />
    public IEnumerable<string> GetAllClientIds() => [.. database.Read.Set<User2ClientIdRow>().Select(x => x.ClientId).OrderBy(x => x)];

    /// <inheritdoc />
    public IEnumerable<string> GetClientIds(int id) =>
        [.. database.Read.Set<User2ClientIdRow>().Where(x => x.UserId == id).Select(x => x.ClientId).OrderBy(x => x)];

    /// <inheritdoc />
    public void AddClientId(int id, string clientId)
    {
        SiteDbContext context = database.Write;
        context.Add(new User2ClientIdRow { UserId = id, ClientId = clientId });
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <inheritdoc />
    public bool RemoveClientId(int id, string clientId) =>
        database.Write.Set<User2ClientIdRow>().Where(x => x.UserId == id && x.ClientId == clientId).ExecuteDelete() > 0;

    /// <inheritdoc />
    public IUser? GetByClientId(string clientId)
    {
        int? id = database.Read.Set<User2ClientIdRow>().Where(x => x.ClientId == clientId).Select(x => (int?)x.UserId).SingleOrDefault();
        return id is null ? null : Get(id.Value);
    }

    private static UserProfile? ToProfile(IQueryable<UserRow> users) =>
        users.Select(x => new { x.Id, x.Name }).SingleOrDefault() is { } user ? new UserProfile(user.Id, user.Name) : null;

    private IQueryable<UserRow> WithLogin(string login) => Rows.WhereTextIs(x => x.Login, login);

    private IQueryable<int> MembersOf(string[] groupAliases)
    {
        SiteDbContext context = database.Read;
        int[] groupIds = [.. context.Set<UserGroupRow>()
            .Select(x => new { x.Id, x.Alias })
            .AsEnumerable()
            .Where(x => groupAliases.Contains(x.Alias, StringComparer.OrdinalIgnoreCase))
            .Select(x => x.Id)];
        return context.Set<User2UserGroupRow>().Where(x => groupIds.Contains(x.UserGroupId)).Select(x => x.UserId);
    }

    private List<IUser> Load(IQueryable<UserRow> users) => loader.Load(users.ToList());

    private IReadOnlyList<IUser> Get(IQueryable<UserRow> users) => _cache.GetMany(
        users.Select(x => x.Id).ToList(),
        missing => Load(Rows.Where(x => missing.Contains(x.Id))));
}
