using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Site.Core.Hosting.Outbound;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Sends a delivery to its webhook once.</summary>
internal sealed class WebhookSender : IDisposable
{
    /// <summary>How long the receiver has for its whole answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The largest body that is sent, in bytes.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    private const int MaxLoggedBytes = 16 * 1024;
    private const int MaxReason = 500;

    private readonly IWebhookLogFactory _logFactory;
    private readonly WebhookSecrets _secrets;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public WebhookSender(IWebhookLogFactory logFactory, WebhookSecrets secrets, OutboundOptions options, TimeProvider time)
    {
        _logFactory = logFactory;
        _secrets = secrets;
        _time = time;
        _client = new HttpClient(OutboundHandler.Create(options.AllowedNetworks)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends it and waits for the answer.</summary>
    /// <exception cref="OperationCanceledException">The site is stopped.</exception>
    public async Task<WebhookAttempt> SendAsync(WebhookDelivery delivery, IWebhook webhook, CancellationToken cancellationToken)
    {
        byte[] body = Encoding.UTF8.GetBytes(delivery.Payload);
        if (body.Length > MaxBodyBytes)
        {
            return new WebhookAttempt(WebhookOutcome.TooLarge, $"The body has {body.Length} bytes; {MaxBodyBytes} may be sent.", null, null);
        }

        using HttpRequestMessage message = WebhookMessage.Create(body);
        HttpResponseMessage? response = null;
        Exception? failure = null;
        try
        {
            Write(message, body, delivery, webhook);
            response = await PostAsync(message, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // An address that is wrong, does not answer in time or is not to be reached: whatever it is belongs in the webhook's log.
            failure = exception;
        }

        using (response)
        {
            WebhookMessage.Hide(message, webhook);
            WebhookLog log = await _logFactory.CreateAsync(delivery.EventAlias, message, response, delivery.Attempts, failure, webhook, cancellationToken);
            return response is null
                ? new WebhookAttempt(WebhookOutcome.Failed, Shorten(failure!.Message), null, log)
                : Judge(response, log);
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

        // PostgreSQL has no text with a NUL in it.
        response.Content = new StringContent(Encoding.UTF8.GetString(start, 0, length).Replace('\0', '\uFFFD'));
    }

    private static string Shorten(string reason) => reason.Length <= MaxReason ? reason : reason[..MaxReason];

    private void Write(HttpRequestMessage message, byte[] body, WebhookDelivery delivery, IWebhook webhook)
    {
        DateTimeOffset now = _time.GetUtcNow();
        WebhookMessage.Address(message, delivery, webhook, now);
        WebhookMessage.Sign(message, delivery.MessageId, body, _secrets.Get(webhook.Key), now);
    }

    private async Task<HttpResponseMessage> PostAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await TruncateAsync(response, either.Token);
            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            if (exception is OperationCanceledException && timeout.IsCancellationRequested)
            {
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"No answer within {Patience.TotalSeconds} seconds."), exception);
            }

            throw;
        }
    }

    private WebhookAttempt Judge(HttpResponseMessage response, WebhookLog log)
    {
        int code = (int)response.StatusCode;
        string status = $"{code} {ReasonPhrases.GetReasonPhrase(code)}".TrimEnd();
        return response switch
        {
            { IsSuccessStatusCode: true } => new WebhookAttempt(WebhookOutcome.Accepted, string.Empty, null, log),
            { StatusCode: HttpStatusCode.Gone } => new WebhookAttempt(WebhookOutcome.Gone, $"{status}: the webhook was disabled.", null, log),
            { Headers.Location: { } location } => new WebhookAttempt(
                WebhookOutcome.Failed, Shorten($"{status} to {location.OriginalString}: redirects are not followed."), RetryAfter(response), log),
            _ => new WebhookAttempt(WebhookOutcome.Failed, status, RetryAfter(response), log),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _time.GetUtcNow(),
        _ => null,
    };
}
