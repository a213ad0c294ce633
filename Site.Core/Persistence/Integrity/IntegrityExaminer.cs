using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Site.Core.Persistence.PublishedContent;

namespace Site.Core.Persistence.Integrity;

/// <summary>Examines the database, and mends what can be mended without knowing what somebody meant.</summary>
internal sealed class IntegrityExaminer(IDbContextFactory<SiteDbContext> contexts, IEnumerable<IIntegrityCheck> checks)
{
    // A repair may bring to light what it hid: a node that has a place again has a path to be checked.
    private const int MaxRounds = 5;

    /// <summary>Looks at one committed state; waits for no writer.</summary>
    public IReadOnlyList<(string Check, Damage Damage)> Examine()
    {
        using var state = CommittedState.Open(contexts);
        return Find(state.Context);
    }

    /// <summary>Which migrations the database lacks; with any, nothing else can be examined.</summary>
    public IReadOnlyList<string> PendingMigrations()
    {
        using SiteDbContext context = contexts.CreateDbContext();
        return [.. context.Database.GetPendingMigrations()];
    }

    /// <summary>Mends in one transaction.</summary>
    /// <returns>What was mended; what is left is found by <see cref="Examine"/>.</returns>
    public IReadOnlyList<(string Check, Damage Damage)> Repair()
    {
        using SiteDbContext context = contexts.CreateDbContext();
        using IDbContextTransaction transaction = context.Database.BeginTransaction(IsolationLevel.Serializable);
        List<(string Check, Damage Damage)> repaired = [];
        for (int round = 0; round < MaxRounds; round++)
        {
            var repairable = Find(context).Where(x => x.Damage.Repair is not null).ToList();
            if (repairable.Count == 0)
            {
                break;
            }

            foreach ((string check, Damage damage) in repairable)
            {
                damage.Repair!(context);
                context.ChangeTracker.Clear();
                repaired.Add((check, damage));
            }
        }

        transaction.Commit();
        return repaired;
    }

    private List<(string Check, Damage Damage)> Find(SiteDbContext context) =>
        [.. checks.SelectMany(check => check.Find(context).ToList().Select(damage => (check.Name, damage)))];
}
