using System.Linq.Expressions;

namespace Site.Core.Persistence.Querying;

/// <summary>
/// Makes comparisons of a date with a point in time, <c>x.CreateDate &gt;= since</c>, ones of two UTC dates: SQLite compares no
/// <see cref="DateTimeOffset"/>.
/// </summary>
internal sealed class UtcComparison : ExpressionVisitor
{
    private static readonly UtcComparison _instance = new();

    private UtcComparison()
    {
    }

    /// <summary>Replaces the points in time of a condition by UTC dates.</summary>
    public static Expression<Func<TEntity, bool>> Rewrite<TEntity>(Expression<Func<TEntity, bool>> predicate) =>
        (Expression<Func<TEntity, bool>>)_instance.Visit(predicate);

    /// <inheritdoc />
    protected override Expression VisitBinary(BinaryExpression node)
    {
        Expression left = Unwrap(node.Left);
        Expression right = Unwrap(node.Right);
        return IsPoint(node.Left.Type) && IsPoint(node.Right.Type) && (left.Type == typeof(DateTime) || right.Type == typeof(DateTime))
            ? Expression.MakeBinary(node.NodeType, ToUtc(left), ToUtc(right))
            : base.VisitBinary(node);
    }

    private static bool IsPoint(Type type) => type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?);

    private static Expression Unwrap(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Unwrap(convert.Operand) : expression;

    private static Expression ToUtc(Expression date) => date.Type == typeof(DateTime)
        ? date
        : Expression.Property(Expression.Convert(date, typeof(DateTimeOffset)), nameof(DateTimeOffset.UtcDateTime));
}
