using Site.Core.Hosting.Scoping;

namespace Site.Core.Persistence;

/// <summary>Gives repositories the context of the current scope, with the scope's locks taken.</summary>
/// <remarks>
/// Ask for <see cref="Read"/> to query and for <see cref="Write"/> before the first query on which a write depends, so that
/// what is written was read in the writing transaction.
/// <para>
/// The async members of repositories use it synchronously and are complete when they return. Some of Core's services hand on the task of
/// a repository and end its scope without having awaited it: a query that were still under way would run beside the commit, on one
/// connection, which Npgsql refuses ("A command is already in progress").
/// </para>
/// </remarks>
internal sealed class AmbientDbContext(AmbientScope ambient)
{
    /// <summary>The context, for queries.</summary>
    public SiteDbContext Read
    {
        get
        {
            DatabaseSession session = Session;
            session.EnsureReading();
            return session.Context;
        }
    }

    /// <summary>The context, for writes.</summary>
    public SiteDbContext Write
    {
        get
        {
            DatabaseSession session = Session;
            session.EnsureWriting();
            return session.Context;
        }
    }

    /// <summary>The session of the current scope.</summary>
    public DatabaseSession Session
    {
        get
        {
            SiteScope scope = ambient.Required;
            scope.EnsureLocks();
            return (DatabaseSession)scope.Session;
        }
    }
}
