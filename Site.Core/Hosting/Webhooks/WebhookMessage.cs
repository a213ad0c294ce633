using System.Globalization;
using System.Net.Http.Headers;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Writes the request of a delivery: stock Umbraco's headers, the webhook's own, and those of Standard Webhooks.</summary>
internal static class WebhookMessage
{
    private const string Hidden = "***";

    private static readonly string[] _signed = [WebhookSignature.IdHeader, WebhookSignature.TimestampHeader, WebhookSignature.SignatureHeader];

    /// <summary>A request with a body, which can be logged whatever becomes of the rest.</summary>
    public static HttpRequestMessage Create(byte[] body) => new()
    {
        Method = HttpMethod.Post,
        Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
    };

    /// <summary>Fills in the address and the headers that are not signed.</summary>
    /// <exception cref="FormatException">The address or a header of the webhook is not one.</exception>
    /// <exception cref="InvalidOperationException">A header of the webhook may not be sent.</exception>
    public static void Address(HttpRequestMessage message, WebhookDelivery delivery, IWebhook webhook, DateTimeOffset now)
    {
        message.RequestUri = new Uri(webhook.Url, UriKind.Absolute);
        message.Headers.Add(Constants.WebhookEvents.HeaderNames.EventName, delivery.EventAlias);
        message.Headers.Add(Constants.WebhookEvents.HeaderNames.RetryCount, delivery.Attempts.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("Umb-Webhook-Date", now.ToString("R", CultureInfo.InvariantCulture));

        // Two values of one of these would leave the receiver to choose which to believe.
        foreach ((string name, string value) in webhook.Headers.Where(x => !_signed.Contains(x.Key, StringComparer.OrdinalIgnoreCase)))
        {
            Add(message, name, value);
        }
    }

    /// <summary>Adds the id, the time, and the signature over them and the body.</summary>
    public static void Sign(HttpRequestMessage message, string id, byte[] body, IEnumerable<WebhookSecret> secrets, DateTimeOffset now)
    {
        long timestamp = now.ToUnixTimeSeconds();
        message.Headers.Add(WebhookSignature.IdHeader, id);
        message.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(secrets, id, timestamp, body));
    }

    /// <summary>Takes out of a request what its log must not show: the values of the webhook's own headers, which log it in somewhere.</summary>
    public static void Hide(HttpRequestMessage message, IWebhook webhook)
    {
        foreach (string name in webhook.Headers.Keys.Where(x => !_signed.Contains(x, StringComparer.OrdinalIgnoreCase)))
        {
            if (message.Headers.TryGetValues(name, out _))
            {
                message.Headers.Remove(name);
                message.Headers.TryAddWithoutValidation(name, Hidden);
            }
        }
    }

    private static void Add(HttpRequestMessage message, string name, string value)
    {
        try
        {
            message.Headers.Add(name, value);
        }
        catch (FormatException)
        {
            // Its message has the value in it, and is logged.
            throw new FormatException($"The name or the value of the webhook's header {name} is none.");
        }
    }
}
