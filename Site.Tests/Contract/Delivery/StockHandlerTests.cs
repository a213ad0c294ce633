using Site.Core.PublishedContent.Context;
using Site.Tests.Contract.PublishedContent;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.Delivery;

/// <summary>
/// Selectors, filters, sorts and index handlers that are written against Umbraco's own interfaces are found without being registered, and
/// work with every type of field and every operator.
/// </summary>
public abstract class StockHandlerTests(PublishedSiteFixture site)
{
    [Theory]
    [InlineData("stockRaw~Is~Réf-1", "Une")]
    [InlineData("stockRaw~Is~réf-1", "")]
    [InlineData("stockRaw~IsNot~Réf-1|Réf-2", "Trois")]
    [InlineData("stockRaw~Contains~ref", "Une,Deux,Trois")]
    [InlineData("stockText~Is~societe", "Une,Deux")]
    [InlineData("stockText~Is~société civile", "Une")]
    [InlineData("stockText~Is~civile société", "")]
    [InlineData("stockText~Is~soci", "")]
    [InlineData("stockText~IsNot~société", "Trois")]
    [InlineData("stockText~Contains~SOCI|élé", "Une,Deux,Trois")]
    [InlineData("stockText~DoesNotContain~civ", "Deux,Trois")]
    [InlineData("stockSort~Is~ÉLÉPHANTS", "Trois")]
    [InlineData("stockNumber~Is~1|3", "Une,Trois")]
    [InlineData("stockNumber~IsNot~1", "Deux,Trois")]
    [InlineData("stockNumber~GreaterThan~1", "Deux,Trois")]
    [InlineData("stockNumber~GreaterThanOrEqual~2", "Deux,Trois")]
    [InlineData("stockNumber~LessThan~2.5", "Une,Deux")]
    [InlineData("stockNumber~LessThanOrEqual~1", "Une")]
    [InlineData("stockNumber~LessThan~rien", "Une,Deux,Trois")]
    [InlineData("stockDate~Is~2020-01-02", "Une")]
    [InlineData("stockDate~GreaterThan~2020-01-02", "Deux,Trois")]
    [InlineData("stockDate~LessThanOrEqual~2020-01-03T00:00:00Z", "Une,Deux")]
    [InlineData("noSuchField~Is~x", "")]
    [InlineData("noSuchField~IsNot~x", "Une,Deux,Trois")]
    public void Every_operator_works_on_every_type_of_field(string filter, string names)
    {
        IContent parent = PublishThree();

        Assert.Equal(names.Split(',', StringSplitOptions.RemoveEmptyEntries), Names(Query($"children:{parent.Key}", ["stock~" + filter])));
    }

    [Theory]
    [InlineData("stockNumber~Descending", "Trois,Deux,Une")]
    [InlineData("stockDate~Descending", "Trois,Deux,Une")]
    [InlineData("stockSort~Ascending", "Une,Deux,Trois")]
    public void A_sort_orders_by_any_field(string sort, string names)
    {
        IContent parent = PublishThree();

        Assert.Equal(names.Split(','), Names(Query($"children:{parent.Key}", [], "stock~" + sort)));
    }

    [Fact]
    public void A_selector_chooses_by_any_field()
    {
        IContent parent = site.PublishPage("Sélection");
        IContent page = PublishPage(parent, "Choisie", "Titre", 4711);

        Assert.Equal([page.Key], Query("stock:4711", []));
    }

    [Fact]
    public void A_field_has_the_value_of_its_culture()
    {
        IContent parent = site.PublishPage("Cultures");
        IContent page = PublishPage(parent, "Variante", "Français", 1);
        page.SetValue("title", "English", "en");
        site.Save(page);
        site.Publish(page);

        Assert.Equal([page.Key], Query($"children:{parent.Key}", ["stock~stockText~Is~english"], culture: "en"));
        Assert.Empty(Query($"children:{parent.Key}", ["stock~stockText~Is~english"], culture: "fr"));
    }

    [Fact]
    public void Only_a_preview_finds_a_draft_by_its_values()
    {
        IContent parent = site.PublishPage("Ébauches");
        IContent page = PublishPage(parent, "Page", "Publié", 1);
        page.SetValue("title", "Confidentiel", "fr");
        site.Save(page);

        Assert.Empty(Query($"children:{parent.Key}", ["stock~stockText~Contains~confid"]));
        Assert.Equal([page.Key], Query($"children:{parent.Key}", ["stock~stockText~Is~publié"]));
        Assert.Equal([page.Key], Query($"children:{parent.Key}", ["stock~stockText~Contains~confid"], preview: true));
    }

    [Fact]
    public void A_handler_that_fails_takes_only_its_own_fields_with_it()
    {
        IContent parent = site.PublishPage("Pièges");
        IContent page = PublishPage(parent, "Piège", "Titre", 3);

        Assert.Equal([page.Key], Query($"children:{parent.Key}", ["stock~stockNumber~Is~3"]));
    }

    [Theory]
    [InlineData("nope", null, null, ApiContentQueryOperationStatus.SelectorOptionNotFound)]
    [InlineData(null, "nope", null, ApiContentQueryOperationStatus.FilterOptionNotFound)]
    [InlineData(null, null, "nope", ApiContentQueryOperationStatus.SortOptionNotFound)]
    public void What_no_handler_claims_is_a_failure(string? fetch, string? filter, string? sort, ApiContentQueryOperationStatus status)
    {
        using UmbracoContextReference context = site.Get<ISiteUmbracoContextFactory>().BeginAtOwnAddress(preview: false);

        Attempt<PagedModel<Guid>, ApiContentQueryOperationStatus> attempt = site.Get<IApiContentQueryService>()
            .ExecuteQuery(fetch, filter is null ? [] : [filter], sort is null ? [] : [sort], ProtectedAccess.None, 0, 10);

        Assert.Equal(status, attempt.Status);
    }

    private IContent PublishThree()
    {
        IContent parent = site.PublishPage("Trois pages");
        PublishPage(parent, "Une", "La société civile", 1);
        PublishPage(parent, "Deux", "Sociétés, société !", 2);
        PublishPage(parent, "Trois", "Éléphants", 3);
        return parent;
    }

    private IContent PublishPage(IContent parent, string name, string title, int number)
    {
        IContent page = site.CreatePage(name, parent.Id);
        page.SetValue("title", title, "fr");
        page.SetValue("number", number);
        site.Save(page);
        site.Publish(page);
        return page;
    }

    private Guid[] Query(string fetch, string[] filters, string? sort = null, string culture = "fr", bool preview = false)
    {
        using UmbracoContextReference context = site.Get<ISiteUmbracoContextFactory>().BeginAtOwnAddress(preview);
        site.Get<IVariationContextAccessor>().VariationContext = new VariationContext(culture);
        Attempt<PagedModel<Guid>, ApiContentQueryOperationStatus> attempt = site.Get<IApiContentQueryService>()
            .ExecuteQuery(fetch, filters, sort is null ? [] : [sort], ProtectedAccess.None, 0, 100);
        Assert.Equal(ApiContentQueryOperationStatus.Success, attempt.Status);
        Assert.Equal(attempt.Result.Total, attempt.Result.Items.LongCount());
        return [.. attempt.Result.Items];
    }

    private string[] Names(IEnumerable<Guid> keys) => [.. keys.Select(x => site.Document(x).GetCultureName("fr")!)];

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqlitePublishedSiteFixture site) : StockHandlerTests(site), IClassFixture<SqlitePublishedSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresPublishedSiteFixture site) : StockHandlerTests(site), IClassFixture<PostgresPublishedSiteFixture>;
}
