using System.Linq.Expressions;
using System.Reflection;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Persistence;

namespace Site.Core.Persistence.Querying;

/// <summary>
/// Turns a condition that Core puts on an entity into one on a row, which EF can translate to SQL.
/// </summary>
/// <typeparam name="TRow">The row, or a projection of several rows.</typeparam>
/// <param name="members">For each entity member that queries may name, the expression on the row that holds it.</param>
internal sealed class PredicateTranslator<TRow>(IReadOnlyDictionary<string, Expression<Func<TRow, object?>>> members)
{
    /// <summary>Translates one condition.</summary>
    /// <exception cref="NotSupportedException">The condition names a member that has no expression on the row.</exception>
    public Expression<Func<TRow, bool>> Translate<TEntity>(Expression<Func<TEntity, bool>> predicate)
    {
        ParameterExpression row = Expression.Parameter(typeof(TRow), "row");
        Expression body = new Visitor(predicate.Parameters[0], row, members).Visit(predicate.Body);
        return Expression.Lambda<Func<TRow, bool>>(body, row);
    }

    private sealed class Visitor(
        ParameterExpression entity,
        ParameterExpression row,
        IReadOnlyDictionary<string, Expression<Func<TRow, object?>>> members) : ExpressionVisitor
    {
        private static readonly MethodInfo _compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
        private static readonly MethodInfo _concat = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)])!;

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is null || Unwrap(node.Expression) != entity)
            {
                return base.VisitMember(node);
            }

            if (!members.TryGetValue(node.Member.Name, out Expression<Func<TRow, object?>>? selector))
            {
                throw new NotSupportedException(
                    $"A query on {entity.Type.Name} names {node.Member.Name}, which no column of {typeof(TRow).Name} holds.");
            }

            Expression column = new Replacer(selector.Parameters[0], row).Visit(Unwrap(selector.Body))!;
            return column.Type == node.Type ? column : Expression.Convert(column, node.Type);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node) => node switch
        {
            { Method.Name: nameof(SqlExpressionExtensions.SqlStartsWith) } when CaseInsensitive.IsPath(node.Arguments[0]) =>
                Visit(PathStartsWith(node.Arguments[0], node.Arguments[1])),
            { Method.Name: nameof(string.StartsWith), Object: { } text } when CaseInsensitive.IsPath(text) => Visit(PathStartsWith(text, node.Arguments[0])),
            _ when node.Method.DeclaringType == typeof(SqlExpressionExtensions) => Visit(ToLinq(node)),
            _ => base.VisitMethodCall(node),
        };

        protected override Expression VisitUnary(UnaryExpression node) =>
            node.NodeType == ExpressionType.Convert && node.Operand == entity
                ? node
                : base.VisitUnary(node);

        private static Expression Unwrap(Expression expression) =>
            expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } convert
                ? Unwrap(convert.Operand)
                : expression;

        private static Expression ToLinq(MethodCallExpression node) => node.Method.Name switch
        {
            nameof(SqlExpressionExtensions.SqlIn) => Expression.Call(
                typeof(Enumerable), nameof(Enumerable.Contains), node.Method.GetGenericArguments(), node.Arguments[0], node.Arguments[1]),
            nameof(SqlExpressionExtensions.SqlStartsWith) => Match(node, nameof(string.StartsWith)),
            nameof(SqlExpressionExtensions.SqlEndsWith) => Match(node, nameof(string.EndsWith)),
            nameof(SqlExpressionExtensions.SqlContains) => Match(node, nameof(string.Contains)),
            nameof(SqlExpressionExtensions.SqlEquals) => Expression.Equal(Lower(node.Arguments[0]), Lower(node.Arguments[1])),
            _ => throw new NotSupportedException($"{node.Method.Name} is not translated."),
        };

        private static MethodCallExpression Match(MethodCallExpression node, string method)
        {
            MethodInfo match = typeof(string).GetMethod(method, [typeof(string)])!;
            return CaseInsensitive.IsPath(node.Arguments[0])
                ? Expression.Call(node.Arguments[0], match, node.Arguments[1])
                : Expression.Call(Lower(node.Arguments[0]), match, Lower(node.Arguments[1]));
        }

        private static BinaryExpression PathStartsWith(Expression path, Expression start)
        {
            Expression end = Expression.Add(start, Expression.Constant(NodePaths.End), _concat);
            return Expression.AndAlso(
                Expression.GreaterThanOrEqual(Expression.Call(_compare, path, start), Expression.Constant(0)),
                Expression.LessThan(Expression.Call(_compare, path, end), Expression.Constant(0)));
        }

        // Core's methods ignore case; the engines' collations do not.
        private static MethodCallExpression Lower(Expression text) =>
            Expression.Call(text, typeof(string).GetMethod(nameof(string.ToLower), BindingFlags.Public | BindingFlags.Instance, [])!);
    }

    private sealed class Replacer(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
