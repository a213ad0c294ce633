namespace Site.Core.Persistence.Backups;

/// <summary>Copies the database as it is at one moment, while others write, and puts such a copy in its place.</summary>
internal interface IDatabaseBackup
{
    /// <summary>Fixes the moment.</summary>
    /// <param name="scratch">A path that does not exist; what is put there is gone when the snapshot is disposed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidOperationException">There is no database.</exception>
    Task<IDatabaseSnapshot> OpenAsync(string scratch, CancellationToken cancellationToken);

    /// <summary>Checks a copy and puts it beside the database; what the site uses is not touched.</summary>
    /// <param name="manifest">What the backup says of it.</param>
    /// <param name="openEntry">Opens one of the files that <see cref="IDatabaseSnapshot.WriteAsync"/> has written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidDataException">This build, or this engine, cannot use the copy.</exception>
    Task StageAsync(DatabaseManifest manifest, Func<string, Stream> openEntry, CancellationToken cancellationToken);

    /// <summary>Replaces the database where that is a transaction of the engine's; elsewhere <see cref="Place"/> does it.</summary>
    /// <param name="manifest">What the backup says of it.</param>
    /// <param name="openEntry">Opens one of its files.</param>
    /// <param name="restoreId">Is written in the same transaction.</param>
    /// <param name="cancellationToken">Stops it; the old database stays.</param>
    Task CommitAsync(DatabaseManifest manifest, Func<string, Stream> openEntry, Guid restoreId, CancellationToken cancellationToken);

    /// <summary>Whether the restore has replaced the database, or is bound to.</summary>
    Task<bool> IsCommittedAsync(Guid restoreId, CancellationToken cancellationToken);

    /// <summary>Moves a staged copy into place and the old database aside. Doing it again after it was cut short goes on.</summary>
    void Place();

    /// <summary>Deletes what was staged, and an old database that was moved aside.</summary>
    void CleanUp();
}

/// <summary>The database at one moment.</summary>
internal interface IDatabaseSnapshot : IAsyncDisposable
{
    /// <summary>The addresses of the files that the media items refer to, such as <c>/media/x/a.pdf</c>.</summary>
    Task<IReadOnlySet<string>> ReadMediaPathsAsync(CancellationToken cancellationToken);

    /// <summary>Writes the database.</summary>
    /// <param name="createEntry">Makes a file of the backup, to be disposed before the next is made.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<DatabaseManifest> WriteAsync(Func<string, Stream> createEntry, CancellationToken cancellationToken);
}
