using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Site.Core.Hosting.Jobs;
using Umbraco.Cms.Core.Configuration.Models;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Sends what is in the queue: several webhooks at a time, each one's deliveries in their order.</summary>
/// <remarks>
/// A run goes on while one of them is busy, and looks again and again for others for which something has come meanwhile, so that a receiver
/// that takes its time takes that of nobody else.
/// </remarks>
internal sealed class WebhookDeliveryJob(DeliveryQueue queue, WebhookLane lane, IOptionsMonitor<WebhookSettings> settings, TimeProvider time) : IJob
{
    /// <summary>How many webhooks are told at a time.</summary>
    internal const int MaxLanes = 8;

    private static readonly TimeSpan _shortestPeriod = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public string Name => "Webhook delivery";

    /// <inheritdoc />
    public TimeSpan? Period => settings.CurrentValue.Enabled ? settings.CurrentValue.Period : null;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var run = new Run(lane, cancellationToken);
        try
        {
            while (settings.CurrentValue.Enabled && run.Start(queue.Read(x => x.GetDueWebhooks(time.GetUtcNow().UtcDateTime))))
            {
                await run.WaitAsync(LookAgainAsync);
            }
        }
        finally
        {
            await run.EndAsync();
        }

        run.ThrowIfFailed();
    }

    private Task LookAgainAsync(CancellationToken cancellationToken)
    {
        TimeSpan period = settings.CurrentValue.Period;
        return Task.Delay(period > _shortestPeriod ? period : _shortestPeriod, time, cancellationToken);
    }

    /// <summary>One run: who is busy, and whose turn is next.</summary>
    private sealed class Run(WebhookLane lane, CancellationToken cancellationToken)
    {
        private readonly Dictionary<Guid, Task> _busy = [];
        private readonly Dictionary<Guid, int> _turns = [];
        private readonly ConcurrentDictionary<Guid, Exception> _failed = [];
        private int _turn;

        /// <summary>Begins as many as may be; those whose last turn is longest ago first.</summary>
        /// <returns>Whether anybody is busy.</returns>
        public bool Start(IEnumerable<Guid> due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Guid[] next =
            [
                .. due.Where(x => !_busy.ContainsKey(x) && !_failed.ContainsKey(x)).OrderBy(x => _turns.GetValueOrDefault(x)).Take(MaxLanes - _busy.Count),
            ];
            foreach (Guid webhook in next)
            {
                _turns[webhook] = ++_turn;
                _busy.Add(webhook, Task.Run(() => DeliverAsync(webhook), CancellationToken.None));
            }

            return _busy.Count > 0;
        }

        /// <summary>Waits until one of them is done, or until it is time to look for others.</summary>
        public async Task WaitAsync(Func<CancellationToken, Task> lookAgain)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny([.. _busy.Values, lookAgain(stop.Token)]);
            await stop.CancelAsync();
            foreach (Guid webhook in _busy.Where(x => x.Value.IsCompleted).Select(x => x.Key).ToArray())
            {
                _busy.Remove(webhook);
            }
        }

        /// <summary>Waits for all of them.</summary>
        public Task EndAsync() => Task.WhenAll(_busy.Values);

        /// <summary>Tells the job's state that something went wrong that the receivers have no part in.</summary>
        public void ThrowIfFailed()
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_failed.IsEmpty)
            {
                throw new AggregateException(_failed.Values);
            }
        }

        private async Task DeliverAsync(Guid webhook)
        {
            try
            {
                await lane.RunAsync(webhook, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The run says so at its end.
            }
            catch (Exception exception)
            {
                // Whatever it was: it must not end the others, and is thrown at the end of the run.
                _failed[webhook] = exception;
            }
        }
    }
}
