using System.Text.Json;
using Site.Core.Persistence.Backups;

namespace Site.Core.Operations.Backups;

/// <summary>What a backup file says of itself: the entry <see cref="EntryName"/> of the archive.</summary>
/// <param name="Format">The layout of the archive; <see cref="CurrentFormat"/>.</param>
/// <param name="Version">The version of the program that made it.</param>
/// <param name="Created">The moment whose state it holds, in UTC.</param>
/// <param name="Database">The database.</param>
/// <param name="Files">Every other entry of the archive.</param>
public sealed record BackupManifest(int Format, string Version, DateTime Created, DatabaseManifest Database, IReadOnlyList<BackupFile> Files)
{
    /// <summary>The layout that this build writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The name of the manifest in the archive.</summary>
    public const string EntryName = "manifest.json";

    /// <summary>How it is written.</summary>
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };
}

/// <summary>A file of a backup.</summary>
/// <param name="Path">Its path in the archive, such as <c>media/x/a.pdf</c>.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256 in hexadecimal letters.</param>
/// <param name="Modified">When it was last changed, in UTC.</param>
public sealed record BackupFile(string Path, long Size, string Sha256, DateTime Modified);
