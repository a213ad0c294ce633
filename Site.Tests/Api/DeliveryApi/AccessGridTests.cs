using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>
/// Every content endpoint, for every caller, with items of every state: an item that the caller must not see answers as the matrix says, and
/// neither its name nor its text nor its key is anywhere in a body, by whichever way it is asked for or referred to.
/// </summary>
public abstract class AccessGridTests(AccessGridTests.GridSite site)
{
    private const string Content = DeliverySite.Content;
    private const string PreviewKey = "a-preview-key-of-the-tests";

    private static readonly Dictionary<string, string?> _callers = new()
    {
        ["anonymous"] = null,
        ["key"] = DeliverySite.ApiKey,
        ["wrong key"] = "a-wrong-key",
        ["preview key"] = PreviewKey,
    };

    // What the item itself answers: to anybody who may ask, and in a preview.
    private static readonly Dictionary<string, (int Published, int Preview)> _states = new()
    {
        ["published"] = (200, 200),
        ["draft"] = (404, 200),
        ["unpublished ancestor"] = (404, 200),
        ["disallowed"] = (404, 404),
        ["protected"] = (401, 401),
        ["trashed"] = (404, 404),
    };

    /// <summary>Caller, whether the API is public, whether a preview is asked for.</summary>
    public static TheoryData<string, bool, bool> Callers
    {
        get
        {
            TheoryData<string, bool, bool> data = [];
            foreach (string caller in _callers.Keys)
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
        using IDisposable settings = site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", isPublic ? "true" : "false"));
        bool isGranted = (isPublic || caller is "key" or "preview key") && (!preview || caller == "preview key");
        foreach ((string state, (int Published, int Preview) expected) in _states)
        {
            IContent item = site.Items[state];
            int status = isGranted ? preview ? expected.Preview : expected.Published : 401;

            await AssertAsync(caller, preview, item, status, $"/item/{item.Key}");
            await AssertAsync(caller, preview, item, !isGranted ? 401 : preview ? status : 404, $"/item/preview-{item.Key}");
            await AssertAsync(caller, preview, item, !isGranted || (state == "protected") ? 401 : 200, $"/items?id={item.Key}&id={DeliverySite.Key("Root 1")}", status == 200);
            await AssertAsync(caller, preview, item, isGranted ? 200 : 401, $"?take=1000&fetch=descendants:{site.Own.Key}", status == 200);
            await AssertAsync(caller, preview, item, isGranted ? 200 : 401, $"?filter=name:grid", status == 200, "take=1000");
            await AssertAsync(caller, preview, item, isGranted ? 200 : 401, $"?fetch=ancestors:{item.Key}", isShown: false);
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task What_a_public_page_picks_is_shown_to_whom_it_is_for(string caller, bool isPublic, bool preview)
    {
        using IDisposable settings = site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", isPublic ? "true" : "false"));
        bool isGranted = (isPublic || caller is "key" or "preview key") && (!preview || caller == "preview key");
        foreach (string state in (string[])["draft", "unpublished ancestor", "trashed"])
        {
            IContent item = site.Items[state];
            bool isShown = isGranted && preview && state != "trashed";
            foreach (string place in (string[])["page", "block", "rich text"])
            {
                Guid page = site.Items[$"{state} in {place}"].Key;
                await AssertAsync(caller, preview, item, isGranted ? 200 : 401, $"/item/{page}", isShown);
                await AssertAsync(caller, preview, item, isGranted ? 200 : 401, $"/items?id={page}", isShown);
                await AssertAsync(caller, preview, item, isGranted ? 200 : 401, $"?fetch=children:{site.Items["pages"].Key}&filter=name:{Uri.EscapeDataString($"{state} in {place}")}", isShown);
            }
        }
    }

    private Task AssertAsync(string caller, bool preview, IContent item, int status, string path) =>
        AssertAsync(caller, preview, item, status, path, status == 200);

    private async Task AssertAsync(string caller, bool preview, IContent item, int status, string path, bool isShown, string? more = null)
    {
        List<(string, string)> headers = [];
        if (_callers[caller] is { } key)
        {
            headers.Add(("Api-Key", key));
        }

        if (preview)
        {
            headers.Add(("Preview", "true"));
        }

        string address = Content + path + (more is null ? string.Empty : "&" + more);
        using HttpResponseMessage response = await site.SendAsync(address, [.. headers]);
        string body = await response.Content.ReadAsStringAsync();

        string what = $"{caller}, preview {preview}, {item.Name}: {address}";
        Assert.True(status == (int)response.StatusCode, $"{what} answered {(int)response.StatusCode}, not {status}.");
        bool hasKey = body.Contains(item.Key.ToString("D"), StringComparison.OrdinalIgnoreCase) || body.Contains(item.Key.ToString("N"), StringComparison.OrdinalIgnoreCase);
        Assert.True(isShown == hasKey, $"{what} {(hasKey ? "tells" : "does not tell")} the key: {body}");
        Assert.True(isShown || !body.Contains($"secret of {item.Name}", StringComparison.OrdinalIgnoreCase), $"{what} tells the text: {body}");
        Assert.True(isShown || !body.Contains($"\"{item.Name}\"", StringComparison.OrdinalIgnoreCase), $"{what} tells the name: {body}");
    }

    /// <summary>A site with an item of each state, and public pages that pick some of them.</summary>
    public abstract class GridSite(Engine engine) : DeliverySite(engine)
    {
        private readonly Guid _blockType = Guid.NewGuid();

        /// <summary>The items by their state, and the pages that pick them, e.g. <c>draft in block</c>.</summary>
        public Dictionary<string, IContent> Items { get; } = [];

        /// <inheritdoc />
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Items["published"] = Publish(Page, "Grid published", null, ("title", "secret of Grid published"));
            Items["draft"] = Save(Page, "Grid draft", null, ("title", "secret of Grid draft"));
            IContent ancestor = Publish(Page, "Ancestor");
            Items["unpublished ancestor"] = Publish(Page, "Grid below", ancestor, ("title", "secret of Grid below"));
            Assert.True(Contents.Unpublish(ancestor).Success);
            IContentType disallowed = await CreateTypeAsync("secretPage", new TestProperty("title", Constants.PropertyEditors.Aliases.TextBox));
            Items["disallowed"] = Publish(disallowed, "Grid disallowed", null, ("title", "secret of Grid disallowed"));
            Items["protected"] = Publish(Page, "Grid protected", null, ("title", "secret of Grid protected"));
            var rule = new PublicAccessRule { RuleType = Constants.Conventions.PublicAccess.MemberRoleRuleType, RuleValue = "members" };
            Assert.True(Get<IPublicAccessService>().Save(new PublicAccessEntry(Items["protected"], Items["protected"], Items["protected"], [rule])).Success);
            Items["trashed"] = Save(Page, "Grid trashed", null, ("title", "secret of Grid trashed"));
            await PublishPagesAsync();
            Assert.True(Contents.MoveToRecycleBin(Items["trashed"]).Success);
        }

        /// <inheritdoc />
        protected override void Configure(IDictionary<string, string?> settings)
        {
            base.Configure(settings);
            settings["Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0"] = "secretPage";
            settings["Site:DeliveryApi:PreviewApiKey"] = PreviewKey;
        }

        private async Task PublishPagesAsync()
        {
            await CreateElementTypeAsync("gridBlock", _blockType, new TestProperty("picked", Constants.PropertyEditors.Aliases.ContentPicker));
            IContentType type = await CreateTypeAsync(
                "gridPage",
                new TestProperty("picked", Constants.PropertyEditors.Aliases.ContentPicker),
                new TestProperty("blocks", Constants.PropertyEditors.Aliases.BlockList, $$"""{"blocks":[{"contentElementTypeKey":"{{_blockType}}"}]}"""),
                new TestProperty("text", Constants.PropertyEditors.Aliases.RichText));
            Items["pages"] = Publish(Page, "Pages");
            foreach (string state in (string[])["draft", "unpublished ancestor", "trashed"])
            {
                Guid key = Items[state].Key;
                Items[$"{state} in page"] = Publish(type, $"{state} in page", Items["pages"], ("picked", Udi.Create(Constants.UdiEntityType.Document, key).ToString()));
                Items[$"{state} in block"] = Publish(type, $"{state} in block", Items["pages"], ("blocks", Blocks(key)));
                Items[$"{state} in rich text"] = Publish(type, $"{state} in rich text", Items["pages"], ("text", Text(key)));
            }
        }

        private string Blocks(Guid picked)
        {
            var block = Guid.NewGuid();
            return $$"""
                {"layout":{"Umbraco.BlockList":[{"contentKey":"{{block}}"}]},
                 "contentData":[{"contentTypeKey":"{{_blockType}}","key":"{{block}}","values":[{"alias":"picked","value":"umb://document/{{picked:N}}"}]}],
                 "settingsData":[],"expose":[{"contentKey":"{{block}}","culture":null,"segment":null}]}
                """;
        }

        private static string Text(Guid linked) => $$$"""
            {"markup":"<p>See <a href=\"/{localLink:{{{linked}}}}\" type=\"document\">this</a>.</p>","blocks":{"layout":{},"contentData":[],"settingsData":[],"expose":[]}}
            """;
    }

    /// <summary><see cref="GridSite"/> on SQLite.</summary>
    public sealed class SqliteSite() : GridSite(Engine.Sqlite);

    /// <summary><see cref="GridSite"/> on PostgreSQL.</summary>
    public sealed class PostgresSite() : GridSite(Engine.Postgres);

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSite site) : AccessGridTests(site), IClassFixture<SqliteSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSite site) : AccessGridTests(site), IClassFixture<PostgresSite>;
}
