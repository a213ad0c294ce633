using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Site.Tests.Support;

/// <summary>Reads the running site as a visitor and as a partner do.</summary>
public static partial class SitePages
{
    /// <summary>The item at the path, as the Delivery API gives it.</summary>
    public static Task<JsonElement> GetItemAsync(this SiteProcess site, string path, string? culture = null) =>
        site.GetJsonAsync($"umbraco/delivery/api/v2/content/item/{path}", culture);

    /// <summary>A 200 body as JSON.</summary>
    public static async Task<JsonElement> GetJsonAsync(this SiteProcess site, string path, string? culture = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (culture is not null)
        {
            request.Headers.Add("Accept-Language", culture);
        }

        using HttpResponseMessage response = await site.Client.SendAsync(request);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}: {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>A page as the browser reads it.</summary>
    public static async Task<IDocument> GetPageAsync(this SiteProcess site, string path)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(path);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}: {body}");
        return new HtmlParser().ParseDocument(body);
    }

    /// <summary>The text of the page's main part, each run of white space, narrow and no-break ones too, as one space.</summary>
    /// <remarks>Elements are set apart, as a reader sees them, whether there is white space between their tags or not.</remarks>
    public static string MainText(this IDocument page) =>
        Normalise(string.Join(' ', page.QuerySelector("main")?.Descendants<IText>().Select(x => x.Data) ?? []));

    /// <summary>The text with each run of white space, narrow and no-break ones too, as one space, and straight apostrophes.</summary>
    public static string Normalise(string text) => WhiteSpace().Replace(text, " ").Replace('\u2019', '\'').Trim();

    /// <summary>The value of one of the item's own properties.</summary>
    public static JsonElement Property(this JsonElement item, string alias) => item.GetProperty("properties").GetProperty(alias);

    /// <summary>The elements of a block list, each as its properties.</summary>
    public static IReadOnlyList<JsonElement> Blocks(this JsonElement item, string alias) =>
        [.. item.Property(alias).GetProperty("items").EnumerateArray().Select(x => x.GetProperty("content").GetProperty("properties"))];

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex WhiteSpace();
}
