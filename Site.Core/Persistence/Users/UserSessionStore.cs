using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Site.Core.Persistence.Users;

/// <summary>The sessions of signed-in users.</summary>
internal sealed class UserSessionStore(AmbientDbContext database, IOptions<GlobalSettings> settings, TimeProvider time)
{
    private static readonly TimeSpan _staleAfter = TimeSpan.FromDays(15);

    // A session's last use is written once in a while and not at every request.
    private static readonly TimeSpan _validationStep = TimeSpan.FromSeconds(30);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Begins a session.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="ipAddress">Where the user is.</param>
    /// <param name="cleanStale">Whether to delete sessions that have not been used for fifteen days.</param>
    public Guid Create(int userId, string ipAddress, bool cleanStale)
    {
        SiteDbContext context = database.Write;
        DateTime now = Now;
        var row = new UserLoginRow { SessionId = Guid.NewGuid(), UserId = userId, IpAddress = ipAddress, LoggedInUtc = now, LastValidatedUtc = now };
        context.Add(row);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        if (cleanStale)
        {
            DeleteStale(_staleAfter);
        }

        return row.SessionId;
    }

    /// <summary>Whether the session is the user's and goes on; one that was not used in time is ended.</summary>
    public bool Validate(int userId, Guid sessionId)
    {
        UserLoginRow? session = database.Read.Set<UserLoginRow>().SingleOrDefault(x => x.SessionId == sessionId);
        if (session is null || session.UserId != userId || session.LoggedOutUtc is not null)
        {
            return false;
        }

        TimeSpan unused = Now - session.LastValidatedUtc;
        if (unused > settings.Value.TimeOut)
        {
            End(sessionId);
            return false;
        }

        if (unused > _validationStep)
        {
            DateTime now = Now;
            database.Write.Set<UserLoginRow>()
                .Where(x => x.SessionId == sessionId && x.LoggedOutUtc == null)
                .ExecuteUpdate(x => x.SetProperty(row => row.LastValidatedUtc, now));
        }

        return true;
    }

    /// <summary>Ends the session.</summary>
    public void End(Guid sessionId)
    {
        DateTime now = Now;
        database.Write.Set<UserLoginRow>()
            .Where(x => x.SessionId == sessionId && x.LoggedOutUtc == null)
            .ExecuteUpdate(x => x.SetProperty(row => row.LoggedOutUtc, now));
    }

    /// <summary>Deletes the user's sessions and says how many there were.</summary>
    public int DeleteAll(int userId) => database.Write.Set<UserLoginRow>().Where(x => x.UserId == userId).ExecuteDelete();

    /// <summary>Deletes the sessions that have not been used for this long and says how many there were.</summary>
    public int DeleteStale(TimeSpan unused)
    {
        DateTime since = Now - unused;
        return database.Write.Set<UserLoginRow>().Where(x => x.LastValidatedUtc < since).ExecuteDelete();
    }
}
