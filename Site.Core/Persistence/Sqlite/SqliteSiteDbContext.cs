using Microsoft.EntityFrameworkCore;

namespace Site.Core.Persistence.Sqlite;

/// <summary>The site's database in one SQLite file.</summary>
public sealed class SqliteSiteDbContext(DbContextOptions<SqliteSiteDbContext> options) : SiteDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();

    /// <inheritdoc />
    /// <remarks>
    /// <c>lower</c> is a function of ours, called for each row; <c>LIKE</c> is SQLite's own, which knows the case of the letters without accents.
    /// </remarks>
    internal override string CandidatesFor(string start) =>
        string.Concat(start.EnumerateRunes().Select(x => x.IsAscii && char.IsAsciiLetterOrDigit((char)x.Value) ? (char)x.Value : '_')) + "%";
}
