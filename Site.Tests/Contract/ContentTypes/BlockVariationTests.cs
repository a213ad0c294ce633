using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Models;
using Site.Tests.Contract.PublishedContent;
using Site.Tests.Support;
using Site.Tests.Unit.PropertyEditors;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Tests.Contract.ContentTypes;

/// <summary>
/// What blocks hold is rewritten when their element type changes: a value without a language becomes one in the default language, and the
/// other way round; values in other languages stay, hidden; a renamed property keeps its values.
/// </summary>
public abstract class BlockVariationTests(PublishedSiteFixture site)
{
    private const string _list = Constants.PropertyEditors.Aliases.BlockList;

    private readonly VariationModel _model = new(site);

    private SchemaModel Schema => _model.Schema;

    public static TheoryData<string> Editors => [_list, Constants.PropertyEditors.Aliases.BlockGrid, Constants.PropertyEditors.Aliases.SingleBlock, Constants.PropertyEditors.Aliases.RichText];

    [Theory]
    [MemberData(nameof(Editors))]
    public async Task Blocks_whose_type_begins_to_vary_are_shown_in_the_default_language_and_can_be_written_in_others(string editor)
    {
        (IContentType element, IContent page) = await PageAsync(editor, ContentVariation.Nothing, x => BlockJson.List(x, BlockJson.Value("text", "commun")));
        Assert.Equal(("commun", "commun"), (Texts(page, "fr"), Texts(page, "en")));

        await ChangeAsync(element, ContentVariation.Culture);

        Assert.Equal(("commun", string.Empty), (Texts(page, "fr"), Texts(page, "en")));
        Assert.False(Schema.Reload(page).Edited);
        Schema.Save(Schema.Reload(page));
        Schema.Publish(Schema.Reload(page), "en");
        Assert.Equal(("commun", string.Empty), (Texts(page, "fr"), Texts(page, "en")));
        Schema.Publish(Schema.Reload(page));
        Assert.Equal(("commun", string.Empty), (Texts(page, "fr"), Texts(page, "en")));

        BlockValue edited = Edited(page);
        Assert.Equal(["fr"], edited.ContentData.Single().Values.Select(x => x.Culture));
        Assert.Equal(["fr"], edited.Expose.Select(x => x.Culture));
    }

    [Theory]
    [MemberData(nameof(Editors))]
    public async Task Blocks_whose_type_ceases_to_vary_show_the_default_language_in_every_language(string editor)
    {
        (IContentType element, IContent page) = await PageAsync(editor, ContentVariation.Culture, Varying);
        Assert.Equal(("texte", "text"), (Texts(page, "fr"), Texts(page, "en")));

        await ChangeAsync(element, ContentVariation.Nothing);

        Assert.Equal(("texte", "texte"), (Texts(page, "fr"), Texts(page, "en")));
        BlockValue edited = Edited(page);
        Assert.Equal(["en", "-"], edited.ContentData.Single().Values.Select(x => x.Culture ?? "-").Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(["en", "-"], edited.Expose.Select(x => x.Culture ?? "-").Order(StringComparer.Ordinal).Reverse());
        Schema.Publish(Schema.Reload(page));
        Assert.Equal(("texte", "texte"), (Texts(page, "fr"), Texts(page, "en")));
    }

    [Theory]
    [MemberData(nameof(Editors))]
    public async Task Languages_of_blocks_come_back_with_the_variation(string editor)
    {
        (IContentType element, IContent page) = await PageAsync(editor, ContentVariation.Culture, Varying);

        await ChangeAsync(element, ContentVariation.Nothing);
        await ChangeAsync(element, ContentVariation.Culture);

        Assert.Equal(("texte", "text"), (Texts(page, "fr"), Texts(page, "en")));
    }

    [Theory]
    [MemberData(nameof(Editors))]
    public async Task A_property_of_blocks_that_vary_ceases_to_vary_and_begins_again(string editor)
    {
        (IContentType element, IContent page) = await PageAsync(editor, ContentVariation.Culture, Varying);

        await ChangePropertyAsync(element, "text", ContentVariation.Nothing);
        Assert.Equal(("texte", "texte"), (Texts(page, "fr"), Texts(page, "en")));
        Assert.False(Schema.Reload(page).Edited);
        Assert.Equal(["en", "fr"], Edited(page).Expose.Select(x => x.Culture).Order(StringComparer.Ordinal));

        await ChangePropertyAsync(element, "text", ContentVariation.Culture);
        Assert.Equal(("texte", "text"), (Texts(page, "fr"), Texts(page, "en")));
        Assert.False(Schema.Reload(page).Edited);
    }

    [Theory]
    [MemberData(nameof(Editors))]
    public async Task A_property_that_holds_blocks_begins_to_vary_and_ceases_again(string editor)
    {
        (_, IContent page) = await PageAsync(editor, ContentVariation.Culture, Varying);
        IContentType type = Schema.Types.Get(page.ContentType.Key)!;

        await ChangePropertyAsync(type, "blocks", ContentVariation.Culture);
        Assert.Equal(("texte", string.Empty), (Texts(page, "fr"), Texts(page, "en")));
        Assert.False(Schema.Reload(page).Edited);
        Schema.Publish(Schema.Reload(page));
        Assert.Equal(("texte", string.Empty), (Texts(page, "fr"), Texts(page, "en")));

        await ChangePropertyAsync(type, "blocks", ContentVariation.Nothing);
        Assert.Equal("texte", Texts(page, "fr"));
        Schema.Publish(Schema.Reload(page));
        Assert.Equal("texte", Texts(page, "fr"));
        Assert.False(Schema.Reload(page).Edited);
    }

    [Theory]
    [MemberData(nameof(Editors))]
    public async Task A_page_that_ceases_to_vary_shows_its_blocks_in_the_default_language_until_it_varies_again(string editor)
    {
        (_, IContent page) = await PageAsync(editor, ContentVariation.Culture, Varying);
        IContentType type = Schema.Types.Get(page.ContentType.Key)!;

        await _model.ChangeTypeAsync(type, ContentVariation.Nothing);
        Assert.Equal("texte", Texts(page, "fr"));
        Schema.Publish(Schema.Reload(page));
        Assert.Equal("texte", Texts(page, "fr"));
        Assert.False(Schema.Reload(page).Edited);

        await _model.ChangeTypeAsync(type, ContentVariation.Culture);
        Assert.Equal("texte", Texts(page, "fr"));
        Assert.False(Schema.Reload(page).Edited);
    }

    [Theory]
    [MemberData(nameof(Editors))]
    public async Task What_is_edited_in_blocks_follows_their_variation(string editor)
    {
        (IContentType element, IContent page) = await PageAsync(editor, ContentVariation.Culture, Varying);
        IContent document = Schema.Reload(page);
        document.SetValue("blocks", Json(document, Shape(editor, Varying(element.Key, english: "draft"))));
        Schema.Save(document);
        Assert.Equal(["en"], Schema.Reload(page).EditedCultures!);

        await ChangeAsync(element, ContentVariation.Nothing);
        Assert.False(Schema.Reload(page).IsCultureEdited("fr"));

        await ChangeAsync(element, ContentVariation.Culture);
        Assert.Equal(["en"], Schema.Reload(page).EditedCultures!);
    }

    [Fact]
    public async Task A_mandatory_value_in_a_block_is_still_there_when_it_begins_to_vary()
    {
        (IContentType element, IContent page) = await PageAsync(_list, ContentVariation.Nothing, x => BlockJson.List(x, BlockJson.Value("text", "commun")), mandatory: true);

        await ChangeAsync(element, ContentVariation.Culture);

        Schema.Publish(Schema.Reload(page), "fr");
        Assert.Equal("commun", Texts(page, "fr"));
    }

    [Fact]
    public async Task A_language_is_added_to_blocks_that_began_to_vary_and_published_alone()
    {
        (IContentType element, IContent page) = await PageAsync(_list, ContentVariation.Nothing, x => BlockJson.List(x, BlockJson.Value("text", "commun")));
        await ChangeAsync(element, ContentVariation.Culture);
        IContent document = Schema.Reload(page);
        JsonObject value = BlockJson.List(element.Key, BlockJson.Value("text", "changé", "fr"), BlockJson.Value("text", "new", "en"));
        value["expose"] = new JsonArray(BlockJson.Expose("fr"), BlockJson.Expose("en"));
        document.SetValue("blocks", Json(document, value));
        Schema.Save(document);

        Schema.Publish(document, "en");

        Assert.Equal(("commun", "new"), (Texts(page, "fr"), Texts(page, "en")));
        Assert.True(Schema.Reload(page).IsCultureEdited("fr"));
    }

    [Fact]
    public async Task A_property_of_an_element_type_keeps_what_blocks_hold_under_its_new_name()
    {
        (IContentType element, IContent page) = await PageAsync(_list, ContentVariation.Nothing, x => BlockJson.List(x, BlockJson.Value("text", "gardé")));

        element = Schema.Reload(element);
        element.PropertyTypes.Single().Alias = "renamed";
        await Schema.UpdateAsync(element);

        Assert.Equal("gardé", Texts(page, "fr", "renamed"));
        Assert.Equal(["renamed"], Edited(page).ContentData.Single().Values.Select(x => x.Alias));
        Assert.False(Schema.Reload(page).Edited);
    }

    [Fact]
    public async Task A_removed_property_of_an_element_type_is_not_shown_in_blocks()
    {
        (IContentType element, IContent page) = await PageAsync(_list, ContentVariation.Nothing, x => BlockJson.List(x, BlockJson.Value("text", "perdu")));

        element = Schema.Reload(element);
        element.RemovePropertyType("text");
        await Schema.UpdateAsync(element);

        Assert.Equal("-", Texts(page, "fr"));
        Assert.Empty(Edited(page).ContentData.Single().Values);
        Schema.Publish(Schema.Reload(page));
    }

    private static JsonObject Varying(Guid element) => Varying(element, "text");

    private static JsonObject Varying(Guid element, string english)
    {
        JsonObject value = BlockJson.List(element, BlockJson.Value("text", "texte", "fr"), BlockJson.Value("text", english, "en"));
        value["expose"] = new JsonArray(BlockJson.Expose("fr"), BlockJson.Expose("en"));
        return value;
    }

    // The page varies, the property with the blocks does not: so blocks vary by themselves.
    private async Task<(IContentType Element, IContent Page)> PageAsync(string editor, ContentVariation variations, Func<Guid, JsonObject> value, bool mandatory = false)
    {
        ContentType element = Schema.NewType("Bloc", variations);
        element.IsElement = true;
        PropertyType text = Schema.NewProperty(await Schema.TextBoxAsync(), "text", variations);
        text.Mandatory = mandatory;
        element.AddPropertyType(text, "content", "Content");
        IContentType storedElement = await Schema.CreateAsync(element);
        IDataType blocks = await Schema.DataTypeAsync(editor, ValueStorageType.Ntext, new Dictionary<string, object> { ["blocks"] = Configuration(editor, element.Key) });
        ContentType type = Schema.NewType("Page", ContentVariation.Culture);
        type.AddPropertyType(Schema.NewProperty(blocks, "blocks"), "content", "Content");
        var page = new Umbraco.Cms.Core.Models.Content(null, Constants.System.Root, await Schema.CreateAsync(type));
        page.SetCultureName(SchemaModel.UniqueAlias("Page "), "fr");
        page.SetCultureName(SchemaModel.UniqueAlias("Page "), "en");
        page.SetValue("blocks", Json(page, Shape(editor, value(element.Key))));
        Schema.Save(page);
        Schema.Publish(page);
        Assert.False(Schema.Reload(page).Edited);
        return (storedElement, Schema.Reload(page));
    }

    private static object Configuration(string editor, Guid element) => editor switch
    {
        Constants.PropertyEditors.Aliases.BlockGrid => new[] { new BlockGridConfiguration.BlockGridBlockConfiguration { ContentElementTypeKey = element, AllowAtRoot = true } },
        Constants.PropertyEditors.Aliases.RichText => new[] { new RichTextConfiguration.RichTextBlockConfiguration { ContentElementTypeKey = element } },
        _ => new[] { new BlockListConfiguration.BlockConfiguration { ContentElementTypeKey = element } },
    };

    // The value of a block list as another editor has it.
    private static JsonObject Shape(string editor, JsonObject list)
    {
        JsonObject layout = BlockJson.Layout(BlockJson.Key);
        layout["columnSpan"] = 12;
        layout["rowSpan"] = 1;
        list["layout"] = new JsonObject { [editor] = new JsonArray(editor == Constants.PropertyEditors.Aliases.BlockGrid ? layout : BlockJson.Layout(BlockJson.Key)) };
        return editor == Constants.PropertyEditors.Aliases.RichText
            ? new JsonObject { ["markup"] = $"<umb-rte-block data-content-key=\"{BlockJson.Key}\"></umb-rte-block>", ["blocks"] = list }
            : list;
    }

    // As an editor stores it.
    private string Json(IContent page, JsonObject value)
    {
        IPropertyType type = page.Properties["blocks"]!.PropertyType;
        return (string)Editor(type).FromEditor(new ContentPropertyData(value.ToJsonString(), null), null)!;
    }

    private IDataValueEditor Editor(IPropertyType type) => site.Get<PropertyEditorCollection>()[type.PropertyEditorAlias]!
        .GetValueEditor(site.Get<IDataTypeConfigurationCache>().GetConfiguration(type.DataTypeKey));

    private async Task ChangeAsync(IContentType element, ContentVariation variations)
    {
        element = Schema.Reload(element);
        element.Variations = variations;
        element.PropertyTypes.Single().Variations = variations;
        await Schema.UpdateAsync(element);
    }

    private Task<IContentType> ChangePropertyAsync(IContentType type, string alias, ContentVariation variations)
    {
        type = Schema.Reload(type);
        type.PropertyTypes.Single(x => x.Alias == alias).Variations = variations;
        return Schema.UpdateAsync(type);
    }

    private string Texts(IContent page, string culture, string alias = "text")
    {
        IVariationContextAccessor accessor = site.Get<IVariationContextAccessor>();
        VariationContext? former = accessor.VariationContext;
        accessor.VariationContext = new VariationContext(culture);
        try
        {
            IPublishedElement[] blocks = [.. Blocks(site.Published(page.Key)!.GetProperty("blocks")!.GetValue(culture))];
            return string.Join(',', blocks.Select(x => x.GetProperty(alias)?.GetValue(culture) ?? "-"));
        }
        finally
        {
            accessor.VariationContext = former;
        }
    }

    private static IEnumerable<IPublishedElement> Blocks(object? value) => value switch
    {
        IEnumerable<BlockListItem> list => list.Select(x => x.Content),
        IEnumerable<BlockGridItem> grid => grid.Select(x => x.Content),
        BlockListItem single => [single.Content],
        IRichTextEditorIntermediateValue { RichTextBlockModel: { } blocks } => blocks.Select(x => x.Content),
        _ => [],
    };

    private BlockValue Edited(IContent page)
    {
        IProperty property = Schema.Reload(page).Properties["blocks"]!;
        object value = Editor(property.PropertyType).ToEditor(property)!;
        return value is RichTextEditorValue text ? text.Blocks! : (BlockValue)value;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqlitePublishedSiteFixture site) : BlockVariationTests(site), IClassFixture<SqlitePublishedSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresPublishedSiteFixture site) : BlockVariationTests(site), IClassFixture<PostgresPublishedSiteFixture>;
}
