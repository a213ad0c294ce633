using System.Globalization;

namespace Site.Web.DeliveryApi;

/// <summary>The query parameters of the routes (specs/content-delivery-api-v2.md section 3).</summary>
/// <param name="Skip">How many items to leave out.</param>
/// <param name="Take">How many items to write at the most.</param>
/// <param name="Ids">The keys of <c>/content/items</c> and <c>/media/items</c>, each once, in the order of their first appearance.</param>
internal sealed record DeliveryQuery(int Skip, int Take, IReadOnlyList<Guid> Ids)
{
    private const int DefaultTake = 10;

    /// <summary>Reads parameters that <see cref="Validate"/> has let pass.</summary>
    public static DeliveryQuery From(HttpRequest request) => new(
        ReadInt(request, "skip", 0) ?? 0,
        ReadInt(request, "take", DefaultTake) ?? DefaultTake,
        [.. request.Query["id"].Select(x => Guid.TryParse(x, out Guid id) ? id : Guid.Empty).Distinct()]);

    /// <summary>Returns the answer to parameters that are not of their type; <c>null</c> when all are fine.</summary>
    public static IResult? Validate(HttpRequest request)
    {
        Dictionary<string, string[]> errors = [];
        foreach (string name in (string[])["skip", "take"])
        {
            if (ReadInt(request, name, 0) is null)
            {
                errors[name] = [Message(request.Query[name].ToString())];
            }
        }

        string?[] wrongIds = [.. request.Query["id"].Where(x => !Guid.TryParse(x, out _))];
        if (wrongIds.Length > 0)
        {
            errors["id"] = [.. wrongIds.Select(x => Message(x ?? string.Empty))];
        }

        return errors.Count > 0 ? DeliveryResults.Invalid(errors) : null;
    }

    private static int? ReadInt(HttpRequest request, string name, int absent) =>
        !request.Query.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues values)
            ? absent
            : int.TryParse(values[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : null;

    private static string Message(string value) => value.Length == 0 ? "The value '' is invalid." : $"The value '{value}' is not valid.";
}
