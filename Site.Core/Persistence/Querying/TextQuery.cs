using System.Linq.Expressions;
using System.Reflection;

namespace Site.Core.Persistence.Querying;

/// <summary>Finds rows by texts without regard to case, on both engines.</summary>
internal static class TextQuery
{
    private static readonly MethodInfo _toLower = typeof(string).GetMethod(nameof(string.ToLower), BindingFlags.Public | BindingFlags.Instance, [])!;
    private static readonly MethodInfo _contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    /// <summary>The rows whose column is <paramref name="text"/>.</summary>
    public static IQueryable<TRow> WhereTextIs<TRow>(this IQueryable<TRow> rows, Expression<Func<TRow, string?>> column, string text) =>
        Where(rows, column, text, Expression.Equal);

    /// <summary>The rows whose column contains <paramref name="text"/>, which has no wildcards.</summary>
    public static IQueryable<TRow> WhereTextContains<TRow>(this IQueryable<TRow> rows, Expression<Func<TRow, string?>> column, string text) =>
        Where(rows, column, text, (left, right) => Expression.Call(left, _contains, right));

    private static IQueryable<TRow> Where<TRow>(
        IQueryable<TRow> rows,
        Expression<Func<TRow, string?>> column,
        string text,
        Func<Expression, Expression, Expression> compare)
    {
        // A member of an object, and not a constant, so that EF makes a parameter of it and translates the query once.
        Expression value = Expression.Property(Expression.Constant(new Parameter(text.ToLowerInvariant())), nameof(Parameter.Value));
        Expression body = compare(Expression.Call(column.Body, _toLower), value);
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(body, column.Parameters));
    }

    private sealed record Parameter(string Value);
}
