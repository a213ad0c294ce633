using Microsoft.AspNetCore.Mvc;
using Site.Core.Organisations;
using Site.Web.DeliveryApi.Requests;
using Site.Web.OpenApi;
using Site.Web.Website.Texts;

namespace Site.Web.DeliveryApi;

/// <summary>The texts of the dictionary in the request's culture. Umbraco has no such routes.</summary>
internal static class DictionaryEndpoints
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps them below <c>/umbraco/delivery/api/v2/dictionary</c>.</summary>
    public static void MapDictionary(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder dictionary = api.MapGroup("/dictionary")
            .AddEndpointFilter<ContentAccessFilter>()
            .AddEndpointFilter<PublishedRequestFilter>()
            .WithTags("Dictionary")
            .WithGroupName(OpenApiDocuments.Site);
        dictionary.MapMethods("", _methods, ListAsync)
            .WithName("GetDictionary")
            .WithSummary("The texts whose keys begin with a prefix, in the culture of Accept-Language")
            .Produces<DictionaryTexts>()
            .WithQuery<string>("prefix", "How the keys begin, whatever their case; all of them without it.")
            .WithQuery<int>("skip", "How many of the texts to leave out.", byDefault: 0)
            .WithQuery<int>("take", "How many texts to give at the most; all of them without it.")
            .DescribeAccess()
            .DescribeCulture()
            .DescribeConditional();
        dictionary.MapMethods("/{key}", _methods, FindAsync)
            .WithName("GetDictionaryItem")
            .WithSummary("The text with the key, in the culture of Accept-Language")
            .WithPath<string>("key", "The key, whatever its case.")
            .Produces<DictionaryText>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .DescribeAccess()
            .DescribeCulture()
            .DescribeConditional();
    }

    private static async Task<IResult> ListAsync(HttpRequest request, [FromServices] SiteTexts texts, [FromServices] RequestCulture culture, string? prefix = null)
    {
        TextSet set = await texts.GetAsync();
        string[] keys = [.. set.Keys.Where(x => x.StartsWith(prefix ?? string.Empty, StringComparison.OrdinalIgnoreCase))];
        var query = DeliveryQuery.From(request);
        int take = request.Query.ContainsKey("take") ? query.Take : keys.Length;
        return DeliveryResults.Ok(new DictionaryTexts(keys.Length, [.. keys.Skip(query.Skip).Take(take).Select(x => Create(set, x, culture.Current))]));
    }

    private static async Task<IResult> FindAsync(string key, [FromServices] SiteTexts texts, [FromServices] RequestCulture culture)
    {
        TextSet set = await texts.GetAsync();
        return set.Keys.FirstOrDefault(x => x.Equals(key, StringComparison.OrdinalIgnoreCase)) is { } found
            ? DeliveryResults.Ok(Create(set, found, culture.Current))
            : DeliveryResults.NotFound();
    }

    private static DictionaryText Create(TextSet set, string key, string culture)
    {
        Passage? found = set.Find(key, culture);
        return new DictionaryText(key, found?.Text, found?.Culture);
    }
}

/// <summary>Texts of the dictionary.</summary>
/// <param name="Total">How many there are, whatever part of them was asked for.</param>
/// <param name="Items">The texts, by their keys.</param>
internal sealed record DictionaryTexts(long Total, IReadOnlyList<DictionaryText> Items);

/// <summary>A text of the dictionary.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">The text; <c>null</c> when it is not translated.</param>
/// <param name="Culture">The culture that the text is in: the one that was asked for, or one that stands in for it.</param>
internal sealed record DictionaryText(string Key, string? Value, string? Culture);
