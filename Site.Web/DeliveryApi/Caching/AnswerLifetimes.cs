using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Site.Web.DeliveryApi.Caching;

/// <summary>How long answers are kept while nothing is published.</summary>
internal sealed class AnswerLifetimes(TimeProvider time, IOptionsMonitor<DeliveryApiSettings> settings)
{
    // Filters may ask what time it is, as the one for open calls does; a cache on the way keeps them as long.
    private static readonly TimeSpan _ofQueries = TimeSpan.FromSeconds(10);

    /// <summary>The lifetime of an answer that is kept now.</summary>
    /// <remarks>Umbraco's own settings of output caching bound it, and with them hits bear an <c>Age</c>, as on a stock site.</remarks>
    public AnswerLifetime Begin(ResponseKey request)
    {
        DeliveryApiSettings.OutputCacheSettings stock = settings.CurrentValue.OutputCache;
        TimeSpan limit = stock.Enabled ? request.IsMedia ? stock.MediaDuration : stock.ContentDuration : TimeSpan.MaxValue;
        return new AnswerLifetime(time, request.IsQuery && limit > _ofQueries ? _ofQueries : limit, stock.Enabled);
    }
}

/// <summary>The lifetime of one answer.</summary>
internal sealed class AnswerLifetime(TimeProvider time, TimeSpan limit, bool tellsAge)
{
    private readonly long _begun = time.GetTimestamp();

    /// <summary>Whether the answer must be made anew.</summary>
    public bool IsOver => limit != TimeSpan.MaxValue && time.GetElapsedTime(_begun) >= limit;

    /// <summary>How old the answer is; <c>null</c> when clients are not told.</summary>
    public TimeSpan? Age => tellsAge ? time.GetElapsedTime(_begun) : null;
}
