using System.Globalization;
using System.Text;
using Site.Core.Hosting.Outbound;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Sends one event to one webhook and logs what came of it.</summary>
internal sealed class WebhookSender : IDisposable
{
    private const int MaxLoggedBytes = 16 * 1024;

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);

    private readonly IWebhookLogFactory _logFactory;
    private readonly IWebhookLogService _logs;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public WebhookSender(IWebhookLogFactory logFactory, IWebhookLogService logs, OutboundOptions options, TimeProvider time)
    {
        _logFactory = logFactory;
        _logs = logs;
        _time = time;
        _client = new HttpClient(OutboundHandler.Create(options.AllowedNetworks)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends it, and waits ten seconds for the answer.</summary>
    /// <exception cref="OperationCanceledException">The site is stopped.</exception>
    public async Task<WebhookOutcome> SendAsync(WebhookRequest request, IWebhook webhook, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, webhook.Url);
        HttpResponseMessage? response = null;
        Exception? failure = null;
        try
        {
            Fill(message, request, webhook);
            response = await PostAsync(message, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // An address that is wrong, does not answer in time or is not to be reached: whatever it is belongs in the webhook's log.
            failure = exception;
        }

        using (response)
        {
            WebhookLog log = await _logFactory.CreateAsync(request.EventAlias, message, response, request.RetryCount, failure, webhook, cancellationToken);
            await _logs.CreateAsync(log);
            return response switch
            {
                null => WebhookOutcome.NoAnswer,
                { IsSuccessStatusCode: true } => WebhookOutcome.Accepted,
                _ => WebhookOutcome.Refused,
            };
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static async Task TruncateAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // The log takes in the whole body, and whoever answers decides how long that is.
        byte[] start = new byte[MaxLoggedBytes];
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        int length = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        response.Content = new StringContent(Encoding.UTF8.GetString(start, 0, length));
    }

    private async Task<HttpResponseMessage> PostAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        HttpResponseMessage response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
        try
        {
            await TruncateAsync(response, either.Token);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private void Fill(HttpRequestMessage message, WebhookRequest request, IWebhook webhook)
    {
        message.Content = new StringContent(request.RequestObject ?? string.Empty, Encoding.UTF8, "application/json");
        message.Headers.Add("Umb-Webhook-Event", request.EventAlias);
        message.Headers.Add("Umb-Webhook-RetryCount", request.RetryCount.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("Umb-Webhook-Date", _time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
        foreach ((string name, string value) in webhook.Headers)
        {
            message.Headers.Add(name, value);
        }
    }
}

/// <summary>What came of sending an event to a webhook.</summary>
internal enum WebhookOutcome
{
    /// <summary>The answer was one of success.</summary>
    Accepted,

    /// <summary>The answer was another one.</summary>
    Refused,

    /// <summary>There was no answer in time, or the address cannot or may not be reached.</summary>
    NoAnswer,
}
