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
    /// <c>lower</c> is a function of ours and <c>LIKE</c> is SQLite's own, which knows the case of the letters without accents; the sign for
    /// kelvin is another <c>k</c>.
    /// </remarks>
    internal override string CandidatesFor(string start) =>
        string.Concat(start.EnumerateRunes().Select(x => x.IsAscii && char.IsAsciiLetterOrDigit((char)x.Value) && x.Value is not ('k' or 'K') ? (char)x.Value : '_')) + "%";
}
