using System.Linq.Expressions;

namespace Site.Core.Persistence.Querying;

/// <summary>Runs conditions of Core's queries on entities in memory.</summary>
internal static class InMemoryPredicate
{
    /// <summary>
    /// Compiles the condition. Core's <c>Sql…</c> string methods are plain methods, case-insensitive, and run as they are;
    /// other comparisons of texts ignore case too, as they do on rows. The interpreter is used because most conditions run once.
    /// </summary>
    public static Func<TEntity, bool> Compile<TEntity>(Expression<Func<TEntity, bool>> predicate) =>
        CaseInsensitive.Rewrite(predicate).Compile(preferInterpretation: true);
}
