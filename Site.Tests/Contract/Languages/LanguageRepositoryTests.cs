using Site.Tests.Contract.ContentTypes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Extensions;

namespace Site.Tests.Contract.Languages;

/// <summary>What Core leaves to the repository of languages.</summary>
public abstract class LanguageRepositoryTests(SiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    private readonly SchemaModel _model = new(site);

    private ILanguageService Languages => site.Get<ILanguageService>();

    [Fact]
    public async Task Bambara_is_a_language()
    {
        ILanguage created = await CreateAsync("bm", mandatory: false);

        ILanguage? stored = await Languages.GetAsync("BM");
        Assert.Equal((created.Id, "bm", false, false), (stored!.Id, stored.IsoCode, stored.IsDefault, stored.IsMandatory));
        Assert.False(stored.IsDirty());
        Assert.Equal(created.Id, site.InScope(() => site.Get<ILanguageRepository>().GetIdByIsoCode("Bm")));
        Assert.Equal("bm", site.InScope(() => site.Get<ILanguageRepository>().GetIsoCodeById(created.Id)));
    }

    [Fact]
    public async Task A_language_that_is_not_there_is_said_so()
    {
        Assert.Throws<ArgumentException>(() => site.InScope(() => site.Get<ILanguageRepository>().GetIdByIsoCode("sw")));
        Assert.Null(site.InScope(() => site.Get<ILanguageRepository>().GetIdByIsoCode("sw", throwOnNotFound: false)));
        Assert.Null(await Languages.GetAsync("sw"));
    }

    [Fact]
    public async Task There_is_always_one_default_language()
    {
        string former = await Languages.GetDefaultIsoCodeAsync();
        ILanguage language = await CreateAsync("de");
        language.IsDefault = true;
        Assert.True((await Languages.UpdateAsync(language, _user)).Success);
        Assert.Equal(["de"], (await Languages.GetAllAsync()).Where(x => x.IsDefault).Select(x => x.IsoCode));

        Assert.NotEqual(LanguageOperationStatus.Success, (await Languages.DeleteAsync("de", _user)).Status);
        await MakeDefaultAsync(former);
        Assert.Equal(former, await Languages.GetDefaultIsoCodeAsync());
    }

    [Fact]
    public async Task A_fallback_language_that_goes_leaves_none()
    {
        await CreateAsync("pt");
        var brazilian = new Language("pt-BR", "Português (Brasil)") { FallbackIsoCode = "pt" };
        Assert.True((await Languages.CreateAsync(brazilian, _user)).Success);
        Assert.Equal("pt", (await Languages.GetAsync("pt-BR"))?.FallbackIsoCode);

        Assert.True((await Languages.DeleteAsync("pt", _user)).Success);
        Assert.Null((await Languages.GetAsync("pt-BR"))?.FallbackIsoCode);
    }

    [Fact]
    public async Task What_is_written_in_a_language_goes_with_it_and_the_rest_stays()
    {
        string defaultCulture = await Languages.GetDefaultIsoCodeAsync();
        ILanguage italian = await CreateAsync("it");
        IContentType type = await _model.TypeAsync("Traduit", ContentVariation.Culture, "title");
        IContent document = _model.Document(type, defaultCulture);
        document.SetCultureName("Italiano", "it");
        document.SetValue("title", "titolo", "it");
        _model.Save(document);
        DictionaryItem text = new(SchemaModel.UniqueAlias("Texte."));
        text.AddOrUpdateDictionaryValue(italian, "Testo");
        Assert.True((await site.Get<IDictionaryItemService>().CreateAsync(text, _user)).Success);

        Assert.True((await Languages.DeleteAsync("it", _user)).Success);

        IContent stored = _model.Reload(document);
        Assert.Equal([defaultCulture], stored.AvailableCultures);
        Assert.Equal("title", stored.GetValue("title", defaultCulture));
        Assert.Equal(1, Stored.Values(site, type.PropertyTypes.Single().Id));
        Assert.Empty((await site.Get<IDictionaryItemService>().GetAsync(text.Key))!.Translations);
    }

    [Fact]
    public async Task Documents_are_named_after_the_new_default_language()
    {
        string former = await Languages.GetDefaultIsoCodeAsync();
        await CreateAsync("es");
        IContentType type = await _model.TypeAsync("Renommé", ContentVariation.Culture, "title");
        IContent document = _model.Document(type, former);
        document.SetCultureName("Español", "es");
        _model.Save(document);

        await MakeDefaultAsync("es");
        Assert.Equal("Español", _model.Reload(document).Name);
        Assert.Equal("Español", site.Get<IEntityService>().Get(document.Id)?.Name);

        await MakeDefaultAsync(former);
        Assert.Equal(document.GetCultureName(former), _model.Reload(document).Name);
    }

    private async Task<ILanguage> CreateAsync(string isoCode, bool mandatory = false)
    {
        Attempt<ILanguage, LanguageOperationStatus> created =
            await Languages.CreateAsync(new Language(isoCode, isoCode) { IsMandatory = mandatory }, _user);
        Assert.True(created.Success, created.Status.ToString());
        return created.Result;
    }

    private async Task MakeDefaultAsync(string isoCode)
    {
        ILanguage language = (await Languages.GetAsync(isoCode))!;
        language.IsDefault = true;
        Attempt<ILanguage, LanguageOperationStatus> updated = await Languages.UpdateAsync(language, _user);
        Assert.True(updated.Success, updated.Status.ToString());
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : LanguageRepositoryTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : LanguageRepositoryTests(site), IClassFixture<PostgresSiteFixture>;
}
