using System.Linq.Expressions;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;

namespace Site.Core.Persistence.Users;

/// <summary>Puts Core's conditions on users, and the order that it asks for, on their rows.</summary>
internal static class UserQuery
{
    private static readonly Dictionary<string, Expression<Func<UserRow, object?>>> _columns = new()
    {
        [nameof(IUser.Id)] = x => x.Id,
        [nameof(IUser.Key)] = x => x.Key,
        [nameof(IUser.Name)] = x => x.Name,
        [nameof(IUser.Username)] = x => x.Login,
        [nameof(IUser.Email)] = x => x.Email,
        [nameof(IUser.Language)] = x => x.Language,
        [nameof(IUser.IsApproved)] = x => !x.Disabled,
        [nameof(IUser.IsLockedOut)] = x => x.NoConsole,
        [nameof(IUser.Kind)] = x => x.Kind,
        [nameof(IUser.SecurityStamp)] = x => x.SecurityStamp,
        [nameof(IUser.FailedPasswordAttempts)] = x => x.FailedLoginAttempts,
        [nameof(IUser.CreateDate)] = x => x.CreateDate,
        [nameof(IUser.UpdateDate)] = x => x.UpdateDate,
        [nameof(IUser.LastLoginDate)] = x => x.LastLoginDate,
        [nameof(IUser.LastLockoutDate)] = x => x.LastLockoutDate,
        [nameof(IUser.LastPasswordChangeDate)] = x => x.LastPasswordChangeDate,
        [nameof(IUser.InvitedDate)] = x => x.InvitedDate,
        [nameof(IUser.EmailConfirmedDate)] = x => x.EmailConfirmedDate,
    };

    private static readonly PredicateTranslator<UserRow> _translator = new(_columns);

    /// <summary>The users for which the query's conditions hold; texts are compared without regard to case.</summary>
    public static IQueryable<UserRow> Where(this IQueryable<UserRow> users, IQuery<IUser>? query) =>
        ((Query<IUser>?)query)?.Predicates.Aggregate(users, (rows, predicate) => rows.Where(_translator.Translate(CaseInsensitive.Rewrite(predicate))))
        ?? users;

    /// <summary>The users who are in one of the states; none, or <see cref="UserState.All"/>, means any.</summary>
    /// <remarks>The states are those of <see cref="User.UserState"/>.</remarks>
    public static IQueryable<UserRow> InStates(this IQueryable<UserRow> users, UserState[]? states)
    {
        if (states is null or [] || states.Contains(UserState.All))
        {
            return users;
        }

        bool active = states.Contains(UserState.Active);
        bool inactive = states.Contains(UserState.Inactive);
        bool disabled = states.Contains(UserState.Disabled);
        bool lockedOut = states.Contains(UserState.LockedOut);
        bool invited = states.Contains(UserState.Invited);
        return users.Where(x =>
            (invited && x.Disabled && x.LastLoginDate == null && x.InvitedDate != null)
            || (lockedOut && x.NoConsole && !(x.Disabled && x.LastLoginDate == null && x.InvitedDate != null))
            || (disabled && x.Disabled && !x.NoConsole && !(x.LastLoginDate == null && x.InvitedDate != null))
            || (active && !x.Disabled && !x.NoConsole && x.LastLoginDate != null)
            || (inactive && !x.Disabled && !x.NoConsole && x.LastLoginDate == null));
    }

    /// <summary>Orders the users by a member of <see cref="IUser"/>, then by id.</summary>
    /// <exception cref="NotSupportedException">Users cannot be ordered by the member.</exception>
    public static IOrderedQueryable<UserRow> OrderBy(this IQueryable<UserRow> users, Expression<Func<IUser, object?>> member, bool descending)
    {
        Expression body = member.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : member.Body;
        if (body is not MemberExpression { Member.Name: { } name } || !_columns.TryGetValue(name, out Expression<Func<UserRow, object?>>? column))
        {
            throw new NotSupportedException($"Users cannot be ordered by {member.Body}.");
        }

        return (descending ? users.OrderByDescending(column) : users.OrderBy(column)).ThenBy(x => x.Id);
    }
}
