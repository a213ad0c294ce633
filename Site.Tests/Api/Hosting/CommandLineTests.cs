using Site.Tests.Support;

namespace Site.Tests.Api.Hosting;

/// <summary>What the program answers to a command line that it does not know, and to one that asks.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(Engine.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("sync", "--help")]
    public async Task Help_lists_the_verbs(params string[] arguments)
    {
        CommandResult help = await new SiteProgram(_database).RunAsync(arguments);

        Assert.Equal(0, help.ExitCode);
        Assert.Contains("sync import", help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("sync")]
    [InlineData("sync", "import", "here")]
    [InlineData("sync", "import", "--forse")]
    public async Task What_is_not_known_is_refused_with_the_usage_and_touches_nothing(params string[] arguments)
    {
        CommandResult refused = await new SiteProgram(_database).RunAsync(arguments);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"Unknown: {string.Join(' ', arguments)}", refused.Output, StringComparison.Ordinal);
        Assert.Contains("sync import", refused.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_database.DataFolder, "*.db"));
    }
}
