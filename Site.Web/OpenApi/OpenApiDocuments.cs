namespace Site.Web.OpenApi;

/// <summary>
/// The OpenAPI documents below <c>/umbraco/swagger</c>. A route appears in one by its group name:
/// <c>.WithGroupName(OpenApiDocuments.Site).WithName("…").WithSummary("…").Produces&lt;T&gt;()</c>.
/// </summary>
internal static class OpenApiDocuments
{
    /// <summary>The Content Delivery API as every Umbraco 17 describes it: the group of its eight routes, and of nothing else.</summary>
    public const string Delivery = "delivery";

    /// <summary>The same routes with a schema for each document type, element type and media type; made from the group <see cref="Delivery"/>.</summary>
    public const string DeliveryTyped = "delivery-typed";

    /// <summary>What this site has beyond Umbraco: the group of every other route that is for programs.</summary>
    public const string Site = "site";

    /// <summary>The titles of the documents by their names.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [Delivery] = "Umbraco Delivery API",
        [DeliveryTyped] = "Umbraco Delivery API, with this site's types",
        [Site] = "Site API",
    };

    /// <summary>The group of routes that a document describes.</summary>
    public static string GroupOf(string document) => document == DeliveryTyped ? Delivery : document;
}
