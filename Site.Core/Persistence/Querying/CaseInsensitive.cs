using System.Linq.Expressions;
using System.Reflection;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence;

namespace Site.Core.Persistence.Querying;

/// <summary>
/// Makes the comparisons of texts in a condition ignore case. Core writes <c>x.Name == name</c> and trusts the database's collation;
/// those of SQLite and PostgreSQL tell upper from lower case.
/// </summary>
internal sealed class CaseInsensitive : ExpressionVisitor
{
    private static readonly CaseInsensitive _instance = new();

    private CaseInsensitive()
    {
    }

    /// <summary>Replaces <c>==</c>, <c>Equals</c>, <c>StartsWith</c>, <c>EndsWith</c> and <c>Contains</c> on texts by Core's own methods, which ignore case.</summary>
    public static Expression<Func<TEntity, bool>> Rewrite<TEntity>(Expression<Func<TEntity, bool>> predicate) =>
        (Expression<Func<TEntity, bool>>)_instance.Visit(predicate);

    /// <inheritdoc />
    protected override Expression VisitBinary(BinaryExpression node)
    {
        bool isTextComparison = node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual
            && node.Left.Type == typeof(string)
            && !IsNull(node.Left)
            && !IsNull(node.Right)
            && !IsPath(node.Left)
            && !IsPath(node.Right);
        if (!isTextComparison)
        {
            return base.VisitBinary(node);
        }

        MethodCallExpression equals = Call(nameof(SqlExpressionExtensions.SqlEquals), node.Left, node.Right);
        return node.NodeType == ExpressionType.Equal ? equals : Expression.Not(equals);
    }

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        bool isTextMethod = node.Method.DeclaringType == typeof(string)
            && node.Object is not null
            && node.Arguments.Count > 0
            && node.Arguments[0].Type == typeof(string)
            && !IsPath(node.Object);
        return isTextMethod && Replacement(node.Method.Name) is { } method
            ? Call(method, node.Object!, node.Arguments[0])
            : base.VisitMethodCall(node);
    }

    /// <summary>Whether the text is a path of ids, which has no case; the engines find it by its index only as it is stored.</summary>
    public static bool IsPath(Expression text) => text is MemberExpression { Member.Name: nameof(ITreeEntity.Path), Expression: ParameterExpression or UnaryExpression };

    private static bool IsNull(Expression expression) => expression is ConstantExpression { Value: null };

    private static string? Replacement(string method) => method switch
    {
        nameof(string.Equals) => nameof(SqlExpressionExtensions.SqlEquals),
        nameof(string.StartsWith) => nameof(SqlExpressionExtensions.SqlStartsWith),
        nameof(string.EndsWith) => nameof(SqlExpressionExtensions.SqlEndsWith),
        nameof(string.Contains) => nameof(SqlExpressionExtensions.SqlContains),
        _ => null,
    };

    private static MethodCallExpression Call(string method, Expression text, Expression other) => Expression.Call(
        typeof(SqlExpressionExtensions).GetMethod(method, BindingFlags.Public | BindingFlags.Static)!,
        text,
        other,
        Expression.Constant(TextColumnType.NVarchar));
}
