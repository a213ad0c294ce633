using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.ContentTypes;

/// <summary>What was written stays when a type or a property begins, or ceases, to vary by culture.</summary>
public abstract class VariationChangeTests(SiteFixture site) : IAsyncLifetime
{
    private readonly SchemaModel _model = new(site);
    private string _default = string.Empty;
    private string _other = string.Empty;

    public async Task InitializeAsync()
    {
        ILanguageService languages = site.Get<ILanguageService>();
        _default = await languages.GetDefaultIsoCodeAsync();
        _other = "en";
        if (await languages.GetAsync(_other) is null)
        {
            Assert.True((await languages.CreateAsync(new Language(_other, "English"), Constants.Security.SuperUserKey)).Success);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_property_that_begins_to_vary_gives_its_value_to_the_default_language()
    {
        IContentType type = await VaryingTypeAsync(ContentVariation.Nothing);
        IContent document = DocumentInBoth(type, "title", null);

        await ChangeAsync(type, ContentVariation.Culture);

        IContent stored = _model.Reload(document);
        Assert.Equal("title", stored.GetValue("title", _default));
        Assert.Null(stored.GetValue("title", _other));
    }

    [Fact]
    public async Task A_property_that_ceases_to_vary_takes_the_value_of_the_default_language()
    {
        IContentType type = await VaryingTypeAsync(ContentVariation.Culture);
        IContent document = DocumentInBoth(type, "titre", "title");

        type = await ChangeAsync(type, ContentVariation.Nothing);
        Assert.Equal("titre", _model.Reload(document).GetValue("title"));

        await ChangeAsync(type, ContentVariation.Culture);
        Assert.Equal(("titre", "title"), (_model.Reload(document).GetValue("title", _default), _model.Reload(document).GetValue("title", _other)));
    }

    [Fact]
    public async Task Published_values_move_with_those_of_the_draft()
    {
        IContentType type = await VaryingTypeAsync(ContentVariation.Nothing);
        IContent document = DocumentInBoth(type, "publié", null);
        Assert.True(_model.Contents.Publish(document, ["*"]).Success);
        document = _model.Reload(document);
        document.SetValue("title", "brouillon");
        _model.Save(document);

        await ChangeAsync(type, ContentVariation.Culture);

        IContent stored = _model.Reload(document);
        Assert.Equal("brouillon", stored.GetValue("title", _default));
        Assert.Equal("publié", stored.GetValue("title", _default, published: true));
        Assert.True(stored.IsCultureEdited(_default));
    }

    [Fact]
    public async Task A_type_that_begins_to_vary_names_its_documents_in_the_default_language()
    {
        IContentType type = await _model.TypeAsync("Invariant", ContentVariation.Nothing, "title");
        IContent document = _model.Document(type);
        Assert.True(_model.Contents.Publish(document, ["*"]).Success);

        type.Variations = ContentVariation.Culture;
        await _model.UpdateAsync(type);

        IContent stored = _model.Reload(document);
        Assert.Equal(document.Name, stored.GetCultureName(_default));
        Assert.Equal(document.Name, stored.GetPublishName(_default));
        Assert.True(stored.IsCulturePublished(_default));
        Assert.Equal("title", stored.GetValue("title"));
    }

    [Fact]
    public async Task A_type_that_ceases_to_vary_keeps_the_names_and_values_of_the_default_language()
    {
        IContentType type = await _model.TypeAsync("Variant", ContentVariation.Culture, "title");
        Umbraco.Cms.Core.Models.Content document = DocumentInBoth(type, "titre", "title");
        string defaultName = document.GetCultureName(_default)!;
        string otherName = document.GetCultureName(_other)!;

        type.Variations = ContentVariation.Nothing;
        type = await _model.UpdateAsync(type);

        IContent stored = _model.Reload(document);
        Assert.Equal(ContentVariation.Nothing, type.PropertyTypes.Single().Variations);
        Assert.Equal((defaultName, "titre"), (stored.Name, stored.GetValue("title")));

        type.Variations = ContentVariation.Culture;
        type.PropertyTypes.Single().Variations = ContentVariation.Culture;
        await _model.UpdateAsync(type);

        stored = _model.Reload(document);
        Assert.Equal((defaultName, otherName), (stored.GetCultureName(_default), stored.GetCultureName(_other)));
        Assert.Equal(("titre", "title"), (stored.GetValue("title", _default), stored.GetValue("title", _other)));
    }

    [Fact]
    public async Task A_property_of_a_composition_varies_only_in_types_that_vary()
    {
        IContentType mixin = await _model.TypeAsync("Mixin", ContentVariation.Culture, "title");
        IContentType varying = await ComposedAsync(mixin, ContentVariation.Culture);
        IContentType invariant = await ComposedAsync(mixin, ContentVariation.Nothing);
        IContent inVarying = DocumentInBoth(varying, "titre", "title");
        IContent inInvariant = _model.Document(invariant);

        mixin = await ChangeAsync(mixin, ContentVariation.Nothing);
        Assert.Equal("titre", _model.Reload(inVarying).GetValue("title"));
        Assert.Equal("title", _model.Reload(inInvariant).GetValue("title"));

        await ChangeAsync(mixin, ContentVariation.Culture);
        Assert.Equal("titre", _model.Reload(inVarying).GetValue("title", _default));
        Assert.Equal("title", _model.Reload(inInvariant).GetValue("title"));
    }

    private async Task<IContentType> VaryingTypeAsync(ContentVariation propertyVariations)
    {
        ContentType type = _model.NewType("Variable", ContentVariation.Culture);
        type.AddPropertyType(_model.NewProperty(await _model.TextBoxAsync(), "title", propertyVariations), "content", "Content");
        return await _model.CreateAsync(type);
    }

    private async Task<IContentType> ComposedAsync(IContentType mixin, ContentVariation variations)
    {
        ContentType type = _model.NewType("Composé", variations);
        type.AddContentType(mixin);
        return await _model.CreateAsync(type);
    }

    private Task<IContentType> ChangeAsync(IContentType type, ContentVariation variations)
    {
        type.PropertyTypes.Single().Variations = variations;
        return _model.UpdateAsync(type);
    }

    // The value in the other language is left out where the property does not vary.
    private Umbraco.Cms.Core.Models.Content DocumentInBoth(IContentType type, string value, string? otherValue)
    {
        var document = new Umbraco.Cms.Core.Models.Content(null, Constants.System.Root, type);
        document.SetCultureName(SchemaModel.UniqueAlias("Document "), _default);
        document.SetCultureName(SchemaModel.UniqueAlias("Document "), _other);
        document.SetValue("title", value, otherValue is null ? null : _default);
        if (otherValue is not null)
        {
            document.SetValue("title", otherValue, _other);
        }

        _model.Save(document);
        return document;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : VariationChangeTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : VariationChangeTests(site), IClassFixture<PostgresSiteFixture>;
}
