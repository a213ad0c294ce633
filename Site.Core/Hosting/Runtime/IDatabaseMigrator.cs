namespace Site.Core.Hosting.Runtime;

/// <summary>Brings the database to the schema of this build.</summary>
public interface IDatabaseMigrator
{
    /// <summary>Creates the database if there is none, and applies the migrations that it lacks, under a lock.</summary>
    void Migrate();
}
