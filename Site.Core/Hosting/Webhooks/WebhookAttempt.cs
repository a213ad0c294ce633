using Umbraco.Cms.Core.Models;

namespace Site.Core.Hosting.Webhooks;

/// <summary>What came of sending a delivery once.</summary>
/// <param name="Outcome">Whether it was accepted, and else whether it may be sent again.</param>
/// <param name="Reason">Why it was not accepted; empty when it was.</param>
/// <param name="RetryAfter">How long the receiver asks to wait.</param>
/// <param name="Log">For the webhook's log; <c>null</c> when nothing was sent.</param>
internal sealed record WebhookAttempt(WebhookOutcome Outcome, string Reason, TimeSpan? RetryAfter, WebhookLog? Log);

/// <summary>Whether a delivery was accepted, and else what to do with it.</summary>
internal enum WebhookOutcome
{
    /// <summary>The answer was one of success.</summary>
    Accepted,

    /// <summary>The answer was another one, or there was none: it may be sent again.</summary>
    Failed,

    /// <summary>The receiver says that it wants nothing any more (410).</summary>
    Gone,

    /// <summary>It is too large to be sent to anybody.</summary>
    TooLarge,
}
