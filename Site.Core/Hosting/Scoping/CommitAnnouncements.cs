namespace Site.Core.Hosting.Scoping;

/// <summary>
/// Says whether a commit is being announced. Meanwhile Core renews its caches one after the other (contents, navigation, addresses), so what is
/// made of them then may mix two states: it can be shown, but must not be kept.
/// </summary>
internal sealed class CommitAnnouncements
{
    private long _begun;
    private int _open;

    /// <summary>Begins an announcement, until the result is disposed of.</summary>
    public IDisposable Begin()
    {
        // In this order: who finds none open reads a number that changes with the next one.
        Interlocked.Increment(ref _open);
        Interlocked.Increment(ref _begun);
        return new Announcement(this);
    }

    /// <summary>Begins a time in which there should be no announcement.</summary>
    /// <returns>What <see cref="IsQuietSince"/> asks for; <c>null</c> when there is an announcement now.</returns>
    public long? BeginQuiet()
    {
        long begun = Volatile.Read(ref _begun);
        return Volatile.Read(ref _open) == 0 ? begun : null;
    }

    /// <summary>Whether no announcement has begun since.</summary>
    public bool IsQuietSince(long quiet) => Volatile.Read(ref _begun) == quiet;

    private sealed class Announcement(CommitAnnouncements announcements) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                Interlocked.Decrement(ref announcements._open);
            }
        }
    }
}
