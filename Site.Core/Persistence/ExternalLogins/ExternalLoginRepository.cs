using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Security;

namespace Site.Core.Persistence.ExternalLogins;

/// <summary>
/// The accounts elsewhere with which users sign in, and the tokens that came with them. Never cached: whoever asks is about to let
/// somebody in. Keys and tokens are compared to the letter.
/// </summary>
internal sealed class ExternalLoginRepository(AmbientDbContext database, TimeProvider time) : IExternalLoginWithKeyRepository
{
    private static readonly PredicateTranslator<ExternalLoginRow> _logins = new(new Dictionary<string, Expression<Func<ExternalLoginRow, object?>>>
    {
        [nameof(IIdentityUserLogin.Id)] = x => x.Id,
        [nameof(IIdentityUserLogin.LoginProvider)] = x => x.LoginProvider,
        [nameof(IIdentityUserLogin.ProviderKey)] = x => x.ProviderKey,

        // The key of such an entity is the user's.
        [nameof(IIdentityUserLogin.Key)] = x => x.UserOrMemberKey,
    });

    private static readonly PredicateTranslator<Token> _tokens = new(new Dictionary<string, Expression<Func<Token, object?>>>
    {
        [nameof(IIdentityUserToken.Id)] = x => x.Row.Id,
        [nameof(IIdentityUserToken.LoginProvider)] = x => x.Login.LoginProvider,
        [nameof(IIdentityUserToken.Name)] = x => x.Row.Name,
        [nameof(IIdentityUserToken.Key)] = x => x.Login.UserOrMemberKey,
    });

    private IQueryable<ExternalLoginRow> Logins => database.Read.Set<ExternalLoginRow>();

    private IQueryable<Token> Tokens =>
        from row in database.Read.Set<ExternalLoginTokenRow>()
        join login in database.Read.Set<ExternalLoginRow>() on row.ExternalLoginId equals login.Id
        select new Token { Row = row, Login = login };

    /// <inheritdoc />
    public IIdentityUserLogin? Get(int id) => Logins.SingleOrDefault(x => x.Id == id) is { } row ? ToEntity(row) : null;

    /// <inheritdoc />
    public IEnumerable<IIdentityUserLogin> Get(IQuery<IIdentityUserLogin> query) => ToEntities(Where(query));

    /// <inheritdoc />
    /// <remarks>No ids means all.</remarks>
    public IEnumerable<IIdentityUserLogin> GetMany(params int[]? ids) => ToEntities(ids is null or [] ? Logins : Logins.Where(x => ids.Contains(x.Id)));

    /// <inheritdoc />
    public bool Exists(int id) => Logins.Any(x => x.Id == id);

    /// <inheritdoc />
    public int Count(IQuery<IIdentityUserLogin>? query) => Where(query).Count();

    /// <inheritdoc />
    IEnumerable<IIdentityUserToken> IQueryRepository<IIdentityUserToken>.Get(IQuery<IIdentityUserToken> query) =>
        [.. WhereTokens(query).OrderBy(x => x.Row.Id).AsEnumerable().Select(ToEntity)];

    /// <inheritdoc />
    int IQueryRepository<IIdentityUserToken>.Count(IQuery<IIdentityUserToken>? query) => WhereTokens(query).Count();

    /// <inheritdoc />
    public void Save(IIdentityUserLogin entity)
    {
        SiteDbContext context = database.Write;
        ExternalLoginRow row = entity.HasIdentity
            ? context.Set<ExternalLoginRow>().AsTracking().SingleOrDefault(x => x.Id == entity.Id)
                ?? throw new InvalidOperationException($"There is no external login {entity.Id} any more.")
            : context.Add(new ExternalLoginRow { CreateDate = time.GetUtcNow().UtcDateTime }).Entity;
        row.UserOrMemberKey = Guid.Parse(entity.UserId);
        row.LoginProvider = entity.LoginProvider;
        row.ProviderKey = entity.ProviderKey;
        row.UserData = entity.UserData;
        SaveChanges(context);
        entity.Id = row.Id;
        entity.Key = row.UserOrMemberKey;
        entity.CreateDate = row.CreateDate;
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    public void Delete(IIdentityUserLogin entity) => database.Write.Set<ExternalLoginRow>().Where(x => x.Id == entity.Id).ExecuteDelete();

    /// <inheritdoc />
    /// <remarks>A login that stays keeps its tokens.</remarks>
    public void Save(Guid userOrMemberKey, IEnumerable<IExternalLogin> logins)
    {
        SiteDbContext context = database.Write;
        List<ExternalLoginRow> left = [.. context.Set<ExternalLoginRow>().AsTracking().Where(x => x.UserOrMemberKey == userOrMemberKey)];
        List<ExternalLoginRow> added = [];
        foreach (IExternalLogin login in logins)
        {
            ExternalLoginRow? row = left.Find(x => x.LoginProvider == login.LoginProvider && x.ProviderKey == login.ProviderKey);
            if (row is null)
            {
                added.Add(row = new ExternalLoginRow
                {
                    UserOrMemberKey = userOrMemberKey,
                    LoginProvider = login.LoginProvider,
                    ProviderKey = login.ProviderKey,
                    CreateDate = time.GetUtcNow().UtcDateTime,
                });
            }

            left.Remove(row);
            row.UserData = login.UserData;
        }

        // Before the new ones: another account at the same provider takes the place of the old one.
        int[] removed = [.. left.Select(x => x.Id)];
        context.Set<ExternalLoginRow>().Where(x => removed.Contains(x.Id)).ExecuteDelete();
        context.AddRange(added);
        SaveChanges(context);
    }

    /// <inheritdoc />
    /// <remarks>Tokens of providers of which none is given stay.</remarks>
    /// <exception cref="InvalidOperationException">The user has no login at a token's provider.</exception>
    public void Save(Guid userOrMemberKey, IEnumerable<IExternalLoginToken> tokens)
    {
        SiteDbContext context = database.Write;
        Dictionary<string, int> logins = context.Set<ExternalLoginRow>()
            .Where(x => x.UserOrMemberKey == userOrMemberKey)
            .ToDictionary(x => x.LoginProvider, x => x.Id);
        foreach (IGrouping<string, IExternalLoginToken> provider in tokens.GroupBy(x => x.LoginProvider))
        {
            int loginId = logins.TryGetValue(provider.Key, out int id)
                ? id
                : throw new InvalidOperationException($"The user {userOrMemberKey} has no login at {provider.Key} that could have a token.");
            ReplaceTokens(context, loginId, provider);
        }

        SaveChanges(context);
    }

    /// <inheritdoc />
    public void DeleteUserLogins(Guid userOrMemberKey) =>
        database.Write.Set<ExternalLoginRow>().Where(x => x.UserOrMemberKey == userOrMemberKey).ExecuteDelete();

    /// <inheritdoc />
    public void DeleteUserLoginsForRemovedProviders(IEnumerable<string> currentLoginProviders)
    {
        string[] current = [.. currentLoginProviders];
        database.Write.Set<ExternalLoginRow>().Where(x => !current.Contains(x.LoginProvider)).ExecuteDelete();
    }

    private static void SaveChanges(SiteDbContext context)
    {
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    private static IdentityUserLogin ToEntity(ExternalLoginRow row)
    {
        var login = new IdentityUserLogin(row.Id, row.LoginProvider, row.ProviderKey, row.UserOrMemberKey.ToString(), row.CreateDate)
        {
            Key = row.UserOrMemberKey,
            UserData = row.UserData,
        };
        login.ResetDirtyProperties(false);
        return login;
    }

    private static IdentityUserToken ToEntity(Token token)
    {
        var entity = new IdentityUserToken(
            token.Row.Id, token.Login.LoginProvider, token.Row.Name, token.Row.Value, token.Login.UserOrMemberKey.ToString(), token.Row.CreateDate)
        {
            Key = token.Login.UserOrMemberKey,
        };
        entity.ResetDirtyProperties(false);
        return entity;
    }

    private static List<IIdentityUserLogin> ToEntities(IQueryable<ExternalLoginRow> rows) => [.. rows.OrderBy(x => x.Id).AsEnumerable().Select(ToEntity)];

    private void ReplaceTokens(SiteDbContext context, int loginId, IEnumerable<IExternalLoginToken> tokens)
    {
        Dictionary<string, string> values = tokens.ToDictionary(x => x.Name, x => x.Value);
        foreach (ExternalLoginTokenRow row in context.Set<ExternalLoginTokenRow>().AsTracking().Where(x => x.ExternalLoginId == loginId).ToList())
        {
            if (values.Remove(row.Name, out string? value))
            {
                row.Value = value;
            }
            else
            {
                context.Remove(row);
            }
        }

        context.AddRange(values.Select(x => new ExternalLoginTokenRow
        {
            ExternalLoginId = loginId,
            Name = x.Key,
            Value = x.Value,
            CreateDate = time.GetUtcNow().UtcDateTime,
        }));
    }

    private IQueryable<ExternalLoginRow> Where(IQuery<IIdentityUserLogin>? query) =>
        ((Query<IIdentityUserLogin>?)query)?.Predicates.Aggregate(Logins, (rows, predicate) => rows.Where(_logins.Translate(predicate))) ?? Logins;

    private IQueryable<Token> WhereTokens(IQuery<IIdentityUserToken>? query) =>
        ((Query<IIdentityUserToken>?)query)?.Predicates.Aggregate(Tokens, (rows, predicate) => rows.Where(_tokens.Translate(predicate))) ?? Tokens;

    private sealed class Token
    {
        public required ExternalLoginTokenRow Row { get; init; }

        public required ExternalLoginRow Login { get; init; }
    }
}
