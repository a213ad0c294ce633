using Site.Tests.Support;

namespace Site.Tests.Api.Hosting;

/// <summary>The verbs of the command line as an operator runs them, and who may run when.</summary>
public abstract class SyncVerbTests(Engine engine) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private SiteProgram _program = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(engine);
        string folder = Path.Combine(_database.DataFolder, "uSync");
        Directory.CreateDirectory(Path.Combine(folder, "Languages"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Languages", "de.config"),
            """<Language Key="4e2a0b2f-0c10-4e0c-8a37-2f7d0b3bd1aa" Alias="de"><Name>Deutsch</Name><IsoCode>de</IsoCode><IsMandatory>false</IsMandatory><IsDefault>false</IsDefault></Language>""");
        _program = new SiteProgram(_database);
        _program.Settings["uSync:Settings:RootFolder"] = folder;
        _program.Settings["uSync:Settings:ImportOnFirstBoot"] = "false";
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task An_import_says_what_it_changed_and_a_second_one_changes_nothing()
    {
        CommandResult report = await _program.RunAsync("sync", "report");
        CommandResult first = await _program.RunAsync("sync", "import");
        CommandResult second = await _program.RunAsync("sync", "import");

        Assert.All([report, first, second], x => Assert.True(x.ExitCode == 0, x.Output));
        Assert.Contains("1 files: 1 Create", report.Output, StringComparison.Ordinal);
        Assert.Contains("1 files: 1 Create", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 files: 1 NoChange", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_finding()
    {
        await File.WriteAllTextAsync(Path.Combine(_program.Settings["uSync:Settings:RootFolder"]!, "Languages", "broken.config"), "<Language");

        CommandResult import = await _program.RunAsync("sync", "import");

        Assert.Equal(1, import.ExitCode);
        Assert.Contains("broken.config", import.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_serving_site_an_import_is_refused_and_a_report_is_not()
    {
        await using SiteServer site = await _program.ServeAsync();
        await site.WaitUntilReadyAsync();

        CommandResult import = await _program.RunAsync("sync", "import");
        CommandResult report = await _program.RunAsync("sync", "report");

        Assert.Equal(2, import.ExitCode);
        Assert.Contains("site.lock", import.Output, StringComparison.Ordinal);
        Assert.Equal(0, report.ExitCode);
        Assert.Contains("1 Create", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_does_not_start_on_the_same_data_folder_until_the_first_is_gone()
    {
        await using (SiteServer first = await _program.ServeAsync())
        {
            await first.WaitUntilReadyAsync();
            await using SiteServer second = await _program.ServeAsync();

            Assert.Equal("BootFailed", await second.WaitForAsync("Ready", "BootFailed"));
            Assert.Contains("Another process uses the data folder", second.Output, StringComparison.Ordinal);
        }

        // The first one was killed: nothing of its lock may stay.
        await using SiteServer third = await _program.ServeAsync();
        await third.WaitUntilReadyAsync();
    }

    public sealed class OnSqlite() : SyncVerbTests(Engine.Sqlite);

    public sealed class OnPostgres() : SyncVerbTests(Engine.Postgres);
}
