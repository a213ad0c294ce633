using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Site.Core.Persistence.Integrity;

/// <summary>What the engine itself says of its files, indexes and constraints.</summary>
internal sealed class EngineCheck : IIntegrityCheck
{
    /// <inheritdoc />
    public string Name => "engine";

    /// <inheritdoc />
    public IEnumerable<Damage> Find(SiteDbContext context) => context.Database.IsSqlite() ? FindInSqlite(context) : FindInPostgres(context);

    private static IEnumerable<Damage> FindInSqlite(SiteDbContext context)
    {
        foreach (string message in context.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").ToList().Where(x => x != "ok"))
        {
            // An index can be made again from its table; a page that is gone cannot.
            bool isIndex = message.Contains("index", StringComparison.Ordinal) && !message.Contains("malformed", StringComparison.Ordinal);
            yield return new Damage(
                $"integrity_check: {message.ReplaceLineEndings(" ")}{(isIndex ? string.Empty : "; restore a backup")}",
                isIndex ? x => x.Database.ExecuteSql($"REINDEX") : null);
        }
    }

    private static IEnumerable<Damage> FindInPostgres(SiteDbContext context)
    {
        IEnumerable<string> indexes = context.Database.SqlQuery<string>(
            $"""SELECT quote_ident(c.relname) AS "Value" FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = current_schema()::regnamespace AND NOT i.indisvalid""").ToList();
        foreach (string index in indexes)
        {
            yield return new Damage($"the index {index} is not valid", x => x.Database.ExecuteSql(FormattableStringFactory.Create($"REINDEX INDEX {index}")));
        }

        IEnumerable<string> constraints = context.Database.SqlQuery<string>(
            $"""SELECT conrelid::regclass || ' VALIDATE CONSTRAINT ' || quote_ident(conname) AS "Value" FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND NOT convalidated""").ToList();
        foreach (string constraint in constraints)
        {
            yield return new Damage(
                $"a constraint is not validated: {constraint}",
                x => x.Database.ExecuteSql(FormattableStringFactory.Create($"ALTER TABLE {constraint}")));
        }
    }
}
