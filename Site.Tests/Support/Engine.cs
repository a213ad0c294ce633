namespace Site.Tests.Support;

/// <summary>The database engines on which every contract holds.</summary>
public enum Engine
{
    /// <summary>SQLite, one file in a folder of its own.</summary>
    Sqlite,

    /// <summary>A real PostgreSQL server.</summary>
    Postgres,
}
