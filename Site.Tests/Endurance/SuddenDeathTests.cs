using Site.Tests.Support;
using Xunit.Abstractions;

namespace Site.Tests.Endurance;

/// <summary>
/// Nothing acknowledged is lost, and nothing is half-written, whatever ends the program (specs/safety-checks.md D1, D4, D5, D9, D10).
/// Four writers create, save, publish, move, delete, change the document type and import, in a process that is killed.
/// </summary>
[Trait("Category", TestScale.Endurance)]
public sealed class SuddenDeathTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Killed_at_a_random_moment_the_site_has_all_that_it_acknowledged(Engine engine)
    {
        for (int i = 0; i < TestScale.Of(1, 10); i++)
        {
            await KillOftenAsync(engine, TestScale.Of(10, 20));
        }
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Killed_while_the_database_is_made_the_site_starts_the_next_time(Engine engine)
    {
        var random = new Random();
        for (int i = 0; i < TestScale.Of(2, 20); i++)
        {
            await using TestDatabase database = await TestDatabase.CreateAsync(engine);
            await using var writer = new WriterProcess(database.Settings, database.DataFolder);
            await writer.StartAndKillAsync(random.Next(), TimeSpan.FromMilliseconds(random.Next(400, 4000)));
            await writer.StartAndKillAsync(random.Next(), TimeSpan.FromMilliseconds(random.Next(400, 4000)));

            await StartWellAsync(writer, random.Next());
        }
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task When_the_nth_command_of_a_transaction_fails_it_is_as_if_the_transaction_had_not_been(Engine engine)
    {
        int fruitful = 0;
        for (int first = 1; first <= TestScale.Of(10, 100); first += 10)
        {
            fruitful += await FailAtAsync(engine, Enumerable.Range(first, 10));
        }

        Assert.True(fruitful >= 8, $"Only {fruitful} of the positions were reached.");
    }

    [Fact]
    public async Task With_a_full_disk_writes_are_refused_and_none_is_lost()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var writer = new WriterProcess(database.Settings, database.DataFolder);
        await StartWellAsync(writer, 1);
        await writer.KillAsync();
        int full = 0;
        int times = TestScale.Of(10, 100);
        for (int n = 1; n <= times; n++)
        {
            int refused = writer.History.Refused.Count;

            // A site that finds the disk full may refuse to start; it writes nothing then.
            if (await writer.StartAsync(n, fileSizeLimit: 96 + (n * 12)) is { } wrong)
            {
                Assert.Empty(wrong);
                await writer.ListenAsync(TimeSpan.FromSeconds(20), () => writer.History.Refused.Count > refused + 3);
                Assert.True(writer.History.Refused.Count > refused, "The disk was never full.");
                full++;
            }

            await writer.KillAsync();
            await StartWellAsync(writer, n);
            await ListenForAcknowledgementAsync(writer);
            await writer.KillAsync();
        }

        Assert.True(full >= times / 2, $"Only {full} of {times} writers have met a full disk.\n{writer.Errors}");
        output.WriteLine($"{writer.History.Acknowledged} acknowledged writes, {writer.History.Refused.Count} refused.");
    }

    [Fact]
    public async Task When_PostgreSQL_dies_the_writers_go_on_after_it_is_back()
    {
        PostgresServer server = await PostgresServer.StartAsync();
        string folder = Directory.CreateTempSubdirectory("site-test-").FullName;
        var settings = new Dictionary<string, string?>
        {
            ["Site:DataFolder"] = folder,
            ["ConnectionStrings:umbracoDbDSN"] = server.ConnectionString,
            ["ConnectionStrings:umbracoDbDSN_ProviderName"] = "Npgsql",
        };
        await using var writer = new WriterProcess(settings, folder);
        await StartWellAsync(writer, 1);
        for (int death = 0; death < TestScale.Of(3, 30); death++)
        {
            await ListenForAcknowledgementAsync(writer);
            await server.DieAndStartAgainAsync();
            await writer.ListenAsync(TimeSpan.FromMilliseconds(500));
            await ListenForAcknowledgementAsync(writer);
        }

        await writer.KillAsync();
        await StartWellAsync(writer, 2);
        Assert.NotEmpty(writer.History.Refused);
        output.WriteLine($"{writer.History.Acknowledged} acknowledged writes, {writer.History.Refused.Count} refused.");
    }

    private async Task KillOftenAsync(Engine engine, int kills)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using var writer = new WriterProcess(database.Settings, database.DataFolder);
        var random = new Random();
        double slowest = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            await StartWellAsync(writer, random.Next());
            slowest = kill == 0 ? 0 : Math.Max(slowest, writer.StartMilliseconds);
            await ListenForAcknowledgementAsync(writer);
            await writer.ListenAsync(TimeSpan.FromMilliseconds(random.Next(1, 1500)));
            await writer.KillAsync();
        }

        await StartWellAsync(writer, random.Next());
        Assert.Empty(writer.History.Refused);
        Assert.True(writer.History.Acknowledged > 20, $"Only {writer.History.Acknowledged} writes were acknowledged.");
        output.WriteLine($"{writer.History.Acknowledged} acknowledged writes; the slowest restart took {slowest:0} ms.");
    }

    /// <summary>Returns at how many of the <paramref name="positions"/> a command failed.</summary>
    private async Task<int> FailAtAsync(Engine engine, IEnumerable<int> positions)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using var writer = new WriterProcess(database.Settings, database.DataFolder);
        int fruitful = 0;
        foreach (int n in positions)
        {
            int refused = writer.History.Refused.Count;
            await StartWellAsync(writer, n, failAt: n);
            await writer.ListenAsync(TimeSpan.FromSeconds(3), () => writer.History.Refused.Count > refused + 10);
            fruitful += writer.History.Refused.Count > refused ? 1 : 0;
            await writer.KillAsync();
        }

        await StartWellAsync(writer, 0);
        output.WriteLine($"{writer.History.Acknowledged} acknowledged writes, {writer.History.Refused.Count} refused, at {fruitful} positions.");
        return fruitful;
    }

    private static async Task ListenForAcknowledgementAsync(WriterProcess writer)
    {
        int before = writer.History.Acknowledged;
        await writer.ListenAsync(TimeSpan.FromSeconds(60), () => writer.History.Acknowledged > before);
        Assert.True(writer.History.Acknowledged > before, $"Nothing was written:\n{string.Join('\n', writer.History.Refused.TakeLast(3))}\n{writer.Errors}");
    }

    private static async Task StartWellAsync(WriterProcess writer, int seed, int? failAt = null)
    {
        IReadOnlyList<string>? wrong = await writer.StartAsync(seed, failAt: failAt);
        Assert.True(wrong is not null, $"The writer did not start:\n{writer.Errors}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
