using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Site.Core.Operations.Backups;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using File = System.IO.File;

namespace Site.Tests.Contract.Operations;

/// <summary>A backup is the site at one moment, and a restore puts all of it back or nothing (safety-checks D7).</summary>
public abstract class BackupTests(SiteFixture site) : IDisposable
{
    private static readonly string[] _damages =
    [
        "a flipped byte", "a file that the manifest does not name", "a path out of the folder", "a missing file", "a later schema", "another format",
        "a manifest that is cut off", "no archive at all", "more rows than there are", "a size that is too small",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-backup-");

    private string BackupFile => Path.Combine(_folder.FullName, "site.zip");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_backup_taken_during_writes_and_restored_elsewhere_is_one_moment()
    {
        string run = Guid.NewGuid().ToString("N");
        using var stop = new CancellationTokenSource();
        int written = 0;
        Task[] writers = [.. Enumerable.Range(0, 2).Select(writer => Task.Run(() =>
        {
            for (int i = 0; !stop.IsCancellationRequested; i++)
            {
                AddMedia($"{run}-{writer}-{i}", countKey: $"{run}-{writer}", count: i + 1);
                Interlocked.Increment(ref written);
            }
        }))];
        await WaitUntilAsync(() => Volatile.Read(ref written) > 5);
        int before = Volatile.Read(ref written);

        CommandResult backup = await new SiteProgram(site.Database).RunAsync("backup", BackupFile);

        int after = Volatile.Read(ref written);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        Assert.True(backup.ExitCode == 0, backup.Output);
        Assert.True(after > before, "Nothing was written during the backup.");
        await using TestDatabase elsewhere = await TestDatabase.CreateAsync(site.Engine);
        CommandResult restore = await new SiteProgram(elsewhere).RunAsync("restore", BackupFile);
        Assert.True(restore.ExitCode == 0, restore.Output);
        await AssertOneMomentAsync(elsewhere, run, before);
    }

    [Fact]
    public async Task What_is_restored_is_byte_for_byte_what_was_backed_up_and_the_site_runs_on_it()
    {
        string name = Guid.NewGuid().ToString("N");
        AddMedia(name, name, 1);
        Directory.CreateDirectory(Path.Combine(site.DataFolder, "keys"));
        await File.WriteAllTextAsync(Path.Combine(site.DataFolder, "keys", "note.txt"), "a key");
        await new SiteProgram(site.Database).RunAsync("backup", BackupFile);
        await using TestDatabase elsewhere = await TestDatabase.CreateAsync(site.Engine);
        await using (SiteServer started = await Program(elsewhere).ServeAsync())
        {
            // What was there before is gone afterwards.
            await started.WaitUntilReadyAsync();
            Directory.CreateDirectory(Path.Combine(elsewhere.DataFolder, "media", "old"));
            await File.WriteAllTextAsync(Path.Combine(elsewhere.DataFolder, "media", "old", "old.txt"), "old");
        }

        CommandResult restore = await Program(elsewhere).RunAsync("restore", BackupFile);

        Assert.True(restore.ExitCode == 0, restore.Output);
        Assert.Equal(Files(site.DataFolder, "media"), Files(elsewhere.DataFolder, "media"));
        Assert.Equal(Files(site.DataFolder, "keys"), Files(elsewhere.DataFolder, "keys"));
        foreach (string table in new[] { "umbracoNode", "umbracoContentVersion", "umbracoPropertyData", "umbracoUser", "umbracoRelationType" })
        {
            Assert.Equal(await DumpAsync(site.Database, table), await DumpAsync(elsewhere, table));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.DataFolder, "restore*"));
        Assert.Empty(Directory.EnumerateFiles(elsewhere.DataFolder, "*.old*"));
        await using SiteServer server = await Program(elsewhere).ServeAsync();
        await server.WaitUntilReadyAsync();
        Assert.Equal($"bytes of {name}", await server.Client.GetStringAsync($"media/{name}/file.txt"));
    }

    [Fact]
    public async Task New_items_after_a_restore_get_new_ids()
    {
        AddMedia(Guid.NewGuid().ToString("N"), "ids", 1);
        await site.Get<SiteBackup>().WriteAsync(BackupFile, overwrite: false, CancellationToken.None);
        await using TestDatabase elsewhere = await TestDatabase.CreateAsync(site.Engine);
        await new SiteProgram(elsewhere).RunAsync("restore", BackupFile);

        await elsewhere.ExecuteAsync(
            """INSERT INTO "umbracoRelationType" ("typeUniqueId", alias, name, dual, "isDependency") VALUES ('8f7d4a52-2f0e-4f6e-9f5e-0c4f1d6b7a11', 'x', 'x', FALSE, FALSE)""");

        IReadOnlyList<string> ids = await elsewhere.QueryAsync("""SELECT id FROM "umbracoRelationType" ORDER BY id""");
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task An_existing_file_is_replaced_only_when_asked_for()
    {
        await File.WriteAllTextAsync(BackupFile, "mine");

        CommandResult refused = await new SiteProgram(site.Database).RunAsync("backup", BackupFile);
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(BackupFile));

        CommandResult forced = await new SiteProgram(site.Database).RunAsync("backup", BackupFile, "--force");
        Assert.True(forced.ExitCode == 0, forced.Output);
        Assert.Equal(["site.zip"], _folder.EnumerateFiles().Select(x => x.Name));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(BackupFile));
        }
    }

    [Fact]
    public async Task A_media_file_that_is_not_there_is_named()
    {
        string name = Guid.NewGuid().ToString("N");
        AddMedia(name, name, 1);
        string file = Path.Combine(site.DataFolder, "media", name, "file.txt");
        File.Delete(file);

        CommandResult backup = await new SiteProgram(site.Database).RunAsync("backup", BackupFile);

        await File.WriteAllTextAsync(file, $"bytes of {name}");
        Assert.Equal(1, backup.ExitCode);
        Assert.Contains($"missing    /media/{name}/file.txt", backup.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(BackupFile));
    }

    [Fact]
    public async Task A_restore_is_refused_while_the_site_runs()
    {
        await site.Get<SiteBackup>().WriteAsync(BackupFile, overwrite: false, CancellationToken.None);

        CommandResult restore = await new SiteProgram(site.Database).RunAsync("restore", BackupFile);

        Assert.Equal(2, restore.ExitCode);
        Assert.Contains("site.lock", restore.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_whole_or_not_ours_changes_nothing()
    {
        string kept = Guid.NewGuid().ToString("N");
        await site.Get<SiteBackup>().WriteAsync(BackupFile, overwrite: false, CancellationToken.None);
        byte[] whole = await File.ReadAllBytesAsync(BackupFile);
        await using TestDatabase elsewhere = await TestDatabase.CreateAsync(site.Engine);
        CommandResult first = await new SiteProgram(elsewhere).RunAsync("restore", BackupFile);
        Assert.True(first.ExitCode == 0, first.Output);
        await elsewhere.ExecuteAsync($"""UPDATE "umbracoUser" SET "userName" = '{kept}' WHERE id = -1""");
        await File.WriteAllTextAsync(Path.Combine(elsewhere.DataFolder, "media", "kept.txt"), kept);
        foreach (string damage in _damages)
        {
            await File.WriteAllBytesAsync(BackupFile, whole);
            Damage(damage);

            CommandResult restore = await new SiteProgram(elsewhere).RunAsync("restore", BackupFile);

            Assert.True(restore.ExitCode == 1, $"{damage}: {restore.ExitCode}\n{restore.Output}");
            Assert.DoesNotContain("   at ", restore.Output, StringComparison.Ordinal);
            Assert.Equal([kept], await elsewhere.QueryAsync("""SELECT "userName" FROM "umbracoUser" WHERE id = -1"""));
            Assert.Equal(kept, await File.ReadAllTextAsync(Path.Combine(elsewhere.DataFolder, "media", "kept.txt")));
            Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.DataFolder, "restore*"));
            Assert.False(File.Exists(Path.Combine(elsewhere.DataFolder, "evil.txt")));
        }
    }

    [Fact]
    public async Task A_restore_that_is_killed_leaves_the_old_state_or_the_new_one()
    {
        string name = Guid.NewGuid().ToString("N");
        AddMedia(name, name, 1);
        await site.Get<SiteBackup>().WriteAsync(BackupFile, overwrite: false, CancellationToken.None);
        await using TestDatabase elsewhere = await TestDatabase.CreateAsync(site.Engine);
        SiteProgram program = Program(elsewhere);
        Assert.Equal(0, (await program.RunAsync("restore", BackupFile)).ExitCode);
        TimeSpan longest = await MeasureAsync(() => program.RunAsync("restore", BackupFile));
        for (int i = 0; i < Kills; i++)
        {
            await elsewhere.ExecuteAsync("""UPDATE "umbracoUser" SET "userName" = 'old' WHERE id = -1""");
            await File.WriteAllTextAsync(Path.Combine(elsewhere.DataFolder, "media", "old.txt"), "old");

            await KillAfterAsync(program, (0.4 + (0.6 * i / Kills)) * longest);
            CommandResult next = await program.RunAsync("sync", "report");

            Assert.True(next.ExitCode == 0, next.Output);
            bool oldRow = (await elsewhere.QueryAsync("""SELECT "userName" FROM "umbracoUser" WHERE id = -1""")).Single() == "old";
            bool oldFile = File.Exists(Path.Combine(elsewhere.DataFolder, "media", "old.txt"));
            Assert.True(oldRow == oldFile, $"Kill {i}: the database is {(oldRow ? "old" : "new")} and the media folder is {(oldFile ? "old" : "new")}.");
            Assert.True(File.Exists(Path.Combine(elsewhere.DataFolder, "media", name, "file.txt")));
            Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.DataFolder, "restore*"));
        }
    }

    private static int Kills => Environment.GetEnvironmentVariable("SITE_TEST_SCALE") == "full" ? 40 : 6;

    private static SiteProgram Program(TestDatabase database)
    {
        var program = new SiteProgram(database);
        program.Settings["uSync:Settings:ImportOnFirstBoot"] = "false";
        program.Settings["uSync:Settings:RootFolder"] = Directory.CreateDirectory(Path.Combine(database.DataFolder, "uSync")).FullName;
        return program;
    }

    private static async Task<TimeSpan> MeasureAsync(Func<Task> act)
    {
        long begun = TimeProvider.System.GetTimestamp();
        await act();
        return TimeProvider.System.GetElapsedTime(begun);
    }

    private async Task KillAfterAsync(SiteProgram program, TimeSpan delay)
    {
        using System.Diagnostics.Process process = program.Start("restore", BackupFile);
        using var timeout = new CancellationTokenSource(delay);
        try
        {
            await process.StandardOutput.ReadToEndAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition())
        {
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Per writer the items are 0 … n-1, n is what was counted in the same transactions, and each has its file.</summary>
    private static async Task AssertOneMomentAsync(TestDatabase database, string run, int atLeast)
    {
        int total = 0;
        for (int writer = 0; writer < 2; writer++)
        {
            string counted = (await database.QueryAsync($"""SELECT value FROM "umbracoKeyValue" WHERE key = '{run}-{writer}'""")).Single();
            IReadOnlyList<string> names = await database.QueryAsync($"""SELECT text FROM "umbracoNode" WHERE text LIKE '{run}-{writer}-%'""");
            int count = int.Parse(counted, CultureInfo.InvariantCulture);
            Assert.Equal(Enumerable.Range(0, count).Select(i => $"{run}-{writer}-{i}").Order(), names.Order());
            foreach (string name in names)
            {
                Assert.Equal($"bytes of {name}", await File.ReadAllTextAsync(Path.Combine(database.DataFolder, "media", name, "file.txt")));
            }

            total += count;
        }

        Assert.InRange(total, atLeast, int.MaxValue);
    }

    private static async Task<IReadOnlyList<string>> DumpAsync(TestDatabase database, string table)
    {
        // Whole rows as text, which either engine can give: JSON on PostgreSQL, every column on SQLite.
        IReadOnlyList<string> columns = database.Settings["ConnectionStrings:umbracoDbDSN"] is null
            ? await database.QueryAsync($"SELECT name FROM pragma_table_info('{table}')")
            : await database.QueryAsync($"SELECT attname FROM pg_attribute WHERE attrelid = '\"{table}\"'::regclass AND attnum > 0");
        string row = string.Join(" || '|' || ", columns.Select(x => $"coalesce(CAST(\"{x}\" AS text), '')"));
        return await database.QueryAsync($"SELECT {row} FROM \"{table}\" ORDER BY 1");
    }

    private static string[] Files(string dataFolder, string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(dataFolder, folder), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(x => $"{Path.GetRelativePath(dataFolder, x)} {File.GetLastWriteTimeUtc(x):O} {Convert.ToHexString(File.ReadAllBytes(x))}"),
    ];

    /// <summary>Adds a media item with a file, and counts it in the same transaction.</summary>
    private void AddMedia(string name, string countKey, int count)
    {
        string folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "media", name)).FullName;
        File.WriteAllText(Path.Combine(folder, "file.txt"), $"bytes of {name}");
        using ICoreScope scope = site.CreateScope();
        IMedia media = site.Get<IMediaService>().CreateMedia(name, Constants.System.Root, Constants.Conventions.MediaTypes.File);
        media.SetValue(Constants.Conventions.Media.File, $"/media/{name}/file.txt");
        Assert.True(site.Get<IMediaService>().Save(media).Success);
        site.Get<IKeyValueService>().SetValue(countKey, count.ToString(CultureInfo.InvariantCulture));
        scope.Complete();
    }

    private void Damage(string damage)
    {
        switch (damage)
        {
            case "a flipped byte":
                byte[] bytes = File.ReadAllBytes(BackupFile);
                bytes[bytes.Length / 3] ^= 1;
                File.WriteAllBytes(BackupFile, bytes);
                return;
            case "no archive at all":
                File.WriteAllText(BackupFile, "PK");
                return;
        }

        using ZipArchive archive = ZipFile.Open(BackupFile, ZipArchiveMode.Update);
        JsonObject manifest = ReadManifest(archive);
        JsonArray files = manifest["files"]!.AsArray();
        switch (damage)
        {
            case "a file that the manifest does not name":
                archive.CreateEntry("media/extra.txt");
                break;
            case "a path out of the folder":
                files.Add(new JsonObject { ["path"] = "media/../../evil.txt", ["size"] = 0, ["sha256"] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", ["modified"] = "2024-01-01T00:00:00Z" });
                archive.CreateEntry("media/../../evil.txt");
                break;
            case "a missing file":
                archive.GetEntry((string)files[0]!["path"]!)!.Delete();
                break;
            case "a later schema":
                manifest["database"]!["migrations"]!.AsArray().Add("20990101000000_Later");
                break;
            case "another format":
                manifest["format"] = 2;
                break;
            case "more rows than there are":
                manifest["database"]!["tables"]![0]!["rows"] = 123456789;
                break;
            case "a size that is too small":
                JsonNode file = files.First(x => (long)x!["size"]! > 10)!;
                file["size"] = 10;
                break;
        }

        string json = manifest.ToJsonString();
        WriteManifest(archive, damage == "a manifest that is cut off" ? json[..(json.Length / 2)] : json);
    }

    private static JsonObject ReadManifest(ZipArchive archive)
    {
        using Stream content = archive.GetEntry("manifest.json")!.Open();
        return JsonNode.Parse(content)!.AsObject();
    }

    private static void WriteManifest(ZipArchive archive, string json)
    {
        archive.GetEntry("manifest.json")!.Delete();
        using Stream content = archive.CreateEntry("manifest.json").Open();
        content.Write(Encoding.UTF8.GetBytes(json));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : BackupTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : BackupTests(site), IClassFixture<PostgresSiteFixture>;
}
