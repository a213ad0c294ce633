using System.Text.Json;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>
/// Every endpoint, for every caller, with items of every state: an item that the caller must not see answers as the matrix says, and neither
/// its name nor its text nor its key is anywhere in a body, by whichever way it is asked for or referred to (safety-checks A2, A3).
/// </summary>
public abstract class AccessGridTests(AccessGridSite site)
{
    /// <summary>Caller, whether the API is public, whether a preview is asked for.</summary>
    public static TheoryData<string, bool, bool> Callers
    {
        get
        {
            TheoryData<string, bool, bool> data = [];
            foreach (string caller in GridCaller.All.Keys)
            {
                data.Add(caller, true, false);
                data.Add(caller, true, true);
                data.Add(caller, false, false);
                data.Add(caller, false, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task An_item_answers_as_the_matrix_says(string caller, bool isPublic, bool preview)
    {
        using Asker asker = Ask(caller, isPublic, preview);
        foreach (GridItem item in site.Items)
        {
            int status = asker.StatusOf(item);
            await asker.AssertAsync(item, status, $"/item/{item.Key}");
            await asker.AssertAsync(item, !asker.IsGranted ? 401 : preview ? status : 404, $"/item/preview-{item.Key}");
            await asker.AssertAsync(item, !asker.IsGranted || status == 401 ? 401 : 200, $"/items?id={item.Key}&id={DeliverySite.Key("Root 1")}", status == 200);
            await asker.AssertAsync(item, asker.ListStatus, $"?take=1000&fetch=descendants:{site.Own.Key}", status == 200);
            await asker.AssertAsync(item, asker.ListStatus, "?take=1000&filter=name:grid", status == 200);
            await asker.AssertAsync(item, asker.ListStatus, $"?fetch=ancestors:{item.Key}", isShown: false);
            if (item.Path is { } path && (status != 200 || !preview))
            {
                await asker.AssertAsync(item, status, $"/item{path}", status == 200, ("Start-Item", "own"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task What_a_page_picks_is_shown_to_whom_it_is_for(string caller, bool isPublic, bool preview)
    {
        using Asker asker = Ask(caller, isPublic, preview);
        foreach (GridPage page in site.Pages)
        {
            int status = asker.StatusOf(page.Page);
            bool isShown = status == 200 && asker.StatusOf(page.Picked) == 200;
            await asker.AssertAsync(page.Picked, status, $"/item/{page.Page.Key}", isShown);
            await asker.AssertAsync(page.Picked, status, $"/item/{page.Page.Key}?expand=properties[$all[properties[$all[properties[$all]]]]]", isShown);
            await asker.AssertAsync(page.Picked, asker.ListStatus, $"/items?id={page.Page.Key}", isShown);
            await asker.AssertAsync(page.Picked, asker.ListStatus, $"?filter=name:{Uri.EscapeDataString(page.Page.Name)}", isShown);
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Media_answer_by_the_key_and_say_nothing_of_hidden_content(string caller, bool isPublic, bool preview)
    {
        using Asker asker = Ask(caller, isPublic, preview: false);
        string name = Uri.EscapeDataString(site.Photos.Name!);
        bool isShown = asker.IsGranted && asker.StatusOf(site.MediaPicks) == 200;
        foreach (string path in (string[])["?fetch=children:/", $"/item/{site.Photos.Key}", $"/item/{name}", $"/items?id={site.Photos.Key}"])
        {
            await asker.AssertAsync(site.MediaPicks, asker.ListStatus, path, isShown, DeliverySite.Media, preview);
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_list_counts_what_it_gives(string caller, bool isPublic, bool preview)
    {
        using Asker asker = Ask(caller, isPublic, preview);
        if (asker.IsGranted)
        {
            JsonElement list = await site.JsonAsync($"{DeliverySite.Content}?take=1000", asker.Headers);

            Assert.Equal(list.GetProperty("items").GetArrayLength(), list.GetProperty("total").GetInt32());
        }
    }

    [Theory]
    [InlineData("A", "B")]
    [InlineData("B", "A")]
    public async Task A_preview_gives_drafts_of_the_own_organisation_and_of_others_what_is_published(string own, string other)
    {
        using Asker asker = Ask($"preview key {own}", isPublic: true, preview: true);
        (IContent mine, IContent theirs) = (site.Changed[own], site.Changed[other]);

        JsonElement draft = await site.JsonAsync($"{DeliverySite.Content}/item/{mine.Key}", asker.Headers);
        JsonElement published = await site.JsonAsync($"{DeliverySite.Content}/item/{theirs.Key}", asker.Headers);
        JsonElement found = await site.JsonAsync($"{DeliverySite.Content}?filter=name:renamed", asker.Headers);

        Assert.Equal($"Grid {own} renamed", draft.GetProperty("name").GetString());
        Assert.Equal($"Grid {other} named", published.GetProperty("name").GetString());
        Assert.Equal("as published", published.Property("title").GetString());
        Assert.Equal($"/grid-{other.ToLowerInvariant()}/grid-{other.ToLowerInvariant()}-named/", published.GetProperty("route").GetProperty("path").GetString());
        Assert.DoesNotContain("renamed", published.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(mine.Key, found.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Content_of_others_is_found_by_its_published_address_only()
    {
        using Asker asker = Ask("preview key A", isPublic: true, preview: true);
        (string, string)[] headers = [.. asker.Headers, ("Start-Item", "own")];

        Assert.Equal(200, await StatusAsync("/item/grid-b/grid-b-named", headers));
        Assert.Equal(404, await StatusAsync("/item/grid-b/grid-b-renamed", headers));
        Assert.Equal(200, await StatusAsync("/item/grid-a/grid-a-renamed", headers));
    }

    [Fact]
    public async Task What_moved_from_an_address_is_not_told_to_whom_it_is_hidden_from()
    {
        using Asker stranger = Ask("key A", isPublic: false, preview: false);
        using Asker owner = Ask("key B", isPublic: false, preview: false);

        Assert.Equal(404, await StatusAsync("/item/former-b", stranger.Headers));
        Assert.Equal(301, await StatusAsync("/item/former-b", owner.Headers));
    }

    private async Task<int> StatusAsync(string path, params (string, string)[] headers)
    {
        using HttpResponseMessage response = await site.SendAsync(DeliverySite.Content + path, headers);
        return (int)response.StatusCode;
    }

    private Asker Ask(string caller, bool isPublic, bool preview) => new(site, caller, isPublic, preview);

    /// <summary>One caller in one state of the settings, and what the matrix says of it.</summary>
    private sealed class Asker(AccessGridSite site, string name, bool isPublic, bool preview) : IDisposable
    {
        private readonly GridCaller _caller = GridCaller.All[name];
        private readonly IDisposable _settings = site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", isPublic ? "true" : "false"));

        public bool IsGranted => !_caller.IsRefused && (isPublic || _caller.IsValid) && (!preview || _caller.OpensDrafts);

        public int ListStatus => IsGranted ? 200 : 401;

        public (string Name, string Value)[] Headers => HeadersFor(preview);

        // What the item itself answers. Of what is nobody's, a key that is limited opens no drafts.
        public int StatusOf(GridItem item)
        {
            bool isLimited = _caller.Organisation is not null;
            return !IsGranted ? 401
                : isLimited && item.Organisation is not null && item.Organisation != _caller.Organisation && !isPublic ? 404
                : preview && (!isLimited || item.Organisation == _caller.Organisation) ? item.Preview
                : item.Published;
        }

        public Task AssertAsync(GridItem item, int status, string path) => AssertAsync(item, status, path, status == 200);

        public Task AssertAsync(GridItem item, int status, string path, bool isShown, params (string, string)[] headers) =>
            CheckAsync(item, status, DeliverySite.Content + path, isShown, [.. Headers, .. headers]);

        public Task AssertAsync(GridItem item, int status, string path, bool isShown, string area, bool preview) =>
            CheckAsync(item, status, area + path, isShown, HeadersFor(preview));

        public void Dispose() => _settings.Dispose();

        private async Task CheckAsync(GridItem item, int status, string address, bool isShown, (string, string)[] headers)
        {
            using HttpResponseMessage response = await site.SendAsync(address, headers);
            string body = await response.Content.ReadAsStringAsync();

            string what = $"{name}, public {isPublic}, preview {preview}, {item.Name}: {address}";
            Assert.True(status == (int)response.StatusCode, $"{what} answered {(int)response.StatusCode}, not {status}: {body}");
            bool hasKey = body.Contains(item.Key.ToString("D"), StringComparison.OrdinalIgnoreCase) || body.Contains(item.Key.ToString("N"), StringComparison.OrdinalIgnoreCase);
            Assert.True(isShown == hasKey, $"{what} {(hasKey ? "tells" : "does not tell")} the key: {body}");
            Assert.True(isShown || !body.Contains($"secret of {item.Name}", StringComparison.OrdinalIgnoreCase), $"{what} tells the text: {body}");
            Assert.True(isShown || !body.Contains($"\"{item.Name}\"", StringComparison.OrdinalIgnoreCase), $"{what} tells the name: {body}");
            Assert.True(isShown || item.Path is null || !body.Contains(item.Path, StringComparison.OrdinalIgnoreCase), $"{what} tells the address: {body}");
        }

        private (string Name, string Value)[] HeadersFor(bool withPreview) =>
        [
            .. site.SecretOf(_caller) is { } key ? [("Api-Key", key)] : Array.Empty<(string, string)>(),
            .. withPreview ? [("Preview", "true")] : Array.Empty<(string, string)>(),
        ];
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteAccessGridSite site) : AccessGridTests(site), IClassFixture<SqliteAccessGridSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresAccessGridSite site) : AccessGridTests(site), IClassFixture<PostgresAccessGridSite>;
}
