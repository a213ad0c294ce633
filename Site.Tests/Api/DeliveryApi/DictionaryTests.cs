using System.Globalization;
using System.Net;
using System.Text.Json;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Dictionary;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>The texts of the dictionary over HTTP.</summary>
public abstract class DictionaryTests(DeliverySite site)
{
    private const string Dictionary = "umbraco/delivery/api/v2/dictionary";

    private static readonly Guid _user = Constants.Security.SuperUserKey;

    [Fact]
    public async Task Texts_are_those_of_the_culture()
    {
        await CreateAsync("Read.More", "Read more", "Læs mere");

        Assert.Equal(("Read more", "en-US"), await TextAsync("Read.More"));
        Assert.Equal(("Læs mere", "da-DK"), await TextAsync("read.more", "da-DK"));
        await site.JsonAsync($"{Dictionary}/Read.Less", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_text_that_is_missing_is_that_of_the_language_that_stands_in()
    {
        await CreateAsync("Only.English", "Only English", null);
        await CreateAsync("Only.Danish", null, "Kun dansk");
        Assert.Equal((null, null), await TextAsync("Only.English", "da-DK"));

        await SetFallbackAsync("en-US");
        try
        {
            Assert.Equal(("Only English", "en-US"), await GetAsync("Only.English", "da-DK"));
            Assert.Equal((null, null), await GetAsync("Only.Danish", "en-US"));
            Assert.Equal((null, null), await GetAsync("Only.English", "xx"));
        }
        finally
        {
            await SetFallbackAsync(null);
        }
    }

    [Fact]
    public async Task A_list_has_the_keys_with_the_prefix_in_their_order()
    {
        foreach (string key in (string[])["List.C", "List.A", "List.B", "Lists.D"])
        {
            await CreateAsync(key, key, null);
        }

        JsonElement list = await site.JsonAsync($"{Dictionary}?prefix=list.");
        JsonElement page = await site.JsonAsync($"{Dictionary}?prefix=List.&skip=1&take=1");

        Assert.Equal(3, list.GetProperty("total").GetInt32());
        Assert.Equal(["List.A", "List.B", "List.C"], Keys(list));
        Assert.Equal(3, page.GetProperty("total").GetInt32());
        Assert.Equal(["List.B"], Keys(page));
    }

    [Fact]
    public async Task A_changed_text_is_there_at_once_and_an_unchanged_answer_is_not_sent_again()
    {
        IDictionaryItem item = await CreateAsync("Changing", "Before", null);
        using HttpResponseMessage first = await site.SendAsync($"{Dictionary}?prefix=Changing");
        (string, string) known = ("If-None-Match", first.Headers.ETag!.ToString());
        using HttpResponseMessage same = await site.SendAsync($"{Dictionary}?prefix=Changing", known);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        IDictionaryItemService service = site.Get<IDictionaryItemService>();
        item = (await service.GetAsync(item.Key))!;
        item.Translations.First().Value = "After";
        Assert.True((await service.UpdateAsync(item, _user)).Success);

        using HttpResponseMessage changed = await site.SendAsync($"{Dictionary}?prefix=Changing", known);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("After", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True((await service.DeleteAsync(item.Key, _user)).Success);
        await site.JsonAsync($"{Dictionary}/Changing", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_may_not_read_content_may_not_read_the_dictionary()
    {
        using (site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", "false")))
        {
            await site.JsonAsync(Dictionary, HttpStatusCode.Unauthorized);
            await site.JsonAsync($"{Dictionary}/Any", HttpStatusCode.Unauthorized);
            await site.JsonAsync(Dictionary, HttpStatusCode.OK, DeliverySite.WithKey);
        }
    }

    private static IEnumerable<string?> Keys(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("key").GetString());

    // As the API gives it; Umbraco's own dictionary, which knows no fallback, says the same, with nothing for what is missing.
    private async Task<(string? Value, string? Culture)> TextAsync(string key, string culture = "en-US")
    {
        (string? value, string? found) = await GetAsync(key, culture);
        using var scope = site.CreateScope();
        Assert.Equal(site.Get<ICultureDictionaryFactory>().CreateDictionary(new CultureInfo(culture))[key] ?? string.Empty, value ?? string.Empty);
        return (value, found);
    }

    private async Task<(string? Value, string? Culture)> GetAsync(string key, string culture)
    {
        JsonElement text = await site.JsonAsync($"{Dictionary}/{key}", ("Accept-Language", culture));
        return (text.GetProperty("value").GetString(), text.GetProperty("culture").GetString());
    }

    private async Task<IDictionaryItem> CreateAsync(string key, string? english, string? danish)
    {
        ILanguageService languages = site.Get<ILanguageService>();
        var item = new DictionaryItem(key);
        List<IDictionaryTranslation> translations = [];
        foreach ((string culture, string? text) in ((string, string?)[])[("en-US", english), ("da-DK", danish)])
        {
            if (text is not null)
            {
                translations.Add(new DictionaryTranslation((await languages.GetAsync(culture))!, text));
            }
        }

        item.Translations = translations;
        Attempt<IDictionaryItem, DictionaryItemOperationStatus> result = await site.Get<IDictionaryItemService>().CreateAsync(item, _user);
        Assert.Equal(DictionaryItemOperationStatus.Success, result.Status);
        return result.Result;
    }

    private async Task SetFallbackAsync(string? culture)
    {
        ILanguageService languages = site.Get<ILanguageService>();
        ILanguage danish = (await languages.GetAsync("da-DK"))!;
        danish.FallbackIsoCode = culture;
        Assert.Equal(LanguageOperationStatus.Success, (await languages.UpdateAsync(danish, _user)).Status);
    }
}

/// <summary><see cref="DictionaryTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteDictionaryTests(SqliteDeliverySite site) : DictionaryTests(site), IClassFixture<SqliteDeliverySite>;

/// <summary><see cref="DictionaryTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresDictionaryTests(PostgresDeliverySite site) : DictionaryTests(site), IClassFixture<PostgresDeliverySite>;
