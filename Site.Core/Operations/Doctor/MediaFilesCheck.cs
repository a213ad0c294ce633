using Site.Core.Hosting;
using Site.Core.Persistence.Integrity;

namespace Site.Core.Operations.Doctor;

/// <summary>The files of the media items are there, and other files are not.</summary>
internal sealed class MediaFilesCheck(MediaReferences references, SiteFolders folders, TimeProvider time)
{
    private const string Name = "media";

    // An upload is stored before the item that refers to it is saved.
    private static readonly TimeSpan _uploading = TimeSpan.FromHours(1);

    private string Orphans => Path.Combine(folders.Data, "media-orphans");

    /// <summary>Looks.</summary>
    public IReadOnlyList<DoctorFinding> Examine()
    {
        // The folder first: a file that comes later is not missed, and one that goes is not missed either.
        List<string> files = [.. Files()];
        (IReadOnlyDictionary<int, string> current, IReadOnlySet<string> mentioned) = references.Read();
        return
        [
            .. current.Where(x => !File.Exists(PathOf(x.Value))).OrderBy(x => x.Key).Select(x => new DoctorFinding(
                Name, $"the file {x.Value} of the media item {x.Key} is not there; restore a backup, or upload it again", DoctorState.Left)),
            .. files.Where(x => IsOrphan(x, mentioned)).Select(x => new DoctorFinding(
                Name, $"nothing refers to the file {x}; it is moved to {Orphans}", DoctorState.Repairable)),
        ];
    }

    /// <summary>Moves the files to which nothing refers out of the folder.</summary>
    public IReadOnlyList<DoctorFinding> Repair()
    {
        List<string> files = [.. Files()];
        IReadOnlySet<string> mentioned = references.Read().Mentioned;
        List<DoctorFinding> moved = [];
        foreach (string address in files.Where(x => IsOrphan(x, mentioned)))
        {
            string target = Path.Combine(Orphans, address["/media/".Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(PathOf(address), target, overwrite: true);
            moved.Add(new DoctorFinding(Name, $"nothing refers to the file {address}; it was moved to {Orphans}", DoctorState.Repaired));
        }

        return moved;
    }

    private IEnumerable<string> Files() => Directory.Exists(folders.Media)
        ? Directory.EnumerateFiles(folders.Media, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(x => "/media/" + Path.GetRelativePath(folders.Media, x).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)
        : [];

    private bool IsOrphan(string address, IReadOnlySet<string> mentioned) =>
        !mentioned.Contains(address) && File.GetLastWriteTimeUtc(PathOf(address)) < time.GetUtcNow().UtcDateTime - _uploading;

    private string PathOf(string address) => Path.Combine(folders.Media, address["/media/".Length..]);
}
