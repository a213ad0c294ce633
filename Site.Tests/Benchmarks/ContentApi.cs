using System.Text.Json;

namespace Site.Tests.Benchmarks;

/// <summary>The part of the Delivery API that the benchmarks ask.</summary>
internal static class ContentApi
{
    /// <summary>The address of the query.</summary>
    public const string Root = "/umbraco/delivery/api/v2/content";

    /// <summary>The path of a page, e.g. <c>/ap-mali/archives-1/bamako-un-atelier/</c>.</summary>
    public static async Task<string> PathOfAsync(HttpClient client, Guid key)
    {
        using var item = JsonDocument.Parse(await client.GetStringAsync(new Uri($"{Root}/item/{key}", UriKind.Relative)));
        return item.RootElement.GetProperty("route").GetProperty("path").GetString()!;
    }
}
