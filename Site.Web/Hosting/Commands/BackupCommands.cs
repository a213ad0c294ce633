using System.Globalization;
using Site.Core.Operations.Backups;

namespace Site.Web.Hosting.Commands;

/// <summary>The verbs <c>backup</c> and <c>restore</c>.</summary>
internal static class BackupCommands
{
    /// <summary>Writes a backup; the site may be running.</summary>
    public static async Task<int> BackupAsync(CommandLine line, string file, CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(file);
        bool force = line.Has("--force");
        if (Directory.Exists(path) || (File.Exists(path) && !force))
        {
            return await SiteCommand.RefuseAsync(line, $"{path} exists. Name another file, or add --force to replace it.");
        }

        if (line.Get<SiteRestore>().IsUnfinished)
        {
            return await SiteCommand.RefuseAsync(line, "A restore was cut short. Start the site, or restore again: either finishes it.");
        }

        BackupResult backup = await line.Get<SiteBackup>().WriteAsync(path, force, cancellationToken);
        foreach (string missing in backup.Missing)
        {
            await line.Output.WriteLineAsync($"missing    {missing}: the database refers to this file, and it is not in the media folder");
        }

        await line.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: {backup.Manifest.Files.Count} files, {backup.Manifest.Database.Tables.Sum(x => x.Rows)} rows, {backup.Size} bytes, as of {backup.Manifest.Created:O}"));
        return backup.Missing.Count == 0 ? SiteCommand.Ok : SiteCommand.Findings;
    }

    /// <summary>Restores a backup; the site may not be running.</summary>
    public static async Task<int> RestoreAsync(CommandLine line, string file, CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(file);
        if (!File.Exists(path))
        {
            return await SiteCommand.RefuseAsync(line, $"There is no file {path}.");
        }

        if (!await SiteCommand.TakeDataFolderAsync(line, "a restore replaces everything"))
        {
            return SiteCommand.Misuse;
        }

        BackupManifest manifest = await line.Get<SiteRestore>().RestoreAsync(path, cancellationToken);
        await line.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Restored the state of {manifest.Created:O}: {manifest.Files.Count} files, {manifest.Database.Tables.Sum(x => x.Rows)} rows. Start the site."));
        return SiteCommand.Ok;
    }
}
