using Site.Core.Persistence.Content;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.DocumentUrls;
using Site.Core.Persistence.Redirects;
using Site.Core.Persistence.Relations;
using Site.Core.Persistence.Tags;
using Site.Tests.Contract.PublishedContent;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.ContentTypes;

/// <summary>What goes with a document type, and what stays.</summary>
public abstract class TypeDeletionTests(PublishedSiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    private readonly VariationModel _model = new(site);

    private SchemaModel Schema => _model.Schema;

    [Fact]
    public async Task A_type_takes_its_documents_and_all_that_is_known_of_them_along()
    {
        IContentType type = await _model.TypeAsync(ContentVariation.Culture, ContentVariation.Culture);
        IContent target = _model.PublishedVariant(type, "cible", "target");
        IContent document = _model.PublishedVariant(type, "titre", "title", target);
        document.SetValue(VariationModel.Title, "brouillon", "fr");
        Schema.Save(document);
        site.Get<IRedirectUrlService>().Register("/ancien", document.Key, "fr");
        int[] ids = [target.Id, document.Id];
        Guid[] keys = [target.Key, document.Key];
        int[] properties = [.. type.PropertyTypes.Select(x => x.Id)];

        Assert.Equal(ContentTypeOperationStatus.Success, await Schema.Types.DeleteAsync(type.Key, _user));

        Assert.Equal(0, Stored.Count<ContentVersionRow>(site, x => ids.Contains(x.NodeId)));
        Assert.Equal(0, Stored.Count<DocumentCultureVariationRow>(site, x => ids.Contains(x.NodeId)));
        Assert.Equal(0, Stored.Count<PropertyDataRow>(site, x => properties.Contains(x.PropertyTypeId)));
        Assert.Equal(0, Stored.Count<TagRelationshipRow>(site, x => ids.Contains(x.NodeId)));
        Assert.Equal(0, Stored.Count<RelationRow>(site, x => ids.Contains(x.ParentId) || ids.Contains(x.ChildId)));
        Assert.Equal(0, Stored.Count<DocumentUrlRow>(site, x => keys.Contains(x.UniqueId)));
        Assert.Equal(0, Stored.Count<RedirectUrlRow>(site, x => keys.Contains(x.ContentKey)));
        Assert.Null(site.Published(document.Key));
        Assert.Null(site.Preview(document.Key));
    }

    [Fact]
    public async Task Documents_of_other_types_below_those_of_a_deleted_type_go_to_the_recycle_bin()
    {
        IContentType type = await Schema.TypeAsync("Supprimé", ContentVariation.Nothing, "title");
        IContentType other = await Schema.TypeAsync("Autre", ContentVariation.Nothing, "title");
        IContent document = Schema.Document(type);
        Schema.Publish(document);
        var below = new Umbraco.Cms.Core.Models.Content("Dessous", document.Id, other);
        below.SetValue("title", "gardé");
        Schema.Save(below);
        Schema.Publish(below);

        Assert.Equal(ContentTypeOperationStatus.Success, await Schema.Types.DeleteAsync(type.Key, _user));

        IContent stored = Schema.Reload(below);
        Assert.Equal((true, $"-1,-20,{below.Id}"), (stored.Trashed, stored.Path));
        Assert.Equal("gardé", stored.GetValue("title"));
        Assert.Null(site.Published(below.Key));
    }

    [Fact]
    public async Task Types_that_inherit_go_with_their_documents()
    {
        IContentType parent = await Schema.TypeAsync("Parent", ContentVariation.Nothing, "inherited");
        var child = new ContentType(site.Get<Umbraco.Cms.Core.Strings.IShortStringHelper>(), parent, SchemaModel.UniqueAlias("child")) { Name = "Enfant", AllowedAsRoot = true };
        IContent document = Schema.Document(await Schema.CreateAsync(child));
        Schema.Publish(document);

        Assert.Equal(ContentTypeOperationStatus.Success, await Schema.Types.DeleteAsync(parent.Key, _user));

        Assert.Null(Schema.Types.Get(child.Key));
        Assert.Null(Schema.Contents.GetById(document.Id));
        Assert.Null(site.Preview(document.Key));
        Assert.Equal(0, Stored.Values(site, parent.PropertyTypes.Single().Id));
    }

    [Fact]
    public async Task Documents_lose_what_a_deleted_composition_gave_them()
    {
        IContentType mixin = await _model.TypeAsync(ContentVariation.Nothing, ContentVariation.Nothing);
        ContentType made = Schema.NewType("Composé");
        made.AddContentType(mixin);
        IContentType type = await Schema.CreateAsync(made);
        IContent target = _model.Invariant(type, "cible");
        IContent document = _model.Invariant(type, "source", target);
        Assert.Equal([target.Id], _model.RelatedTo(document));

        Assert.Equal(ContentTypeOperationStatus.Success, await Schema.Types.DeleteAsync(mixin.Key, _user));

        Assert.NotNull(site.Published(document.Key));
        Assert.Null(site.Published(document.Key)!.GetProperty(VariationModel.Title));
        Assert.Empty(_model.TagsOf(document));
        Assert.Empty(_model.RelatedTo(document));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqlitePublishedSiteFixture site) : TypeDeletionTests(site), IClassFixture<SqlitePublishedSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresPublishedSiteFixture site) : TypeDeletionTests(site), IClassFixture<PostgresPublishedSiteFixture>;
}
