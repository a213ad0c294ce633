using Site.Tests.Support;
using File = System.IO.File;

namespace Site.Tests.Api.Hosting;

/// <summary>A process that was killed while it made the database leaves a file that is none yet (specs/safety-checks.md D9).</summary>
public sealed class UnfinishedDatabaseTests
{
    [Fact]
    public async Task An_empty_file_becomes_the_database()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await File.WriteAllBytesAsync(Path.Combine(database.DataFolder, "Umbraco.sqlite.db"), []);
        var program = new SiteProgram(database);
        program.Settings["uSync:Settings:ImportOnFirstBoot"] = "false";

        await using SiteServer site = await program.ServeAsync();

        await site.WaitUntilReadyAsync();
        CommandResult doctor = await program.RunAsync("doctor");
        Assert.True(doctor.ExitCode == 0, doctor.Output);
    }
}
