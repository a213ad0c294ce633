using System.Text.Json;
using Site.Core.Hosting;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Media;

/// <summary>
/// Keeps uploads in the data folder until the item that uses them is saved: for each one a folder named by its key with the bytes and
/// what is known of them. The name that the client gave is never part of a path.
/// </summary>
internal sealed class TemporaryFileRepository(SiteFolders folders) : ITemporaryFileRepository
{
    private const string ContentName = "content";
    private const string InfoName = "info.json";

    private string Root => Path.Combine(folders.Temp, "uploads");

    /// <inheritdoc />
    public async Task<TemporaryFileModel?> GetAsync(Guid key)
    {
        string folder = Folder(key);
        string info = Path.Combine(folder, InfoName);
        if (!File.Exists(info))
        {
            return null;
        }

        await using FileStream stream = File.OpenRead(info);
        Info? known = await JsonSerializer.DeserializeAsync<Info>(stream);
        return known is null
            ? null
            : new TemporaryFileModel
            {
                Key = key,
                FileName = known.FileName,
                AvailableUntil = known.AvailableUntil,
                OpenReadStream = () => File.OpenRead(Path.Combine(folder, ContentName)),
            };
    }

    /// <inheritdoc />
    /// <remarks>
    /// The description is written last, under another name until it is complete: a file without one does not exist yet. Of an upload that
    /// breaks off, or that the disk has no room for, nothing stays.
    /// </remarks>
    public async Task SaveAsync(TemporaryFileModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        try
        {
            await WriteAsync(model, Directory.CreateDirectory(Folder(model.Key)).FullName);
        }
        catch
        {
            await DeleteAsync(model.Key);
            throw;
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(Guid key)
    {
        string folder = Folder(key);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<IEnumerable<Guid>> CleanUpOldTempFiles(DateTime dateTime)
    {
        List<Guid> removed = [];
        foreach (string folder in Directory.Exists(Root) ? Directory.GetDirectories(Root) : [])
        {
            if (Guid.TryParseExact(Path.GetFileName(folder), "N", out Guid key) && await IsOutdatedAsync(key, folder, dateTime))
            {
                await DeleteAsync(key);
                removed.Add(key);
            }
        }

        return removed;
    }

    private static async Task WriteAsync(TemporaryFileModel model, string folder)
    {
        await using (Stream source = model.OpenReadStream())
        await using (FileStream target = File.Create(Path.Combine(folder, ContentName)))
        {
            await source.CopyToAsync(target);
        }

        string info = Path.Combine(folder, InfoName);
        await File.WriteAllBytesAsync(info + ".tmp", JsonSerializer.SerializeToUtf8Bytes(new Info(model.FileName, model.AvailableUntil)));
        File.Move(info + ".tmp", info, overwrite: true);
    }

    private async Task<bool> IsOutdatedAsync(Guid key, string folder, DateTime now) => await GetAsync(key) is { } file
        ? file.AvailableUntil < now
        : Directory.GetCreationTimeUtc(folder) < now.AddDays(-1);

    private string Folder(Guid key) => Path.Combine(Root, key.ToString("N"));

    private sealed record Info(string FileName, DateTime AvailableUntil);
}
