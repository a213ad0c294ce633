using System.Linq.Expressions;

namespace Site.Core.Persistence.Querying;

/// <summary>Runs conditions of Core's queries on entities in memory.</summary>
internal static class InMemoryPredicate
{
    /// <summary>
    /// Compiles the condition. Core's <c>Sql…</c> string methods are plain methods, case-insensitive, and run as they are;
    /// the interpreter is used because most conditions run once.
    /// </summary>
    public static Func<TEntity, bool> Compile<TEntity>(Expression<Func<TEntity, bool>> predicate) =>
        predicate.Compile(preferInterpretation: true);
}
