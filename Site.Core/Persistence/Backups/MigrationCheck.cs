using Microsoft.EntityFrameworkCore;

namespace Site.Core.Persistence.Backups;

/// <summary>Whether this build knows a backup's schema.</summary>
internal static class MigrationCheck
{
    /// <summary>Does nothing when the backup is of this engine and of this build or an older one.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public static void Require(SiteDbContext context, DatabaseManifest manifest, string engine)
    {
        if (manifest.Engine != engine)
        {
            throw new InvalidDataException(
                $"The backup is of a {manifest.Engine} database and this site uses {engine}. Restore it where {manifest.Engine} is configured; between engines content moves by uSync.");
        }

        string[] known = [.. context.Database.GetMigrations()];
        if (manifest.Migrations.Count == 0 || !known.Take(manifest.Migrations.Count).SequenceEqual(manifest.Migrations))
        {
            throw new InvalidDataException(
                $"The backup's schema ({(manifest.Migrations.Count == 0 ? "none" : manifest.Migrations[^1])}) is not one of this build's (up to {known[^1]}). Install the version of the site that made the backup, or a later one.");
        }
    }
}
