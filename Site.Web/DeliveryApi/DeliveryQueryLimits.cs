using Microsoft.Extensions.Options;

namespace Site.Web.DeliveryApi;

/// <summary>Refuses queries that the contract says nothing about and that nobody needs: negative numbers, huge pages, endless texts.</summary>
internal sealed class DeliveryQueryLimits(IOptionsMonitor<SiteDeliveryApiSettings> settings)
{
    /// <summary>The most characters of a query string, as it is sent.</summary>
    public const int MaxQueryLength = 8000;

    /// <summary>Returns the answer to a query that goes over a limit; <c>null</c> when it does not.</summary>
    public IResult? Validate(HttpRequest request)
    {
        if (request.QueryString.Value?.Length > MaxQueryLength)
        {
            return DeliveryResults.QueryTooLong(MaxQueryLength);
        }

        var query = DeliveryQuery.From(request);
        int maximum = settings.CurrentValue.MaximumTake;
        Dictionary<string, string[]> errors = [];
        if (query.Skip < 0)
        {
            errors["skip"] = ["The value must not be negative."];
        }

        if (query.Take < 0 || query.Take > maximum)
        {
            errors["take"] = [$"The value must be between 0 and {maximum}."];
        }

        return errors.Count > 0 ? DeliveryResults.Invalid(errors) : null;
    }
}
