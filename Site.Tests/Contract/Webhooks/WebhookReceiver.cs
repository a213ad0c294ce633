using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Site.Tests.Contract.Webhooks;

/// <summary>A server on this machine that takes in what webhooks are told.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    /// <summary>For <see cref="Holding"/>: it never answers.</summary>
    public static readonly Task Forever = new TaskCompletionSource().Task;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly List<ReceivedRequest> _received = [];
    private readonly SemaphoreSlim _arrivals = new(0);

    private WebhookReceiver(WebApplication app) => _app = app;

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>The body of its answer.</summary>
    public string Answer { get; set; } = "merci";

    /// <summary>The headers of its answer.</summary>
    public Dictionary<string, string> AnswerHeaders { get; } = [];

    /// <summary>What it waits for before it answers.</summary>
    public Task Holding { get; set; } = Task.CompletedTask;

    /// <summary>What it was told, in order.</summary>
    public IReadOnlyList<ReceivedRequest> Received
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>The address to which to post.</summary>
    public string Url => _app.Urls.Single() + "/hook";

    /// <summary>The port at which it listens.</summary>
    public int Port => new Uri(Url).Port;

    public static async Task<WebhookReceiver> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        var receiver = new WebhookReceiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Waits for the next request that nobody has waited for yet.</summary>
    public async Task ArrivalAsync() => Assert.True(await _arrivals.WaitAsync(_patience), "Nothing arrived.");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrivals.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        lock (_received)
        {
            _received.Add(new ReceivedRequest(body.ToArray(), new HeaderDictionary(context.Request.Headers.ToDictionary())));
        }

        _arrivals.Release();
        await Holding.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = Status;
        foreach ((string name, string value) in AnswerHeaders)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(Answer, context.RequestAborted);
    }
}

/// <summary>What a receiver was told, and how it makes sure who tells it.</summary>
public sealed record ReceivedRequest(byte[] Bytes, IHeaderDictionary Headers)
{
    /// <summary>The body.</summary>
    public string Body => Encoding.UTF8.GetString(Bytes);

    /// <summary>The id of the delivery.</summary>
    public string Id => Headers["webhook-id"].ToString();

    /// <summary>When it was sent.</summary>
    public DateTimeOffset Sent => DateTimeOffset.FromUnixTimeSeconds(long.Parse(Headers["webhook-timestamp"].ToString(), CultureInfo.InvariantCulture));

    /// <summary>The signatures, as the receiver gets them.</summary>
    public string[] Signatures => Headers["webhook-signature"].ToString().Split(' ');

    /// <summary>Checks the signature as standardwebhooks.com tells receivers to, with nothing of the site's own code.</summary>
    public bool IsSignedWith(string secret)
    {
        byte[] content = Encoding.UTF8.GetBytes($"{Headers["webhook-id"]}.{Headers["webhook-timestamp"]}.");
        using var hmac = new HMACSHA256(Convert.FromBase64String(secret.Replace("whsec_", string.Empty, StringComparison.Ordinal)));
        string expected = "v1," + Convert.ToBase64String(hmac.ComputeHash([.. content, .. Bytes]));
        return Signatures.Contains(expected);
    }
}
