using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Jobs;

namespace Site.Core.Persistence.Postgres;

/// <summary>Locks jobs by advisory locks of PostgreSQL, each on a connection of its own for as long as the job runs.</summary>
internal sealed class PostgresJobLock(IDbContextFactory<SiteDbContext> contexts) : IJobLock
{
    // Locks with two keys are others than those with one, which Core's locks have.
    private const int Jobs = 0x4A4F42;

    /// <inheritdoc />
    public async Task<IAsyncDisposable?> TryAcquireAsync(string job, CancellationToken cancellationToken)
    {
        int key = BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(job)));
        var held = new Held(await contexts.CreateDbContextAsync(cancellationToken), key);
        try
        {
            if (await held.TryTakeAsync(cancellationToken))
            {
                return held;
            }
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }

        await held.DisposeAsync();
        return null;
    }

    private sealed class Held(SiteDbContext context, int key) : IAsyncDisposable
    {
        private bool _isTaken;

        public async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            _isTaken = await context.Database
                .SqlQuery<bool>($"SELECT pg_try_advisory_lock({Jobs}, {key}) AS \"Value\"")
                .SingleAsync(cancellationToken);
            return _isTaken;
        }

        public async ValueTask DisposeAsync()
        {
            await using (context)
            {
                if (_isTaken)
                {
                    await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Jobs}, {key})");
                }
            }
        }
    }
}
