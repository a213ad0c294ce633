using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Site.Tests.Support;

/// <summary>
/// The real program as a child process on a free port, with a database and a data folder of its own. It imports the
/// project's <c>uSync/</c> at its first start and is ready when the fixture is.
/// </summary>
public abstract partial class SiteProcess(Engine engine) : IAsyncLifetime
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromMinutes(3);

    private readonly StringBuilder _output = new();
    private TestDatabase _database = null!;
    private Process? _process;

    /// <summary>Speaks to the site; redirects are not followed and bodies not decompressed, so that tests see what is sent.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Where the site listens, e.g. <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What the program has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>The folder of <c>Site.sln</c>.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The value of <c>Site:DataFolder</c>.</summary>
    public string DataFolder => _database.DataFolder;

    /// <summary>Adds settings, as environment variables would.</summary>
    protected virtual void Configure(IDictionary<string, string?> settings)
    {
    }

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(engine);
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
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = CreateStartInfo(), EnableRaisingEvents = true };
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The site ended before it listened:\n{Output}"));
        _process.OutputDataReceived += (_, line) => Receive(line.Data, listening);
        _process.ErrorDataReceived += (_, line) => Receive(line.Data, listening);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var timeout = new CancellationTokenSource(_startTimeout);
        Address = await listening.Task.WaitAsync(timeout.Token);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        await WaitUntilReadyAsync(timeout.Token);
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            using HttpResponseMessage response = await Client.GetAsync("health/ready", cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            string body = await response.Content.ReadAsStringAsync(cancellationToken);
            if (body.Contains("BootFailed", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The site did not start:\n{Output}");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task StopAsync()
    {
        Client?.Dispose();
        if (_process is null)
        {
            return;
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _process = null;
    }

    private ProcessStartInfo CreateStartInfo()
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string web = Path.Combine(RepositoryRoot, "Site.Web");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(web, "bin", configuration, "net10.0", "Site.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Dictionary<string, string?> settings = _database.Settings;
        settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        settings["Umbraco:CMS:WebRouting:UmbracoApplicationUrl"] = "https://societe-civile.example";
        Configure(settings);
        foreach ((string key, string? value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    private void Receive(string? line, TaskCompletionSource<Uri> listening)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (ListeningOn().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: \W?(http://[^\s""]+)")]
    private static partial Regex ListeningOn();

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
