using System.Collections;
using System.Linq.Expressions;
using Umbraco.Cms.Core.Persistence.Querying;

namespace Site.Core.Hosting.Scoping;

/// <summary>
/// Collects the conditions that Core puts on a repository's entities. Repositories read <see cref="Predicates"/> and
/// translate them to their rows; Core itself never asks for the clauses as text.
/// </summary>
/// <typeparam name="T">The entity that the query is about.</typeparam>
public sealed class Query<T> : IQuery<T>
{
    private readonly List<Expression<Func<T, bool>>> _predicates = [];

    /// <summary>The conditions, all of which must hold.</summary>
    public IReadOnlyList<Expression<Func<T, bool>>> Predicates => _predicates;

    /// <inheritdoc />
    public IQuery<T> Where(Expression<Func<T, bool>> predicate)
    {
        if (predicate is not null)
        {
            _predicates.Add(predicate);
        }

        return this;
    }

    /// <inheritdoc />
    public IQuery<T> WhereIn(Expression<Func<T, object>> fieldSelector, IEnumerable? values)
    {
        if (values is not null)
        {
            _predicates.Add(Contains(fieldSelector, values));
        }

        return this;
    }

    /// <inheritdoc />
    public IQuery<T> WhereNotIn(Expression<Func<T, object>> fieldSelector, IEnumerable? values)
    {
        if (values is not null)
        {
            Expression<Func<T, bool>> contains = Contains(fieldSelector, values);
            _predicates.Add(Expression.Lambda<Func<T, bool>>(Expression.Not(contains.Body), contains.Parameters));
        }

        return this;
    }

    /// <inheritdoc />
    public IQuery<T> WhereAny(IEnumerable<Expression<Func<T, bool>>> predicates)
    {
        Expression<Func<T, bool>>[] any = [.. predicates];
        if (any.Length > 0)
        {
            ParameterExpression entity = any[0].Parameters[0];
            Expression body = any
                .Select(x => new ParameterReplacer(x.Parameters[0], entity).Visit(x.Body))
                .Aggregate(Expression.OrElse);
            _predicates.Add(Expression.Lambda<Func<T, bool>>(body, entity));
        }

        return this;
    }

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always: conditions are not text here.</exception>
    public IEnumerable<Tuple<string, object[]>> GetWhereClauses() =>
        throw new NotSupportedException("Queries are translated from expressions; there are no clauses as text. Read Query<T>.Predicates.");

    private static Expression<Func<T, bool>> Contains(Expression<Func<T, object>> fieldSelector, IEnumerable values)
    {
        Expression field = fieldSelector.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert
            ? convert.Operand
            : fieldSelector.Body;
        var typed = Array.CreateInstance(field.Type, values.Cast<object>().Count());
        int index = 0;
        foreach (object value in values)
        {
            typed.SetValue(value, index++);
        }

        MethodCallExpression call = Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Contains), [field.Type], Expression.Constant(typed), field);
        return Expression.Lambda<Func<T, bool>>(call, fieldSelector.Parameters);
    }

    private sealed class ParameterReplacer(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
