namespace Site.Tests.Support;

/// <summary>
/// The real program as a child process on a free port, with a database and a data folder of its own. It imports the
/// project's <c>uSync/</c> at its first start and is ready when the fixture is.
/// </summary>
public abstract class SiteProcess(Engine engine) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private SiteServer? _server;

    /// <summary>Speaks to the site; redirects are not followed and bodies not decompressed, so that tests see what is sent.</summary>
    public HttpClient Client => Server.Client;

    /// <summary>Where the site listens, e.g. <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Address => Server.Address;

    /// <summary>What the program has written so far.</summary>
    public string Output => Server.Output;

    /// <summary>The value of <c>Site:DataFolder</c>.</summary>
    public string DataFolder => _database.DataFolder;

    /// <summary>The program with this site's settings, for verbs beside it.</summary>
    public SiteProgram Program { get; private set; } = null!;

    /// <summary>The folder of <c>Site.sln</c>.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    private SiteServer Server => _server ?? throw new InvalidOperationException("The site is not running.");

    /// <summary>Adds settings, as environment variables would.</summary>
    protected virtual void Configure(IDictionary<string, string?> settings)
    {
    }

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(engine);
        Program = new SiteProgram(_database);
        Configure(Program.Settings);
        await StartAsync();
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await StopAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Stops the program and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    private async Task StartAsync()
    {
        _server = await Program.ServeAsync();
        await _server.WaitUntilReadyAsync();
    }

    private async Task StopAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server = null;
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Site.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Site.sln is not above the tests' output.");
    }
}

/// <summary>The program on SQLite.</summary>
public sealed class SqliteSiteProcess() : SiteProcess(Engine.Sqlite);

/// <summary>The program on PostgreSQL.</summary>
public sealed class PostgresSiteProcess() : SiteProcess(Engine.Postgres);

/// <summary>Test classes that only read from the program share one on SQLite; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RunningSiteCollection : ICollectionFixture<SqliteSiteProcess>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Running site";
}
