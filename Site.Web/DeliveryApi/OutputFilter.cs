using Site.Core.Delivery.Output;

namespace Site.Web.DeliveryApi;

/// <summary>Reads <c>expand</c> and <c>fields</c> (specs/content-delivery-api-v2.md section 4), and refuses answers that they would make too large.</summary>
internal sealed partial class OutputFilter(OutputExpansionStrategyAccessor strategies, ILogger<OutputFilter> logger) : IEndpointFilter
{
    private static readonly string[] _parameters = ["expand", "fields"];

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        IQueryCollection query = context.HttpContext.Request.Query;
        if (_parameters.FirstOrDefault(x => query[x].ToString().Length > PropertySelection.MaxLength) is { } tooLong)
        {
            return DeliveryResults.ParameterTooLong(tooLong, PropertySelection.MaxLength);
        }

        RequestOutputExpansionStrategy strategy = strategies.Begin(Read(query, "expand"), Read(query, "fields"));
        object? result = await next(context);
        return strategy.Exceeded == OutputLimit.None ? result : DeliveryResults.TooLarge(strategy.Exceeded);
    }

    // A parameter that is given several times is joined by commas. Malformed ones count as absent, as in Umbraco.
    private PropertySelection? Read(IQueryCollection query, string parameter)
    {
        if (!PropertySelection.TryParse(query[parameter].ToString(), out PropertySelection? selection))
        {
            LogMalformed(parameter);
        }

        return selection;
    }

    [LoggerMessage(LogLevel.Information, "A request's {Parameter} has brackets that do not pair up or are empty, and counts as absent.")]
    private partial void LogMalformed(string parameter);
}
