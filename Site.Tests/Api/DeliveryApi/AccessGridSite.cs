using Site.Core.Delivery.Keys;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>Somebody who asks.</summary>
/// <param name="IsValid">Whether the key opens an API that is not public.</param>
/// <param name="OpensDrafts">Whether it opens drafts.</param>
/// <param name="IsRefused">Whether it is refused even where no key is needed.</param>
/// <param name="Organisation">The organisation that it is limited to.</param>
/// <param name="Text">The key, unless it is one of a consumer.</param>
/// <param name="Consumer">The name of the consumer.</param>
public sealed record GridCaller(bool IsValid, bool OpensDrafts, bool IsRefused = false, string? Organisation = null, string? Text = null, string? Consumer = null)
{
    /// <summary>The key of the settings that opens drafts.</summary>
    public const string PreviewKey = "a-preview-key-of-the-tests";

    /// <summary>All of them by what they are.</summary>
    public static IReadOnlyDictionary<string, GridCaller> All { get; } = new Dictionary<string, GridCaller>
    {
        ["anonymous"] = new(false, false),
        ["key"] = new(true, false, Text: DeliverySite.ApiKey),
        ["wrong key"] = new(false, false, Text: "a-wrong-key"),
        ["preview key"] = new(true, true, Text: PreviewKey),
        ["key A"] = new(true, false, Organisation: "A", Consumer: "a"),
        ["preview key A"] = new(true, true, Organisation: "A", Consumer: "a-preview"),
        ["key B"] = new(true, false, Organisation: "B", Consumer: "b"),
        ["preview key B"] = new(true, true, Organisation: "B", Consumer: "b-preview"),
        ["key of all"] = new(true, false, Consumer: "all"),
        ["preview key of all"] = new(true, true, Consumer: "all-preview"),
        ["expired key"] = new(false, false, IsRefused: true, Consumer: "expired"),
        ["revoked key"] = new(false, false, IsRefused: true, Consumer: "revoked"),
        ["unknown key"] = new(false, false, IsRefused: true, Text: DeliveryApiSecret.Create().Text),
    };
}

/// <summary>An item of the grid.</summary>
/// <param name="Content">The item.</param>
/// <param name="Published">What it answers to anybody who may ask.</param>
/// <param name="Preview">What it answers in a preview.</param>
/// <param name="Organisation">Whose it is.</param>
/// <param name="Path">Its address below the root of the grid; <c>null</c> when it has none that everybody could know.</param>
public sealed record GridItem(IContent Content, int Published, int Preview, string? Organisation = null, string? Path = null)
{
    /// <summary>Its key.</summary>
    public Guid Key => Content.Key;

    /// <summary>Its name.</summary>
    public string Name => Content.Name!;
}

/// <summary>A published page that picks an item.</summary>
public sealed record GridPage(GridItem Page, GridItem Picked);

/// <summary>A site with items of each state, nobody's and of two organisations, pages that pick them, and keys.</summary>
public abstract class AccessGridSite(Engine engine) : DeliverySite(engine)
{
    private readonly Guid _blockType = Guid.NewGuid();
    private readonly Dictionary<string, string> _secrets = [];

    /// <summary>The items.</summary>
    public List<GridItem> Items { get; } = [];

    /// <summary>Pages that pick items: themselves, in a block, in rich text; nobody's pages and those of an organisation.</summary>
    public List<GridPage> Pages { get; } = [];

    /// <summary>By organisation, an item that is published and has been renamed since.</summary>
    public Dictionary<string, IContent> Changed { get; } = [];

    /// <summary>A media item that picks <see cref="MediaPicks"/>.</summary>
    public IMedia Photos { get; private set; } = null!;

    /// <summary>What it picks.</summary>
    public GridItem MediaPicks { get; private set; } = null!;

    /// <summary>What the caller sends in <c>Api-Key</c>.</summary>
    public string? SecretOf(GridCaller caller) => caller.Consumer is { } consumer ? _secrets[consumer] : caller.Text;

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await AddSharedItemsAsync();
        IContentType organisation = await CreateTypeAsync("organisation");
        Dictionary<string, IContent> organisations = [];
        foreach (string name in (string[])["A", "B"])
        {
            organisations[name] = Publish(organisation, $"Grid {name}");
            AddItemsOf(name, organisations[name]);
        }

        await PublishPagesAsync(organisations["A"]);
        Assert.True(Contents.MoveToRecycleBin(Item("Grid trashed").Content).Success);
        await AddMediaAsync();
        AddKeys(organisations["A"].Key, organisations["B"].Key);
    }

    /// <inheritdoc />
    protected override void Configure(IDictionary<string, string?> settings)
    {
        base.Configure(settings);
        settings["Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0"] = "secretPage";
        settings["Site:DeliveryApi:PreviewApiKey"] = GridCaller.PreviewKey;
    }

    private async Task AddSharedItemsAsync()
    {
        Items.Add(new GridItem(PublishSecret("Grid published"), 200, 200, Path: "/grid-published/"));
        Items.Add(new GridItem(SaveSecret("Grid draft"), 404, 200));
        IContent ancestor = Publish(Page, "Ancestor");
        Items.Add(new GridItem(PublishSecret("Grid below", ancestor), 404, 200));
        Assert.True(Contents.Unpublish(ancestor).Success);
        IContentType disallowed = await CreateTypeAsync("secretPage", new TestProperty("title", Constants.PropertyEditors.Aliases.TextBox));
        Items.Add(new GridItem(Publish(disallowed, "Grid disallowed", null, ("title", "secret of Grid disallowed")), 404, 404, Path: "/grid-disallowed/"));
        IContent guarded = PublishSecret("Grid protected");
        Items.Add(new GridItem(guarded, 401, 401, Path: "/grid-protected/"));
        var rule = new PublicAccessRule { RuleType = Constants.Conventions.PublicAccess.MemberRoleRuleType, RuleValue = "members" };
        Assert.True(Get<IPublicAccessService>().Save(new PublicAccessEntry(guarded, guarded, guarded, [rule])).Success);
        Items.Add(new GridItem(SaveSecret("Grid trashed"), 404, 404));
    }

    private void AddItemsOf(string organisation, IContent parent)
    {
        string small = organisation.ToLowerInvariant();
        Items.Add(new GridItem(PublishSecret($"Grid {organisation} published", parent), 200, 200, organisation, $"/grid-{small}/grid-{small}-published/"));
        Items.Add(new GridItem(SaveSecret($"Grid {organisation} draft", parent), 404, 200, organisation));
        Changed[organisation] = Publish(Page, $"Grid {organisation} named", parent, ("title", "as published"));
        Changed[organisation].Name = $"Grid {organisation} renamed";
        Changed[organisation].SetValue("title", "as a draft");
        Save(Changed[organisation]);
        Get<IRedirectUrlService>().Register($"/former-{small}", Changed[organisation].Key, "en-US");
    }

    private async Task PublishPagesAsync(IContent organisation)
    {
        await CreateElementTypeAsync("gridBlock", _blockType, new TestProperty("picked", Constants.PropertyEditors.Aliases.ContentPicker));
        IContentType type = await CreateTypeAsync(
            "gridPage",
            new TestProperty("picked", Constants.PropertyEditors.Aliases.ContentPicker),
            new TestProperty("blocks", Constants.PropertyEditors.Aliases.BlockList, $$"""{"blocks":[{"contentElementTypeKey":"{{_blockType}}"}]}"""),
            new TestProperty("text", Constants.PropertyEditors.Aliases.RichText));
        IContent pages = Publish(Page, "Pages");
        foreach (string picked in (string[])["Grid draft", "Grid below", "Grid trashed", "Grid A published", "Grid A draft", "Grid B published", "Grid B draft"])
        {
            AddPages(type, pages, Item(picked), null);
            AddPages(type, organisation, Item(picked), "A");
        }
    }

    private void AddPages(IContentType type, IContent parent, GridItem picked, string? organisation)
    {
        string of = organisation is null ? "everybody" : organisation;
        (string Place, string Alias, object Value)[] places =
        [
            ("page", "picked", Udi.Create(Constants.UdiEntityType.Document, picked.Key).ToString()),
            ("block", "blocks", Blocks(picked.Key)),
            ("rich text", "text", Text(picked.Key)),
        ];
        foreach ((string place, string alias, object value) in places)
        {
            // The name of the page must not be that of what it picks.
            IContent page = Publish(type, $"{place} of {of} with {picked.Name.Replace("Grid", "the", StringComparison.Ordinal)}", parent, (alias, value));
            Pages.Add(new GridPage(new GridItem(page, 200, 200, organisation), picked));
        }
    }

    private async Task AddMediaAsync()
    {
        IShortStringHelper shortStrings = Get<IShortStringHelper>();
        IDataType picker = await CreateDataTypeAsync(Constants.PropertyEditors.Aliases.ContentPicker);
        var type = new MediaType(shortStrings, Constants.System.Root) { Alias = "gridMedia", Name = "gridMedia", AllowedAsRoot = true };
        type.AddPropertyType(new PropertyType(shortStrings, picker, "picked") { Name = "picked" }, "content", "Content");
        Attempt<ContentTypeOperationStatus> created = await Get<IMediaTypeService>().CreateAsync(type, Constants.Security.SuperUserKey);
        Assert.Equal(ContentTypeOperationStatus.Success, created.Result);
        MediaPicks = Item("Grid B published");
        IMediaService media = Get<IMediaService>();
        Photos = media.CreateMedia("Photos", Constants.System.Root, "gridMedia");
        Photos.SetValue("picked", Udi.Create(Constants.UdiEntityType.Document, MediaPicks.Key).ToString());
        Assert.True(media.Save(Photos).Success);
    }

    private void AddKeys(Guid a, Guid b)
    {
        DeliveryApiKeys keys = Get<DeliveryApiKeys>();
        Add("a", [a], preview: false);
        Add("a-preview", [a], preview: true);
        Add("b", [b], preview: false);
        Add("b-preview", [b], preview: true);
        Add("all", [], preview: false);
        Add("all-preview", [], preview: true);
        Add("expired", [a], preview: true, expires: DateTime.UtcNow.AddMinutes(-1));
        Add("revoked", [a], preview: true);
        Assert.Single(keys.Revoke("revoked"));

        void Add(string name, Guid[] organisations, bool preview, DateTime? expires = null) =>
            _secrets[name] = keys.Add(name, organisations, preview, expires).Text;
    }

    private GridItem Item(string name) => Items.Single(x => x.Name == name);

    private IContent PublishSecret(string name, IContent? parent = null) => Publish(Page, name, parent, ("title", $"secret of {name}"));

    private IContent SaveSecret(string name, IContent? parent = null) => Save(Page, name, parent, ("title", $"secret of {name}"));

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

/// <summary><see cref="AccessGridSite"/> on SQLite.</summary>
public sealed class SqliteAccessGridSite() : AccessGridSite(Engine.Sqlite);

/// <summary><see cref="AccessGridSite"/> on PostgreSQL.</summary>
public sealed class PostgresAccessGridSite() : AccessGridSite(Engine.Postgres);
