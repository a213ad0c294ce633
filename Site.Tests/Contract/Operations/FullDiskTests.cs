using System.Security.Cryptography;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using File = System.IO.File;

namespace Site.Tests.Contract.Operations;

/// <summary>
/// What does not fit on the disk is refused and leaves nothing behind, and goes through when there is room again (specs/safety-checks.md D4).
/// Publishing on a full disk is in the tests of sudden death.
/// </summary>
public abstract class FullDiskTests(SiteFixture site) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-full-");

    private string BackupFile => Path.Combine(_folder.FullName, "site.zip");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(800)]
    public async Task A_backup_for_which_there_is_no_room_says_so_and_leaves_nothing(int kibibytes)
    {
        AddMediaFile();

        CommandResult refused = await new SiteProgram(site.Database) { FileSizeLimit = kibibytes }.RunAsync("backup", BackupFile);

        Assert.True(refused.ExitCode == 1, refused.Output);
        Assert.DoesNotContain("   at ", refused.Output, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
        CommandResult later = await new SiteProgram(site.Database).RunAsync("backup", BackupFile);
        Assert.True(later.ExitCode == 0, later.Output);
    }

    [Fact]
    public async Task A_restore_for_which_there_is_no_room_changes_nothing_and_the_doctor_finds_nothing()
    {
        AddMediaFile();
        await new SiteProgram(site.Database).RunAsync("backup", BackupFile);
        await using TestDatabase elsewhere = await TestDatabase.CreateAsync(site.Engine);
        CommandResult first = await new SiteProgram(elsewhere).RunAsync("restore", BackupFile);
        Assert.True(first.ExitCode == 0, first.Output);
        await elsewhere.ExecuteAsync("""UPDATE "umbracoUser" SET "userName" = 'kept' WHERE id = -1""");

        CommandResult refused = await new SiteProgram(elsewhere) { FileSizeLimit = 800 }.RunAsync("restore", BackupFile);

        Assert.True(refused.ExitCode == 1, refused.Output);
        Assert.DoesNotContain("   at ", refused.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.DataFolder, "*restore*"));
        Assert.Equal(["kept"], await elsewhere.QueryAsync("""SELECT "userName" FROM "umbracoUser" WHERE id = -1"""));
        CommandResult doctor = await new SiteProgram(elsewhere).RunAsync("doctor");
        Assert.True(doctor.ExitCode == 0, doctor.Output);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_and_can_be_tried_again()
    {
        ITemporaryFileRepository files = site.Get<ITemporaryFileRepository>();
        var key = Guid.NewGuid();
        byte[] bytes = RandomNumberGenerator.GetBytes(100_000);
        TemporaryFileModel Upload(Func<Stream> open) => new() { Key = key, FileName = "rapport.pdf", AvailableUntil = DateTime.UtcNow.AddHours(1), OpenReadStream = open };

        await Assert.ThrowsAsync<IOException>(() => files.SaveAsync(Upload(() => new BrokenStream(bytes))));

        Assert.Null(await files.GetAsync(key));
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.DataFolder, key.ToString("N"), SearchOption.AllDirectories));
        await files.SaveAsync(Upload(() => new MemoryStream(bytes)));
        await using Stream saved = (await files.GetAsync(key))!.OpenReadStream();
        using var read = new MemoryStream();
        await saved.CopyToAsync(read);
        Assert.Equal(bytes, read.ToArray());
    }

    // What no compression makes smaller.
    private void AddMediaFile()
    {
        string name = Guid.NewGuid().ToString("N");
        string folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "media", name)).FullName;
        File.WriteAllBytes(Path.Combine(folder, "photo.jpg"), RandomNumberGenerator.GetBytes(1_000_000));
        IMedia media = site.Get<IMediaService>().CreateMedia(name, Constants.System.Root, Constants.Conventions.MediaTypes.File);
        media.SetValue(Constants.Conventions.Media.File, $"/media/{name}/photo.jpg");
        Assert.True(site.Get<IMediaService>().Save(media).Success);
    }

    /// <summary>An upload whose connection is lost half-way.</summary>
    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 0 ? throw new IOException("The connection was lost.") : base.ReadAsync(buffer[..Math.Min(buffer.Length, 4096)], cancellationToken);

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => CopyPartsAsync(destination, cancellationToken);

        private async Task CopyPartsAsync(Stream destination, CancellationToken cancellationToken)
        {
            byte[] part = new byte[4096];
            while (await ReadAsync(part, cancellationToken) is > 0 and int count)
            {
                await destination.WriteAsync(part.AsMemory(0, count), cancellationToken);
            }
        }
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : FullDiskTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : FullDiskTests(site), IClassFixture<PostgresSiteFixture>;
}
